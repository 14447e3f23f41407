// A megabyte under the hands of somebody who restructures it: two thousand edits in each encoding (a tenth of that
// under sanitizers; STET_EDITS says another number). The server's text is the client's after each, and its findings,
// now and then, those of a fresh check.
#include <gmock/gmock.h>

#include <cstdlib>
#include <optional>
#include <random>

#include "bench/news.h"
#include "lsp/desk.h"
#include "lsp/diagnostic.h"

namespace stet {
namespace {

#ifdef STET_SANITIZED
constexpr int usual_edits = 200;
#else
constexpr int usual_edits = 2000;
#endif
constexpr int checks = 10;

int edits_wanted() {
  const char* said = std::getenv("STET_EDITS");
  return said != nullptr ? std::atoi(said) : usual_edits;
}

// Edits that change what stands far from them, and small ones. What would swallow the rest of the draft is taken back
// by the edit after it, three times out of four.
class Restructurer {
 public:
  explicit Restructurer(unsigned seed) : random_(seed) {}

  Edit next(const Text& text) {
    if (undo_ && below(4) > 0) return *std::exchange(undo_, std::nullopt);
    undo_.reset();
    static const std::vector<std::string> wide{"\n```\n",
                                               "\n~~~\n",
                                               "“",
                                               "\"",
                                               "”",
                                               "<!--",
                                               "-->",
                                               "\n\n[^1]: A note, TK.\n\n",
                                               "\n\n[a]: https://example.org\n\n",
                                               "\n> ",
                                               "\n\n---\n\n"};
    static const std::vector<std::string> small{"TK ", "😀",    "é",           "\n\n", "\n", "\r\n",
                                                "\r",  "[^1]",  " $5 million", "- ",   "",   "",
                                                "",    "(ABC)", "# ",          "**",   "x",  " said Ana Ruiz, "};
    const bool front = below(40) == 0;
    const auto begin = front ? 0 : below(text.size() + 1);
    if (front) return remember({{0, 0}, "---\ndate: 2026-11-02\n---\n"});
    if (below(5) == 0) return remember({{begin, begin}, wide[below(wide.size())]});
    return {{begin, std::min(text.size(), begin + below(6))}, small[below(small.size())]};
  }

 private:
  std::uint32_t below(std::size_t n) { return static_cast<std::uint32_t>(random_() % n); }
  Edit remember(Edit edit) {
    undo_ = Edit{{edit.span.begin, edit.span.begin + static_cast<std::uint32_t>(edit.text.size())}, ""};
    return edit;
  }

  std::mt19937 random_;
  std::optional<Edit> undo_;
};

class LargeDraft : public ::testing::TestWithParam<Encoding> {};

TEST_P(LargeDraft, KeepsTextAndFindingsRightThroughRestructuring) {
  const Encoding encoding = GetParam();
  const std::string uri = "untitled:a";
  Text text(bench::news_draft(7, 1'000'000));
  Desk desk;
  desk.talk.initialize({{"general", {{"positionEncodings", json::array({encoding_name(encoding)})}}},
                        {"textDocument", {{"publishDiagnostics", {{"versionSupport", true}}}}}});
  desk.talk.open(uri, 1, std::string(text.bytes()));
  desk.heard();
  Restructurer restructurer(23 + static_cast<unsigned>(encoding));
  const int edits = edits_wanted();
  for (int i = 1; i <= edits; ++i) {
    Edit edit = restructurer.next(text);
    // As the client sees it: an edit cannot begin inside a character.
    const Position start = text.position(edit.span.begin, encoding), end = text.position(edit.span.end, encoding);
    edit.span = {text.offset(start, encoding), text.offset(end, encoding)};
    text = text.with({&edit, 1});
    const auto place = [](const Position& p) { return json{{"line", p.line}, {"character", p.column}}; };
    desk.talk.change(uri, i + 1, {{{"text", edit.text}, {"range", {{"start", place(start)}, {"end", place(end)}}}}});
    ASSERT_TRUE(desk.talk.session.text(uri)->bytes() == text.bytes()) << "edit " << i;
    if (i % std::max(edits / checks, 1) != 0) continue;

    desk.talk.wait(longest_wait + settling_time);
    json published;
    for (json& message : desk.heard())
      if (message.value("method", "") == "textDocument/publishDiagnostics") published = std::move(message["params"]);
    ASSERT_EQ(published["version"], i + 1);
    const auto fresh = make_reading({uri, {}, 0, text, Format::markdown, nullptr, {}}, desk.workspace(), std::nullopt);
    json expected = json::array();
    for (const Finding& finding : fresh->linted.findings)
      expected.push_back(diagnostic_json(finding, *fresh, uri, encoding, {}));
    ASSERT_TRUE(published["diagnostics"] == expected) << "edit " << i;
  }
}

INSTANTIATE_TEST_SUITE_P(Encodings, LargeDraft, ::testing::Values(Encoding::utf8, Encoding::utf16, Encoding::utf32));

}  // namespace
}  // namespace stet
