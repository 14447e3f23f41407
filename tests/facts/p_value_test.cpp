#include "facts/p_value.h"

#include <gtest/gtest.h>

#include <limits>

namespace stet {
namespace {

// Values as printed in tables of the distributions (and as R gives them).
TEST(PValue, OfEachTest) {
  EXPECT_NEAR(*p_value(Statistic::t, 2.048, 28, 0), .05, 1e-4);
  EXPECT_NEAR(*p_value(Statistic::t, -2.20, 28, 0), .0362, 1e-4);
  EXPECT_NEAR(*p_value(Statistic::f, 3.15, 2, 60), .05, 1e-4);
  EXPECT_NEAR(*p_value(Statistic::chi2, 3.841, 1), .05, 1e-4);
  EXPECT_NEAR(*p_value(Statistic::q, 20.1, 12), .0652, 1e-4);
  EXPECT_NEAR(*p_value(Statistic::z, 1.96, 0), .05, 1e-4);
  EXPECT_NEAR(*p_value(Statistic::r, .25, 60), .05, 1e-3);
}

TEST(PValue, NothingThrowsAndNothingIsInvented) {
  constexpr double infinite = std::numeric_limits<double>::infinity(), none = std::numeric_limits<double>::quiet_NaN();
  for (const double value : {0., 1., -3., 1e-300, 1e300, infinite, none})
    for (const double df : {0., -1., .5, 1., 1e9, infinite, none})
      for (const Statistic s : {Statistic::t, Statistic::f, Statistic::r, Statistic::chi2, Statistic::z, Statistic::q})
        if (const auto p = p_value(s, value, df, df)) {
          EXPECT_GE(*p, 0);
          EXPECT_LE(*p, 1);
        }
  EXPECT_FALSE(p_value(Statistic::t, 2, 0));
  EXPECT_FALSE(p_value(Statistic::r, 1.5, 20));
  EXPECT_FALSE(p_value(Statistic::f, 2, 3));
}

}  // namespace
}  // namespace stet
