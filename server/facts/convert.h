#pragma once
// One measure in two units. Factors are those of units.h; what units.h leaves open because a name has several sizes
// (gallon, ton, pint) is here with every size it has, from NIST Special Publication 811 (2008), appendix B.8.
#include <optional>
#include <string_view>
#include <vector>

#include "facts/figure.h"

namespace stet {

// A way to take a number from one unit to another: value * factor + offset.
struct Conversion {
  double factor = 1, offset = 0;
  std::string_view size;  // "US", "imperial", "short" …: which of a name's sizes; empty where there is one
  double of(double value) const { return value * factor + offset; }
};

// Every conversion from `from` to `to` (symbols as Figure::unit says them); none where they measure different things or
// one has no size.
std::vector<Conversion> conversions(std::string_view from, std::string_view to);

enum class System : unsigned char { none, metric, customary, nautical };
// Whose unit it is; none for what is no length, mass, area, volume, temperature, speed, pressure or power.
System system_of(std::string_view unit);

// A unit as prose writes it after a number: "km", "miles", "°C".
std::string_view unit_in_prose(std::string_view unit);

}  // namespace stet
