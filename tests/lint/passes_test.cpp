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

}  // namespace
}  // namespace stet
