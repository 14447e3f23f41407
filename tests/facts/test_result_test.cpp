#include "facts/test_result.h"

#include <gtest/gtest.h>

#include "facts/facts.h"

namespace stet {
namespace {

std::vector<TestResult> results(std::string text) {
  Context c;
  c.lexicon = plain_lexicon();
  const Facts facts = read(Text(std::move(text)), Format::plain, c);
  return find_test_results(WordView(facts.paragraph(0), facts.context()), facts.local(0).figures);
}

TEST(TestResults, AsTheyAreWritten) {
  const auto found =
      results("So t(28) = -2.20, p = .036; F(1,38) = 5.9, p < .05; χ2(2, N = 170) = 14.14, p > .1; z=1.96, p=.05.");
  ASSERT_EQ(found.size(), 4u);
  EXPECT_EQ(found[0].value, -2.2);
  EXPECT_NEAR(found[0].rounding, .005, 1e-12);
  EXPECT_EQ(found[0].df1, 28);
  EXPECT_EQ(found[1].df2, 38);
  EXPECT_EQ(found[1].p.sign, '<');
  EXPECT_EQ(found[2].statistic, Statistic::chi2);
  EXPECT_EQ(found[2].df1, 2);
  EXPECT_EQ(found[2].p.sign, '>');
  EXPECT_EQ(found[3].statistic, Statistic::z);
}

TEST(TestResults, WhatIsNone) {
  EXPECT_TRUE(results("p = .03").empty());
  EXPECT_TRUE(results("On page t(2) we read x = 3, p = 4.").empty());
  EXPECT_TRUE(results("f(3) = 2, p = .5 and t(1, 2) = 3, p = .1 and F(3) = 2, p = .2").empty());
  EXPECT_TRUE(results("= 2, p = .5").empty());
  EXPECT_TRUE(results("t(((((((((((3 = 2, p = .5").empty());
}

}  // namespace
}  // namespace stet
