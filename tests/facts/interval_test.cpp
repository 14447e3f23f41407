#include "facts/interval.h"

#include <gtest/gtest.h>

namespace stet {
namespace {

TEST(Interval, Sums) {
  const Interval a{1.5, 2.5}, b{3, 3};
  EXPECT_EQ((a + b).low, 4.5);
  EXPECT_EQ((b - a).low, .5);
  EXPECT_EQ((b - a).high, 1.5);
  EXPECT_EQ(apart(a, b), .5);
  EXPECT_EQ(apart(a, {2, 9}), 0);
  EXPECT_EQ(quotient(b, a).low, 1.2);
  EXPECT_EQ(quotient(b, a).high, 2);
}

TEST(Interval, WhatTheWordingCanStandFor) {
  Figure half;
  half.value = .5;
  half.low = .48, half.high = .52;
  EXPECT_TRUE(interval_of(half).holds(.49));
  half.hedge = Figure::Hedge::over;
  EXPECT_TRUE(interval_of(half).holds(.9));
  EXPECT_FALSE(interval_of(half).holds(.49));
  half.hedge = Figure::Hedge::at_most;
  EXPECT_TRUE(interval_of(half).holds(0));
}

TEST(Interval, NumbersInDigits) {
  EXPECT_EQ(in_digits(1600), "1,600");
  EXPECT_EQ(in_digits(37.5), "37.5");
  EXPECT_EQ(in_digits(37.04), "37");
  EXPECT_EQ(in_digits(-1234567.891, 2), "-1,234,567.89");
  EXPECT_EQ(in_digits(-.001), "0");
  EXPECT_EQ(in_digits(100), "100");
  EXPECT_EQ(in_digits(1e300), "1e+300");
}

}  // namespace
}  // namespace stet
