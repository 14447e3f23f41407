// Checks that are passes: each sees every paragraph once, in order, whatever the others do.
#include "lint/passes.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <stdexcept>

#include "newsroom.h"

namespace stet {
namespace {

using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;
using testing_lint::Newsroom;
using testing_lint::page;

Newsroom desk_with(Check check) {
  Newsroom desk(
      {{"desk/whole.md", page("whole", "| phrase |\n|---|\n| boffins |\n", "| scope | draft | goes over it |\n")}});
  desk.checks[0].check = std::move(check);
  return desk;
}

TEST(Passes, SeeEveryParagraphInOrderThenConclude) {
  std::vector<std::size_t> seen;
  bool concluded = false;
  const Newsroom desk = desk_with([&](const Facts&, const Sources&, Report& report) {
    return Pass{[&](std::size_t p) { seen.push_back(p); },
                [&] {
                  concluded = true;
                  report.add(0, {0, 3}, "done");
                }};
  });
  std::string draft;
  for (int n = 0; n < 1000; ++n) draft += "The boat left.\n\n";
  EXPECT_THAT(desk.lint(draft).findings, SizeIs(1));
  ASSERT_THAT(seen, SizeIs(1000));
  EXPECT_TRUE(std::ranges::is_sorted(seen));
  EXPECT_TRUE(concluded);
}

TEST(Passes, WithNothingToLookForFindNothing) {
  const Newsroom desk = desk_with([](const Facts&, const Sources&, Report&) { return Pass{}; });
  EXPECT_THAT(desk.lint("The boat left.").findings, IsEmpty());
  EXPECT_THAT(desk.lint("The boat left.").not_assessed, IsEmpty());
}

TEST(Passes, OneThatThrowsIsNotAssessed) {
  const Newsroom desk = desk_with([](const Facts&, const Sources&, Report& report) {
    return Pass{[&report](std::size_t p) {
      report.add(p, {0, 3}, "half done");
      throw std::runtime_error("out of luck");
    }};
  });
  const Linted linted = desk.lint("The boat left.");
  EXPECT_THAT(linted.findings, IsEmpty());
  ASSERT_THAT(linted.not_assessed, SizeIs(1));
  EXPECT_THAT(linted.not_assessed[0].why, HasSubstr("out of luck"));
}

// A draft and its next versions, as an editor lints them.
struct Versions {
  Newsroom desk;
  Facts facts;
  Linted linted;

  Versions(Check check, const std::string& draft) : desk(desk_with(std::move(check))), facts(desk.facts(draft)) {
    linted = stet::lint(facts, Sources(), desk.checks, {.keep = true});
  }
  void edit(const std::string& draft) {
    Facts next = read(Text(draft), Format::plain, desk.context, &facts);
    const LintedBefore before{&facts, linted.kept};
    linted = stet::lint(next, Sources(), desk.checks, {.before = &before, .keep = true});
    facts = std::move(next);
  }
};

TEST(Passes, AreSparedParagraphsThatHoldNothing) {
  std::vector<std::size_t> seen;
  Versions versions(
      [&](const Facts& facts, const Sources&, Report&) {
        return Pass{[&](std::size_t p) {
          seen.push_back(p);
          return facts.paragraph(p).letters.find("boat") == std::string::npos ? Holds::nothing : Holds::something;
        }};
      },
      "The boat left.\n\nIt rained.\n\nThe wind turned.\n\nA boat came.");
  EXPECT_THAT(seen, testing::ElementsAre(0, 1, 2, 3));
  seen.clear();
  versions.edit("The boat left.\n\nIt rained.\n\nThe wind turned again.\n\nA boat came.");
  EXPECT_THAT(seen, testing::ElementsAre(0, 2, 3));
  seen.clear();
  versions.edit("The boat left.\n\nThe wind turned again.\n\nA boat came.");
  EXPECT_THAT(seen, testing::ElementsAre(0, 2));
}

TEST(Passes, AreGivenWhatTheyTookFromParagraphsThatHaveNotChanged) {
  std::vector<std::size_t> made;
  std::vector<std::pair<std::size_t, std::uint32_t>> taken;
  Versions versions(
      [&](const Facts& facts, const Sources&, Report&) {
        return digesting<std::uint32_t>(
            [&](std::size_t p, std::vector<std::uint32_t>& out) {
              made.push_back(p);
              if (facts.paragraph(p).words.size() > 3) out.push_back(facts.paragraph(p).size());
            },
            [&](std::size_t p, std::span<const std::uint32_t> sizes) { taken.emplace_back(p, sizes[0]); }, {});
      },
      "The boat left.\n\nRain.\n\nThe wind turned.");
  made.clear(), taken.clear();
  versions.edit("Late news today.\n\nThe boat left.\n\nRain.\n\nThe wind turned.");
  EXPECT_THAT(made, testing::ElementsAre(0));
  EXPECT_THAT(taken, testing::ElementsAre(testing::Pair(0, 16), testing::Pair(1, 14), testing::Pair(3, 16)));
}

TEST(Passes, OneThatThrewIsShownEverythingAgain) {
  bool lucky = false;
  std::vector<std::size_t> taken;
  Versions versions(
      [&](const Facts&, const Sources&, Report&) {
        return digesting<std::uint32_t>(
            [&](std::size_t p, std::vector<std::uint32_t>& out) {
              if (p == 1 && !lucky) throw std::runtime_error("out of luck");
              out.push_back(1);
            },
            [&](std::size_t p, std::span<const std::uint32_t>) { taken.push_back(p); }, {});
      },
      "The boat left.\n\nIt rained.\n\nThe wind turned.");
  lucky = true;
  taken.clear();
  versions.edit("The boat left.\n\nIt rained.\n\nThe wind turned again.");
  EXPECT_THAT(taken, testing::ElementsAre(0, 1, 2));
  EXPECT_THAT(versions.linted.not_assessed, IsEmpty());
}

}  // namespace
}  // namespace stet
