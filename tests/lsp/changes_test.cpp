#include "lsp/changes.h"

#include <gmock/gmock.h>

#include <random>

#include "text/utf8.h"

namespace stet {
namespace {

json place(std::uint32_t line, std::uint32_t character) { return {{"line", line}, {"character", character}}; }

json change(json start, json end, const std::string& text) {
  return {{"range", {{"start", std::move(start)}, {"end", std::move(end)}}}, {"text", text}};
}

std::string after(const std::string& text, const json::array_t& changes, Encoding encoding = Encoding::utf16) {
  const json array = changes;
  return std::string(apply_changes(Text(text), Member(array), encoding).text.bytes());
}

TEST(Changes, ColumnsCountInTheNegotiatedEncoding) {
  const std::string text = "a😀e\u0301b";  // 😀: 4 bytes, 2 units; e and a combining accent
  EXPECT_EQ(after(text, {change(place(0, 5), place(0, 6), "!")}, Encoding::utf16), "a😀e\u0301!");
  EXPECT_EQ(after(text, {change(place(0, 4), place(0, 5), "!")}, Encoding::utf32), "a😀e\u0301!");
  EXPECT_EQ(after(text, {change(place(0, 8), place(0, 9), "!")}, Encoding::utf8), "a😀e\u0301!");
}

TEST(Changes, EachIsInTheTextAfterTheOneBefore) {
  EXPECT_EQ(after("one\ntwo", {change(place(0, 0), place(0, 0), "x\n"), change(place(1, 0), place(1, 3), "1")}),
            "x\n1\ntwo");
  EXPECT_EQ(after("one\ntwo", {change(place(1, 0), place(1, 3), "2"), change(place(0, 0), place(0, 3), "1")}), "1\n2");
}

TEST(Changes, PlacesOutsideAreBroughtInside) {
  EXPECT_EQ(after("ab", {change(place(0, 99), place(99, 99), "!")}), "ab!");
  EXPECT_EQ(after("ab", {change(place(0, 2), place(0, 0), "!")}), "!") << "a range written backwards";
  EXPECT_EQ(after("ab\ncd", {change(place(99, 0), place(99, 0), "x"), change(place(50, 0), place(50, 0), "y")}),
            "ab\ncdxy");
}

TEST(Changes, WithoutARangeItIsTheWholeText) {
  EXPECT_EQ(
      after("ab", {change(place(0, 0), place(0, 1), "x"), {{"text", "new"}}, change(place(0, 3), place(0, 3), "!")}),
      "new!");
  EXPECT_EQ(after("ab", {{{"range", nullptr}, {"text", "new"}}}), "new");
}

TEST(Changes, WhatIsNoChangeIsLeftOutAndNamed) {
  for (const char* bad : {R"([{}])", R"([{"range": {}, "text": "x"}])", R"([{"range": 5, "text": "x"}])", R"([7])"}) {
    const json changes = json::parse(bad);
    const Changed out = apply_changes(Text("ab"), Member(changes), Encoding::utf8);
    EXPECT_EQ(out.text.bytes(), "ab");
    EXPECT_FALSE(out.fault.empty()) << bad;
  }
}

TEST(Changes, ThousandsFromTheBottomUpAreOneNewText) {
  std::string text, expected;
  json changes = json::array();
  for (int i = 0; i < 20'000; ++i) text += "a line of some length, so that copying all of it would be felt\n";
  for (int i = 19'999; i >= 0; --i) changes.push_back(change(place(i, 0), place(i, 1), "A"));
  expected = text;
  for (std::size_t i = 0; i < expected.size(); i = expected.find('\n', i) + 1) expected[i] = 'A';
  EXPECT_EQ(after(text, changes), expected);
}

// What a client holds: code points, and lines as the protocol counts them.
class ClientText {
 public:
  explicit ClientText(std::u32string text) : text_(std::move(text)) {}

  std::string bytes() const {
    std::string out;
    for (char32_t c : text_) append_utf8(out, c);
    return out;
  }
  std::size_t size() const { return text_.size(); }

  json position(std::size_t index, Encoding encoding) const {
    std::uint32_t line = 0, column = 0;
    for (std::size_t i = 0; i < index; ++i) {
      const bool ends = text_[i] == '\n' || (text_[i] == '\r' && (i + 1 == text_.size() || text_[i + 1] != '\n'));
      if (ends) {
        ++line;
        column = 0;
      } else {
        std::string one;
        append_utf8(one, text_[i]);
        column += encoding == Encoding::utf8    ? static_cast<std::uint32_t>(one.size())
                  : encoding == Encoding::utf16 ? 1 + (text_[i] > 0xFFFF)
                                                : 1;
      }
    }
    return place(line, column);
  }

  // Between \r and \n there is no position.
  bool splits_line_end(std::size_t index) const {
    return index > 0 && index < text_.size() && text_[index - 1] == '\r' && text_[index] == '\n';
  }

  void replace(std::size_t begin, std::size_t end, std::u32string_view with) {
    text_.replace(begin, end - begin, with);
  }

 private:
  std::u32string text_;
};

class RandomChanges : public ::testing::TestWithParam<Encoding> {};

TEST_P(RandomChanges, LeaveTheServersTextEqualToTheClients) {
  const Encoding encoding = GetParam();
  std::mt19937 random(7);
  const auto below = [&](std::size_t n) { return static_cast<std::size_t>(random() % n); };
  const std::vector<std::u32string> pieces{U"word ", U"😀", U"e\u0301", U"\n",   U"\r\n", U"\r",
                                           U"```\n", U"“",  U"---\n",   U"\n\n", U"> ",   U"[^1]: note\n",
                                           U"漢字",  U"",   U"",        U"<div>"};
  ClientText client(U"# Head\n\nOne 😀 line.\r\nAnother one\rand more.\n");
  Text server(client.bytes());
  for (int round = 0; round < 1000; ++round) {
    json changes = json::array();
    for (std::size_t n = 1 + below(3); n > 0; --n) {
      std::size_t begin = below(client.size() + 1);
      std::size_t end = std::min(client.size(), begin + below(8));
      if (client.splits_line_end(begin)) --begin;
      if (client.splits_line_end(end)) ++end;
      const std::u32string& text = pieces[below(pieces.size())];
      std::string bytes;
      for (char32_t c : text) append_utf8(bytes, c);
      changes.push_back(change(client.position(begin, encoding), client.position(end, encoding), bytes));
      client.replace(begin, end, text);
    }
    const Changed changed = apply_changes(server, Member(changes), encoding);
    ASSERT_EQ(changed.text.bytes(), client.bytes()) << "round " << round << ": " << changes.dump();
    server = changed.text;
  }
}

INSTANTIATE_TEST_SUITE_P(Encodings, RandomChanges, ::testing::Values(Encoding::utf8, Encoding::utf16, Encoding::utf32));

}  // namespace
}  // namespace stet
