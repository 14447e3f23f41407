#include "text/text.h"

#include <gtest/gtest.h>

#include <random>

#include "text/utf8.h"

namespace stet {
namespace {

TEST(Text, LinesEndAtLfCrlfAndLoneCr) {
  const Text text("one\ntwo\r\nthree\rfour\n");
  EXPECT_EQ(text.line_count(), 5u);
  EXPECT_EQ(text.bytes(text.line(1)), "two");
  EXPECT_EQ(text.bytes(text.line(2)), "three");
  EXPECT_EQ(text.bytes(text.line(4)), "");
}

TEST(Text, AnEmptyTextHasOneEmptyLine) {
  EXPECT_EQ(Text().line_count(), 1u);
  EXPECT_EQ(Text().position(9, Encoding::utf16), (Position{0, 0}));
}

TEST(Text, ColumnsCountUnitsOfTheEncoding) {
  const Text text("a😀e\u0301z");  // an emoji; e with a combining acute
  EXPECT_EQ(text.position(5, Encoding::utf8), (Position{0, 5}));
  EXPECT_EQ(text.position(5, Encoding::utf16), (Position{0, 3}));
  EXPECT_EQ(text.position(5, Encoding::utf32), (Position{0, 2}));
  EXPECT_EQ(text.offset({0, 3}, Encoding::utf16), 5u);
  EXPECT_EQ(text.offset({0, 2}, Encoding::utf16), 1u) << "half an emoji is its beginning";
  EXPECT_EQ(text.offset({0, 2}, Encoding::utf32), 5u);
}

TEST(Text, PlacesOutsideAreBroughtInside) {
  const Text text("ab\ncd");
  EXPECT_EQ(text.offset({0, 99}, Encoding::utf16), 2u) << "the line's end, not the next line";
  EXPECT_EQ(text.offset({99, 0}, Encoding::utf16), 5u);
  EXPECT_EQ(text.position(99, Encoding::utf8), (Position{1, 2}));
}

TEST(Text, ABrokenByteIsOneColumn) {
  const Text text("a\xFF\xC3z");
  EXPECT_EQ(text.position(3, Encoding::utf16), (Position{0, 3}));
  EXPECT_EQ(text.offset({0, 3}, Encoding::utf32), 3u);
}

TEST(Text, EditsAreGivenInTheOldPlaces) {
  const Text text("one two three");
  const std::vector<Edit> edits{{{8, 13}, "four"}, {{0, 3}, "1"}, {{4, 4}, ">"}};
  EXPECT_EQ(text.with(edits).bytes(), "1 >two four");
}

// Every code point boundary of a random text, short lines and long ones: there and back again.
TEST(Text, PositionAndOffsetAreInverse) {
  std::mt19937 random(7);
  const std::string_view pieces[] = {"a", "é", "—", "😀", "\n", "\r\n", "\r", "\xFF", " word"};
  for (int round = 0; round < 20; ++round) {
    std::string bytes;
    const bool long_lines = round % 2 == 0;
    for (int i = 0; i < 4000; ++i) {
      const auto k = random() % std::size(pieces);
      if (long_lines && k >= 4 && k <= 6 && random() % 400 != 0) continue;
      bytes += pieces[k];
    }
    const Text text(bytes);
    for (std::uint32_t at = 0; at < bytes.size(); at += decode_utf8(bytes, at).length) {
      if (at > 0 && bytes[at] == '\n' && bytes[at - 1] == '\r') continue;  // inside a line end
      for (const Encoding e : {Encoding::utf8, Encoding::utf16, Encoding::utf32})
        ASSERT_EQ(text.offset(text.position(at, e), e), at) << "round " << round;
    }
  }
}

TEST(Utf8, NamesThePlacesThatAreNotUtf8) {
  EXPECT_TRUE(ill_formed_utf8("naïve 😀").empty());
  const auto places = ill_formed_utf8("a\xC0\xAF b\xED\xA0\x80");  // overlong slash; a surrogate
  ASSERT_EQ(places.size(), 2u);
  EXPECT_EQ(places[0], (Span{1, 3}));
  EXPECT_EQ(places[1], (Span{5, 8}));
  EXPECT_EQ(valid_utf8("a\xFFz"), "a\uFFFDz");
}

}  // namespace
}  // namespace stet
