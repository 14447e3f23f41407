#pragma once
// A number with what measures it: sign, currency, percent, unit, age; compounds ("5 ft 2 in", "$20 and 43 cents").
#include <cstdint>
#include <optional>
#include <string>

#include "facts/figure.h"
#include "facts/figure_number.h"

namespace stet {

struct Quantity {
  WordRange words;
  Number number;
  Dimension dimension = Dimension::number;
  std::string unit;
  double value = 0;         // in `unit`: 50 cents is 0.5
  double factor = 0;        // of the unit to its dimension's base; 0 where there is none
  double worth = 1;         // what the number was multiplied by to be in `unit` (0.01 for cents)
  bool unit_said = false;   // a unit, currency or percent sign stands in the words
  bool hyphenated = false;  // "five-hour": stands before a noun
};

// The quantity whose first word is `i`: sign, currency, "aged" or the number itself.
std::optional<Quantity> read_quantity(const WordView& words, std::uint32_t i);

// Where the quantity begins whose number's first word or digits are at `number`: looks back over a point, an article,
// a currency and a sign.
std::uint32_t quantity_begin(const WordView& words, std::uint32_t number);

}  // namespace stet
