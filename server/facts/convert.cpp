#include "facts/convert.h"

#include <array>
#include <utility>

#include "facts/units.h"

namespace stet {

namespace {

using D = Dimension;

struct Size {
  std::string_view symbol;
  D dimension;
  double factor;  // to the base of units.h: g, l, W
  std::string_view size;
};
// NIST SP 811, B.8: US and imperial (there "Canadian and U.K.") measures, short and long tons, horsepower.
constexpr std::array sizes = std::to_array<Size>({
    {"gal", D::volume, 3.785411784, "US"},
    {"gal", D::volume, 4.54609, "imperial"},
    {"pint", D::volume, .473176473, "US"},
    {"pint", D::volume, .56826125, "imperial"},
    {"quart", D::volume, .946352946, "US"},
    {"quart", D::volume, 1.1365225, "imperial"},
    {"ton", D::mass, 1e6, "metric"},
    {"ton", D::mass, 907184.74, "short"},
    {"ton", D::mass, 1016046.9088, "long"},
    {"hp", D::power, 745.69987, ""},
    {"hp", D::power, 735.49875, "metric"},
    {"in2", D::area, 6.4516e-4, ""},
    {"yd2", D::area, .83612736, ""},
    {"yd3", D::volume, 764.554857984, ""},
    {"in3", D::volume, .016387064, ""},
    {"km3", D::volume, 1e12, ""},
    {"mi3", D::volume, 4.168181825440580e12, ""},
    {"ft/s", D::speed, .3048, ""},
    {"m/s", D::speed, 1, ""},
});

struct Named {
  std::string_view symbol, prose;
  System system;
};
constexpr System metric = System::metric, customary = System::customary, nautical = System::nautical;
constexpr std::array named = std::to_array<Named>({
    {"m", "metres", metric},
    {"km", "km", metric},
    {"cm", "cm", metric},
    {"mm", "mm", metric},
    {"in", "inches", customary},
    {"ft", "feet", customary},
    {"yd", "yards", customary},
    {"mi", "miles", customary},
    {"nmi", "nautical miles", nautical},
    {"fathom", "fathoms", nautical},
    {"furlong", "furlongs", customary},
    {"g", "g", metric},
    {"kg", "kg", metric},
    {"mg", "mg", metric},
    {"t", "tonnes", metric},
    {"ton", "tons", customary},
    {"lb", "lb", customary},
    {"oz", "oz", customary},
    {"stone", "stone", customary},
    {"m2", "square metres", metric},
    {"km2", "square km", metric},
    {"cm2", "square cm", metric},
    {"ha", "hectares", metric},
    {"acre", "acres", customary},
    {"ft2", "square feet", customary},
    {"mi2", "square miles", customary},
    {"in2", "square inches", customary},
    {"yd2", "square yards", customary},
    {"l", "litres", metric},
    {"ml", "ml", metric},
    {"cl", "cl", metric},
    {"hl", "hl", metric},
    {"m3", "cubic metres", metric},
    {"km3", "cubic km", metric},
    {"cm3", "cubic cm", metric},
    {"gal", "gallons", customary},
    {"pint", "pints", customary},
    {"quart", "quarts", customary},
    {"bbl", "barrels", customary},
    {"ft3", "cubic feet", customary},
    {"yd3", "cubic yards", customary},
    {"in3", "cubic inches", customary},
    {"mi3", "cubic miles", customary},
    {"Cel", "°C", metric},
    {"[degF]", "°F", customary},
    {"K", "K", metric},
    {"mi/h", "mph", customary},
    {"km/h", "km/h", metric},
    {"m/s", "m/s", metric},
    {"ft/s", "feet a second", customary},
    {"kn", "knots", nautical},
    {"W", "W", metric},
    {"kW", "kW", metric},
    {"MW", "MW", metric},
    {"hp", "hp", customary},
    {"kPa", "kPa", metric},
    {"psi", "psi", customary},
});

const Named* find(std::string_view unit) {
  for (const Named& n : named)
    if (n.symbol == unit) return &n;
  return nullptr;
}

std::vector<Size> sizes_of(std::string_view unit) {
  std::vector<Size> out;
  for (const Unit& u : units())
    if (u.symbol == unit && u.factor > 0) return {Size{u.symbol, u.dimension, u.factor, ""}};
  for (const Size& s : sizes)
    if (s.symbol == unit) out.push_back(s);
  return out;
}

}  // namespace

std::vector<Conversion> conversions(std::string_view from, std::string_view to) {
  if (from == "Cel" && to == "[degF]") return {{1.8, 32, ""}};
  if (from == "[degF]" && to == "Cel") return {{1 / 1.8, -32 / 1.8, ""}};
  if (from == "Cel" && to == "K") return {{1, 273.15, ""}};
  if (from == "K" && to == "Cel") return {{1, -273.15, ""}};
  std::vector<Conversion> out;
  for (const Size& a : sizes_of(from))
    for (const Size& b : sizes_of(to))
      if (a.dimension == b.dimension) out.push_back({a.factor / b.factor, 0, a.size.empty() ? b.size : a.size});
  return out;
}

System system_of(std::string_view unit) {
  const Named* n = find(unit);
  return n ? n->system : System::none;
}

std::string_view unit_in_prose(std::string_view unit) {
  const Named* n = find(unit);
  return n ? n->prose : unit;
}

}  // namespace stet
