#include "cli/excerpt.h"

#include "cli/sample.h"
#include "cli/terminal.h"

namespace stet {
namespace {

// The line and its underline, as a terminal would show them.
std::string shown(std::string bytes, std::string_view words, std::size_t width) {
  const Text text(std::move(bytes));
  const Excerpt e = excerpt(text, test::place_in(text, words), width);
  return e.before + e.marked + e.after + "\n" + std::string(e.indent, ' ') + std::string(e.length, '^');
}

TEST(Excerpt, AShortLineIsShownWhole) {
  EXPECT_EQ(shown("first\nMany analysts say so.\nlast", "analysts", 60),
            "Many analysts say so.\n"
            "     ^^^^^^^^");
}

TEST(Excerpt, ALongLineIsCutBetweenWordsAroundThePlace) {
  EXPECT_EQ(shown("The harbour board met on Tuesday and many analysts say the ferry will fail before the spring.",
                  "many analysts", 50),
            "…on Tuesday and many analysts say the ferry will…\n"
            "                ^^^^^^^^^^^^^");
}

TEST(Excerpt, NearTheStartAllTheRoomGoesToTheRight) {
  EXPECT_EQ(shown("Many analysts say the ferry will fail before the spring comes to the islands.", "Many", 40),
            "Many analysts say the ferry will fail…\n"
            "^^^^");
}

TEST(Excerpt, WideCharactersAreTwoColumnsAndCombiningMarksNone) {
  EXPECT_EQ(shown("東京 e\u0301lan many say", "many", 60),
            "東京 e\u0301lan many say\n"
            "          ^^^^");
}

TEST(Excerpt, ATabIsFourColumns) {
  EXPECT_EQ(shown("\tmany say", "many", 60),
            "    many say\n"
            "    ^^^^");
}

TEST(Excerpt, WhatATerminalWouldObeyIsShownInstead) {
  EXPECT_EQ(shown("\x1b[31m many \xff", "many", 60),
            "␛[31m many \uFFFD\n"
            "      ^^^^");
}

TEST(Excerpt, AByteOrderMarkIsNotShown) { EXPECT_EQ(shown("\xEF\xBB\xBFmany say", "many", 60), "many say\n^^^^"); }

TEST(Excerpt, OfAPlaceOverSeveralLinesTheFirstIsShown) {
  EXPECT_EQ(shown("so many\nanalysts say", "many\nanalysts", 60), "so many\n   ^^^^");
}

TEST(Excerpt, ALongPlaceIsCutAtItsEnd) {
  EXPECT_EQ(shown("“We were told on Monday that the ferry would sail again by Friday,” she said.",
                  "We were told on Monday that the ferry would sail again by Friday", 45),
            "“We were told on Monday that…\n"
            " ^^^^^^^^^^^^^^^^^^^^^^^^^^^^");
}

TEST(Excerpt, AnEmptyPlaceHasAMark) {
  const Text text("abc");
  EXPECT_EQ(excerpt(text, {3, 3}, 40).indent, 3u);
  EXPECT_EQ(excerpt(text, {3, 3}, 40).length, 1u);
}

TEST(Excerpt, NeverWiderThanAskedHoweverLongTheLine) {
  const std::string far(300'000, 'x');
  const Text text(far + " many " + far);
  const Excerpt e = excerpt(text, test::place_in(text, "many"), 60);
  EXPECT_LE(columns_of(e.before + e.marked + e.after), 60u);
  EXPECT_EQ(e.marked, "many");
}

}  // namespace
}  // namespace stet
