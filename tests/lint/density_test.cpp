#include "lint/density.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "lint/newsroom.h"

namespace stet {
namespace {

std::vector<Finding> findings(std::uint32_t n) {
  std::vector<Finding> out(n);
  for (std::uint32_t i = 0; i < n; ++i) {
    out[i].span = {i * 10, i * 10 + 3};
    out[i].message = "fault " + std::to_string(i);
    out[i].severity = Severity::information;
    out[i].fixes.push_back({"Mend", {{{i * 10, i * 10 + 3}, "x"}}, true});
  }
  return out;
}

TEST(Density, twelve_stand) { EXPECT_EQ(folded(findings(12)).size(), 12u); }

TEST(Density, thirteen_are_one_with_the_places_of_the_others) {
  auto many = findings(13);
  many[7].severity = Severity::error;
  const auto one = folded(std::move(many));
  ASSERT_EQ(one.size(), 1u);
  EXPECT_EQ(one[0].span, (Span{0, 3}));
  EXPECT_EQ(one[0].message, "fault 0 (and 12 more places)");
  EXPECT_EQ(one[0].severity, Severity::error) << "as loud as the loudest";
  ASSERT_EQ(one[0].related.size(), 12u);
  for (std::uint32_t i = 0; i < 12; ++i) {
    EXPECT_EQ(one[0].related[i].span, (Span{(i + 1) * 10, (i + 1) * 10 + 3}));
    EXPECT_EQ(one[0].related[i].message, "fault " + std::to_string(i + 1));
  }
  ASSERT_EQ(one[0].fixes.size(), 2u);
  EXPECT_EQ(one[0].fixes[1].title, "Fix all 13");
  EXPECT_EQ(one[0].fixes[1].edits.size(), 13u);
}

TEST(Density, in_whatever_order_they_come_the_first_by_place_speaks) {
  const auto in_order = folded(findings(40));
  for (const std::size_t begins : {1u, 7u, 20u, 39u}) {
    auto turned = findings(40);
    std::ranges::rotate(turned, turned.begin() + static_cast<std::ptrdiff_t>(begins));
    const auto one = folded(std::move(turned));
    ASSERT_EQ(one.size(), 1u);
    EXPECT_EQ(one[0].message, in_order[0].message);
    EXPECT_EQ(one[0].fixes[0].edits, in_order[0].fixes[0].edits);
    EXPECT_EQ(one[0].fixes[1].edits, in_order[0].fixes[1].edits);
    for (std::size_t i = 0; i < 39; ++i) EXPECT_EQ(one[0].related[i].span, in_order[0].related[i].span);
  }
}

TEST(Density, no_fix_of_all_where_one_has_none_or_two_touch) {
  auto without = findings(13);
  without[4].fixes.clear();
  EXPECT_EQ(folded(std::move(without))[0].fixes.size(), 1u);
  auto touching = findings(13);
  touching[4].fixes[0].edits[0].span = {29, 42};
  EXPECT_EQ(folded(std::move(touching))[0].fixes.size(), 1u);
}

}  // namespace
}  // namespace stet
