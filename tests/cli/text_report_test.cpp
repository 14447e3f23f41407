#include <gmock/gmock.h>

#include "cli/sample.h"

namespace stet {
namespace {

std::string whole(const std::vector<Checked>& drafts, const Look& look = {}) {
  return test::whole_report("text", drafts, look);
}

TEST(TextReport, AFindingWithItsLineItsOtherPlaceAndItsFix) {
  EXPECT_EQ(whole({test::tunnel_draft()}),
            "drafts/ferry.md:3:17: error: $1.8 billion here, $1.6 billion in paragraph 1 [figure-inconsistent]\n"
            "  3 │ The tunnel cost $1.8 billion in all.\n"
            "    │                 ^^^^^^^^^^^^\n"
            "  1 │ It cost $1.6 billion.\n"
            "    │         ------------ $1.6 billion\n"
            "    = fix: Replace with $1.6 billion\n"
            "    = why: https://example.org/figure-inconsistent.md\n"
            "\n"
            "1 file, 7 words: 1 error\n");
}

TEST(TextReport, ARulesPageIsNamedOnce) {
  const std::string out = whole({test::checked_draft("Many say. Some say.", {"Many", "Some"})});
  const std::string page = "stet rules weasel-attribution";
  EXPECT_NE(out.find(page), std::string::npos);
  EXPECT_EQ(out.find(page), out.rfind(page));
}

TEST(TextReport, CountsFilesWordsFindingsAndWaived) {
  Checked draft = test::checked_draft("Many say. Some say.", {"Many", "Some"});
  draft.words = 1200;
  draft.linted.findings[1].severity = Severity::hint;
  draft.linted.suppressed.resize(3);
  EXPECT_THAT(whole({draft, test::checked_draft("Fine.", {})}),
              testing::HasSubstr("\n2 files, 1,207 words: 1 warning, 1 hint; 3 waived\n"));
  EXPECT_EQ(whole({test::checked_draft("Fine.", {})}), "1 file, 7 words: no findings\n");
}

TEST(TextReport, SaysEachReasonForNotAssessingOnce) {
  Checked draft = test::checked_draft("Fine.", {});
  draft.linted.not_assessed.push_back({"weekday-date-mismatch", "no publication date", {}});
  draft.linted.not_assessed.push_back({"relative-time", "no publication date", {}});
  Checked other = draft;
  other.path = "drafts/tunnel.md";
  other.linted.not_assessed.push_back({"", "nested too deep", {2, 4}});
  EXPECT_EQ(
      whole({draft, other}),
      "2 files, 14 words: no findings\n"
      "Not assessed:\n"
      "  relative-time, weekday-date-mismatch: no publication date (2 places: drafts/ferry.md, drafts/tunnel.md)\n"
      "  nested too deep (drafts/tunnel.md:1:3)\n");
}

TEST(TextReport, QuietIsFindingsAlone) { EXPECT_EQ(whole({test::checked_draft("Fine.", {})}, {.quiet = true}), ""); }

TEST(TextReport, StatisticsCountTheRules) {
  EXPECT_THAT(whole({test::checked_draft("Many say. Some say.", {"Many", "Some"})}, {.statistics = true}),
              testing::HasSubstr("      2  weasel-attribution "));
}

TEST(TextReport, ColourIsOnlyWhereItIsAskedFor) {
  EXPECT_THAT(whole({test::tunnel_draft()}), testing::Not(testing::HasSubstr("\x1b")));
  EXPECT_THAT(whole({test::tunnel_draft()}, {.colour = true}), testing::HasSubstr("\x1b[1;31merror:\x1b[0m"));
}

TEST(TextReport, ADraftCannotDriveTheTerminal) {
  Checked draft = test::checked_draft("Many \x1b[2J say.", {"Many"});
  draft.linted.findings[0].message = "\x1b]0;title\x07\n?";
  draft.path = "a\x1b.md";
  EXPECT_THAT(whole({draft}), testing::Not(testing::HasSubstr("\x1b")));
}

TEST(TextReport, OfManyOtherPlacesTheFirstFewAreShown) {
  Checked draft = test::checked_draft("Many.", {"Many"});
  for (int i = 0; i < 7; ++i) draft.linted.findings[0].related.push_back({"", {0, 4}, "place " + std::to_string(i)});
  EXPECT_THAT(whole({draft}), testing::AllOf(testing::HasSubstr("place 4\n    = and: 2 more places\n"),
                                             testing::Not(testing::HasSubstr("place 5"))));
}

TEST(TextReport, AnotherFilesPlaceIsNamedWithItsLine) {
  Checked draft = test::checked_draft("Many.", {"Many"});
  draft.linted.findings[0].related = {{"refs.bib", {3, 5}, "defined here"}};
  draft.others.emplace("refs.bib", Text("a\n\nbc"));
  EXPECT_THAT(whole({draft}), testing::HasSubstr("    = in: refs.bib:3:1\n"
                                                 "  3 │ bc\n"
                                                 "    │ -- defined here\n"));
}

}  // namespace
}  // namespace stet
