#include "facts/convert.h"

#include <gmock/gmock.h>

namespace stet {
namespace {

using testing::DoubleNear;

double one(std::string_view from, std::string_view to, double value) { return conversions(from, to).at(0).of(value); }

TEST(Convert, FactorsAreExact) {
  EXPECT_THAT(one("km", "mi", 15), DoubleNear(9.32056788, 1e-8));
  EXPECT_THAT(one("acre", "ha", 741), DoubleNear(299.872, 1e-3));
  EXPECT_THAT(one("kn", "km/h", 20), DoubleNear(37.04, 1e-9));
}

TEST(Convert, TemperaturesHaveAnOffset) {
  EXPECT_THAT(one("Cel", "[degF]", -40), DoubleNear(-40, 1e-9));
  EXPECT_THAT(one("[degF]", "Cel", 212), DoubleNear(100, 1e-9));
}

TEST(Convert, ANameOfSeveralSizesHasThemAll) {
  EXPECT_EQ(conversions("gal", "l").size(), 2u);
  EXPECT_EQ(conversions("t", "ton").size(), 3u);
}

TEST(Convert, WhatMeasuresOtherThingsHasNone) {
  EXPECT_TRUE(conversions("km", "kg").empty());
  EXPECT_TRUE(conversions("mi", "h").empty());
  EXPECT_EQ(system_of("h"), System::none);
}

}  // namespace
}  // namespace stet
