#include "facts/plain_number.h"

#include <gtest/gtest.h>

#include <limits>

namespace stet {
namespace {

TEST(PlainNumber, ShowsNoDecimalThatSaysNothing) {
  EXPECT_EQ(plain_number(7.4565, 1), "7.5");
  EXPECT_EQ(plain_number(7.04, 1), "7");
  EXPECT_EQ(plain_number(-0.01, 1), "0");
}

TEST(PlainNumber, GroupsFromFiveDigits) {
  EXPECT_EQ(plain_number(1600, 0), "1600");
  EXPECT_EQ(plain_number(16000, 0), "16,000");
  EXPECT_EQ(plain_number(-1234567.25, 2), "−1,234,567.25");
}

TEST(PlainNumber, HugeOnesStayShort) {
  EXPECT_EQ(plain_number(1e300, 2), "1e+300");
  EXPECT_EQ(plain_number(std::numeric_limits<double>::infinity(), 2), "∞");
}

}  // namespace
}  // namespace stet
