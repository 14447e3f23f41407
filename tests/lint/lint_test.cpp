#include "lint/lint.h"

#include <gmock/gmock.h>

#include <stdexcept>

#include "lint/density.h"
#include "newsroom.h"

namespace stet {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing_lint::Newsroom;
using testing_lint::page;

Newsroom boffins() {
  return Newsroom(
      {{"desk/boffins.md", page("boffins", "| phrase | instead |\n|---|---|\n| boffins | scientists |\n")}});
}

TEST(Lint, FindingsCarryTheirRuleFamilyUrlAndFix) {
  const Linted linted = boffins().lint("Boffins built it.");
  ASSERT_THAT(linted.findings, SizeIs(1));
  const Finding& finding = linted.findings[0];
  EXPECT_EQ(finding.rule, "boffins");
  EXPECT_EQ(finding.family, "desk");
  EXPECT_EQ(finding.url, "desk/boffins.md");
  EXPECT_EQ(finding.message, "“Boffins”: write “Scientists”");
  ASSERT_THAT(finding.fixes, SizeIs(1));
  EXPECT_EQ(finding.fixes[0].edits[0], (Edit{{0, 7}, "Scientists"}));
  EXPECT_THAT(finding.fingerprint, testing::MatchesRegex("[0-9a-f]{16}"));
}

TEST(Lint, TheFingerprintStaysWhenLinesMoveAndTellsEqualsApart) {
  const Newsroom desk = boffins();
  const auto alone = desk.lint("Many boffins say so.").findings;
  const auto moved = desk.lint("An older town.\n\nIt is wet.\n\nMany boffins say so.").findings;
  const auto twice = desk.lint("Many boffins say so.\n\nMany boffins say so.").findings;
  const auto other = desk.lint("Few boffins say so.").findings;
  EXPECT_EQ(alone[0].fingerprint, moved[0].fingerprint);
  EXPECT_EQ(alone[0].fingerprint, twice[0].fingerprint);
  EXPECT_NE(twice[0].fingerprint, twice[1].fingerprint);
  EXPECT_NE(alone[0].fingerprint, other[0].fingerprint);
}

TEST(Lint, ARuleThatFiresTooOftenBecomesOneFinding) {
  std::string draft;
  for (std::size_t i = 0; i < most_of_a_rule; ++i) draft += "The boffins left.\n\n";
  const Newsroom desk = boffins();
  EXPECT_THAT(desk.lint(draft).findings, SizeIs(most_of_a_rule));
  draft += "The boffins left.\n\n";
  const auto folded = desk.lint(draft).findings;
  ASSERT_THAT(folded, SizeIs(1));
  EXPECT_THAT(folded[0].message, HasSubstr("and 12 more places"));
  EXPECT_THAT(folded[0].related, SizeIs(12));
  EXPECT_EQ(folded[0].span, (Span{4, 11}));
  ASSERT_THAT(folded[0].fixes, SizeIs(2));
  EXPECT_THAT(folded[0].fixes[1].edits, SizeIs(13));
}

TEST(Lint, ACheckThatThrowsIsNotAssessedAndTheOthersGoOn) {
  Newsroom desk = boffins();
  Ready broken = desk.checks[0];
  broken.check = [](const Facts&, const Sources&, Report& report) {
    report.add_absolute({0, 1}, "half done");
    throw std::runtime_error("out of luck");
  };
  desk.checks.insert(desk.checks.begin(), broken);
  const Linted linted = desk.lint("The boffins left.");
  EXPECT_THAT(linted.findings, SizeIs(1));
  ASSERT_THAT(linted.not_assessed, SizeIs(1));
  EXPECT_EQ(linted.not_assessed[0].rule, "boffins");
  EXPECT_THAT(linted.not_assessed[0].why, HasSubstr("out of luck"));
}

TEST(Lint, StopsWhenAsked) {
  const Newsroom desk = boffins();
  std::stop_source stop;
  stop.request_stop();
  EXPECT_THAT(lint(desk.facts("The boffins left."), Sources(), desk.checks, {}, stop.get_token()).findings, IsEmpty());
}

TEST(Lint, WhatWasNotReadIsNotAssessed) {
  Newsroom desk = boffins();
  desk.context.language = "fr";
  const Linted linted = desk.lint("Les boffins partent.");
  EXPECT_THAT(linted.findings, IsEmpty());
  ASSERT_THAT(linted.not_assessed, SizeIs(1));
  EXPECT_EQ(linted.not_assessed[0].rule, "");
  EXPECT_THAT(linted.not_assessed[0].why, HasSubstr("English"));
}

TEST(Lint, AWaiverOfTheFileHidesByFingerprintUntilItsDate) {
  const Newsroom desk = boffins();
  const std::string draft = "Many boffins say so.\n\nFew boffins say so.";
  const auto found = desk.lint(draft).findings;
  const std::vector<FileWaiver> waivers{
      {found[0].fingerprint, "boffins", "boffins", "a quotation", date_of("2026-06-30"), "stet.waivers.toml", 3}};
  const Linted before = desk.lint(draft, {waivers, date_of("2026-06-30")});
  EXPECT_THAT(before.findings, SizeIs(1));
  ASSERT_THAT(before.suppressed, SizeIs(1));
  EXPECT_EQ(before.suppressed[0].span, found[0].span);
  EXPECT_THAT(before.used_waivers, ElementsAre(0));
  EXPECT_THAT(desk.lint(draft, {waivers, date_of("2026-07-01")}).findings, SizeIs(2));
}

TEST(Lint, AWaiverOfTheFileWithoutAReasonHidesNothing) {
  const Newsroom desk = boffins();
  const auto found = desk.lint("Many boffins say so.").findings;
  const std::vector<FileWaiver> waivers{{found[0].fingerprint, "boffins", "boffins", "", {}, "stet.waivers.toml", 3}};
  EXPECT_THAT(desk.lint("Many boffins say so.", {waivers, {}}).findings, SizeIs(1));
}

TEST(Lint, AWaiverThatNamesItsWordsHidesNothingElseInTheBlock) {
  const Newsroom desk(
      {{"desk/boffins.md", page("boffins", "| phrase |\n|---|\n| boffins |\n| top boffins |\n| eggheads |\n")}});
  const Linted linted = desk.lint("[stet: boffins \"Top  Boffins\" so they are called]\n\nTop boffins met eggheads.");
  ASSERT_THAT(linted.findings, SizeIs(1));
  EXPECT_THAT(linted.suppressed, SizeIs(1));
  EXPECT_EQ(linted.findings[0].message, "“eggheads”: Words the desk does not use");
}

}  // namespace
}  // namespace stet
