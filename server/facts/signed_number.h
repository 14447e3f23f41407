#pragma once
// A number as science writes it, with its sign and half a unit of its last digit: -0.35, .03, 12.
#include <optional>

#include "facts/figure_number.h"

namespace stet {

struct SignedNumber {
  WordRange words;
  double value = 0, rounding = 0;
  bool decimal = false;
};

// The number in digits that begins at `i`, its sign included.
inline std::optional<SignedNumber> read_signed(const WordView& w, std::uint32_t i) {
  const bool minus = (w.mark(i, '-') || w.mark(i, 0x2212) || w.mark(i, 0x2013)) && w.glued(i + 1);
  const std::uint32_t first = minus ? i + 1 : i;
  if (!w.number(first) && !w.mark(first, '.')) return std::nullopt;
  const auto n = read_number(w, first);
  if (!n || n->ordinal || n->fraction || n->scale > 1) return std::nullopt;
  return SignedNumber{{i, n->words.last}, minus ? -n->value : n->value, n->rounding, n->decimal};
}

}  // namespace stet
