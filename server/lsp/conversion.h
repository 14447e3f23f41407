#pragma once
// A measure in the other system of units, as a writer might add it.
#include <optional>
#include <string>

#include "facts/figure.h"

namespace stet {

// "5 km" gives "3.1 miles", "40 to 50 °F" gives "4 to 10 °C"; as finely as it was said. Nothing where it is no measure,
// or where the unit's name has several sizes (gallons, tons).
std::optional<std::string> in_the_other_system(const Figure& figure);

}  // namespace stet
