#include "lint/page.h"

#include <gmock/gmock.h>

#include "newsroom.h"

namespace stet {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing_lint::page;

PageError error_of(const std::string& text) {
  const auto read = read_page(text, "desk/boffins.md", "desk");
  const auto* error = std::get_if<PageError>(&read);
  return error == nullptr ? PageError{"", 0, 0, "no error"} : *error;
}

Page page_of(const std::string& text) { return std::get<Page>(read_page(text, "desk/boffins.md", "desk")); }

TEST(ReadPage, ReadsTheTableOfOptions) {
  const Page read =
      page_of(page("boffins", "",
                   "| scope | draft | all of it |\n| loud | true | |\n| least | 2.5 | |\n"
                   "| who | boffins, eggheads | |\n| one | boffins, | |\n| no | none | |\n| how | so | |\n"));
  EXPECT_EQ(read.severity, Severity::warning);
  EXPECT_TRUE(read.draft_scope);
  const Options options = default_options(read);
  EXPECT_TRUE(options.flag("loud"));
  EXPECT_EQ(options.number("least"), 2.5);
  EXPECT_THAT(options.list("who"), ElementsAre("boffins", "eggheads"));
  EXPECT_THAT(options.list("one"), ElementsAre("boffins"));
  EXPECT_THAT(options.list("no"), ElementsAre());
  EXPECT_EQ(options.text("how"), "so");
  EXPECT_THROW(options.flag("least"), std::logic_error);
  EXPECT_THROW(options.flag("missing"), std::logic_error);
}

TEST(ReadPage, ReadsExamplesWithTheirScene) {
  const Page read =
      page_of(page("boffins",
                   "```file notes/a.bib\n@book{ruiz,}\n```\n\n````draft html date=2020-06-01 who=\"a, b\"\n"
                   "{==x==}\n```\n````\n",
                   "| who | x, y | |\n"));
  ASSERT_EQ(read.examples.size(), 1u);
  EXPECT_EQ(read.examples[0].format, "html");
  EXPECT_EQ(read.examples[0].marked, "{==x==}\n```\n");
  EXPECT_EQ(read.examples[0].settings.at("who"), "a, b");
  EXPECT_EQ(read.examples[0].files.at(0).path, "notes/a.bib");
  EXPECT_EQ(read.examples[0].line, 15u);
}

TEST(ReadPage, AFaultHasItsLineAndColumn) {
  const PageError regex = error_of(page("boffins", "```pattern\nok\n  é(un\n```\n"));
  EXPECT_EQ(regex.line, 11u);
  EXPECT_THAT(regex.message, HasSubstr("RE2"));
  const PageError severity = error_of("# boffins\n\nx\n\n| option | default |\n|--|--|\n| severity | loud |\n");
  EXPECT_EQ(severity.line, 7u);
  EXPECT_EQ(severity.column, 14u);
  EXPECT_THAT(error_of(page("boffins", "```draft date=tomorrow\nx\n```\n")).message, HasSubstr("date"));
  EXPECT_THAT(error_of(page("boffins", "```draft who=x\nx\n```\n")).message, HasSubstr("no option \"who\""));
  const PageError marks = error_of(page("boffins", "```draft\nx\né{==y\n```\n"));
  EXPECT_EQ(marks.line, 11u);
  EXPECT_EQ(marks.column, 2u);
  EXPECT_THAT(error_of(page("boffins", "```draft\nx\n")).message, HasSubstr("never closed"));
}

TEST(ReadPage, APageThatIsNoRuleIsRefused) {
  EXPECT_THAT(error_of("").message, HasSubstr("# boffins"));
  EXPECT_THAT(error_of("Text first.\n").message, HasSubstr("# boffins"));
  EXPECT_THAT(error_of("# eggheads\n\nx\n").message, HasSubstr("its file"));
  EXPECT_THAT(error_of("# boffins\n\nx\n").message, HasSubstr("severity"));
  EXPECT_THAT(error_of(page("boffins", "| phrase |\n|--|\n| (a |\n")).message, HasSubstr("parentheses"));
  EXPECT_THAT(error_of(page("boffins", "```pattern\nx*\n```\n")).message, HasSubstr("nothing at all"));
}

TEST(ReadPage, HostilePagesAreReadInTime) {
  error_of("# boffins\n\n" + std::string(1 << 20, '|'));
  error_of(page("boffins", "| phrase |\n|--|\n| " + std::string(100000, '(') + std::string(100000, '|')));
  error_of(page("boffins", "```draft\n" + std::string(300000, '{') + "\n```\n"));
  error_of("# boffins\n" + std::string(300000, '`'));
  SUCCEED();
}

TEST(Newsroom, ABrokenPageNeverTakesTheOthersDown) {
  const testing_lint::Newsroom desk({{"desk/boffins.md", page("boffins", "| phrase |\n|--|\n| boffins |\n")},
                                     {"desk/broken.md", page("broken", "```pattern\n(\n```\n")},
                                     {"desk/empty.md", page("empty", "")},
                                     {"other/boffins.md", page("boffins", "| phrase |\n|--|\n| x |\n")}});
  EXPECT_EQ(desk.errors.size(), 3u);
  EXPECT_THAT(desk.flagged("The boffins left."), ElementsAre("boffins"));
}

}  // namespace
}  // namespace stet
