#pragma once
// Units of measure and how they are written. Exact factors from the SI brochure (9th edition, 2019) and NIST Special
// Publication 811 (2008), appendix B.8; symbols as in UCUM where it has one.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "facts/word_view.h"

namespace stet {

enum class Dimension : std::uint8_t;

struct Unit {
  std::string_view symbol;  // what Figure::unit says: km, kg, m2, Cel, [lb_av] is written lb
  Dimension dimension;
  double factor;           // to the dimension's base: m, g, m2, l, s, m/s, W, J, B, Pa, Hz; temperatures: 0
  std::string_view names;  // ways to write it, in small letters, with spaces between; hyphens for spaces in a name
  std::string_view signs;  // symbols, case as it must be
};
std::span<const Unit> units();

struct UnitRead {
  WordRange words;
  std::string symbol;
  Dimension dimension;
  double factor = 0;           // 0: not to be converted
  const Unit* unit = nullptr;  // null for made ones ("square furlongs", "km/ms")
  bool symbol_only = false;    // "m", "in": letters that mean other things, too
};

// The unit that begins at word `i`: "square metres", "km/h", "miles an hour", "degrees Celsius", "° F".
std::optional<UnitRead> read_unit(const WordView& words, std::uint32_t i);

}  // namespace stet
