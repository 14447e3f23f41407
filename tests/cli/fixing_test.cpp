#include "cli/fixing.h"

#include "cli/sample.h"

namespace stet {
namespace {

Finding with_fix(std::vector<Edit> edits, bool safe) {
  Finding f = test::finding_at({0, 1});
  f.fixes.push_back({"fix", std::move(edits), safe});
  return f;
}

std::string fixed(std::string bytes, const std::vector<Finding>& findings) {
  return std::string(Text(std::move(bytes)).with(safe_fixes(findings).edits).bytes());
}

TEST(Fixing, OnlySafeFixesAreApplied) {
  EXPECT_EQ(fixed("abcdef", {with_fix({{{0, 1}, "A"}}, true), with_fix({{{2, 3}, "C"}}, false)}), "Abcdef");
}

TEST(Fixing, OfOverlappingFixesTheFirstWins) {
  const std::vector<Finding> findings{with_fix({{{1, 4}, "-"}}, true), with_fix({{{3, 5}, "+"}}, true)};
  EXPECT_EQ(fixed("abcdef", findings), "a-ef");
  EXPECT_EQ(safe_fixes(findings).fixes, 1u);
}

TEST(Fixing, AFixIsAppliedWholeOrNotAtAll) {
  EXPECT_EQ(fixed("abcdef", {with_fix({{{1, 2}, "B"}}, true), with_fix({{{1, 3}, "+"}, {{5, 6}, "F"}}, true)}),
            "aBcdef");
}

TEST(Fixing, AFixThatOverlapsItselfIsNone) {
  EXPECT_EQ(fixed("abcdef", {with_fix({{{1, 4}, "-"}, {{2, 3}, "+"}}, true)}), "abcdef");
}

TEST(Fixing, AFixForAllPlacesIsBetterThanOneForThisPlace) {
  Finding f = with_fix({{{0, 1}, "A"}}, true);
  f.fixes.push_back({"fix all 2", {{{0, 1}, "A"}, {{2, 3}, "C"}}, true});
  EXPECT_EQ(fixed("abcdef", {f}), "AbCdef");
}

TEST(Fixing, NeighboursBothStand) {
  EXPECT_EQ(fixed("abcdef", {with_fix({{{0, 2}, "-"}}, true), with_fix({{{2, 4}, "+"}}, true)}), "-+ef");
}

TEST(Fixing, TwoInsertionsAtOnePlaceAreOneTooMany) {
  EXPECT_EQ(fixed("ab", {with_fix({{{1, 1}, "1"}}, true), with_fix({{{1, 1}, "2"}}, true)}), "a1b");
}

}  // namespace
}  // namespace stet
