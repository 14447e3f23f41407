#include "lint/patterns.h"

#include <gmock/gmock.h>

#include "lint/phrases.h"
#include "newsroom.h"

namespace stet {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing_lint::Newsroom;
using testing_lint::page;

Newsroom with_patterns(const std::string& patterns, const std::string& options = "") {
  return Newsroom({{"desk/own.md", page("own", "```pattern\n" + patterns + "\n```\n", options)}});
}

TEST(Patterns, TheRequiredWordsOfAPattern) {
  EXPECT_THAT(required_words("very unique"), ElementsAre("unique"));
  EXPECT_THAT(required_words("(critics|experts) (say|warn)"), ElementsAre("critics", "experts"));
  EXPECT_THAT(required_words("critics? say"), ElementsAre("critic", "critics"));
  EXPECT_THAT(required_words("the critics?"), ElementsAre("critic", "critics"));
  // Not all that \w* may be can be listed.
  EXPECT_THAT(required_words("critic\\w*"), IsEmpty());
  EXPECT_THAT(required_words("\\d+ \\d+"), IsEmpty());
  EXPECT_THAT(required_words("(anti)?critics"), IsEmpty());
}

TEST(Patterns, MatchWholeWordsAsTheReaderSeesThem) {
  EXPECT_THAT(with_patterns("don't (really|even) know").flagged("They don’t  really know."),
              ElementsAre("don’t  really know"));
  EXPECT_THAT(with_patterns("art").flagged("Start the art, Art."), ElementsAre("art", "Art"));
  EXPECT_THAT(with_patterns("zorblat\\w*").flagged("A zorblatting."), ElementsAre("zorblatting"));
  EXPECT_THAT(with_patterns("very \\w+").flagged("A very old. Very new."), ElementsAre("very old", "Very new"));
  EXPECT_THAT(with_patterns("the end. new").flagged("It is the end. New things come."), IsEmpty());
}

TEST(Patterns, QuotationsAreNotTheWriters) {
  EXPECT_THAT(with_patterns("very unique").flagged("“It is very unique,” she said, a very unique view."),
              ElementsAre("very unique"));
  EXPECT_THAT(with_patterns("very unique", "| zones | body, quotation | |\n").flagged("“It is very unique,” she said."),
              ElementsAre("very unique"));
}

TEST(Phrases, ExpandTheirAlternatives) {
  const auto expanded = [](std::string_view s) { return std::get<std::vector<std::string>>(expand_phrase(s)); };
  EXPECT_THAT(expanded("(critics|experts) say"), ElementsAre("critics say", "experts say"));
  EXPECT_THAT(expanded("(the |)mayor"), ElementsAre("the mayor", "mayor"));
  EXPECT_TRUE(std::holds_alternative<std::string>(expand_phrase("(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)(a|b)")));
  EXPECT_TRUE(std::holds_alternative<std::string>(expand_phrase("(x|)")));
}

TEST(Phrases, TheLongestCountsAndOverlapsDoNot) {
  const Newsroom desk({{"desk/own.md", page("own",
                                            "| phrase | message |\n|--|--|\n| many (a|\\|the) few | |\n"
                                            "| many | {}: how many? |\n| so-called | |\n")}});
  EXPECT_THAT(desk.flagged("Many a few, many, a **so-called** view."), ElementsAre("Many a few", "many", "so-called"));
  EXPECT_EQ(desk.lint("It is many.").findings.at(0).message, "many: how many?");
}

}  // namespace
}  // namespace stet
