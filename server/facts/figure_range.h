#pragma once
// Two quantities that are one: ranges ("10-20", "between 5 and 10 km", "two or three days") and ratios ("one in five").
#include <optional>

#include "facts/quantity.h"

namespace stet {

struct Range {
  WordRange words;
  Quantity low, high;  // in the same unit, low.value <= high.value
};

// The range whose first quantity is `first`; nullopt where `first` stands alone. The ends of a change ("rose from 48 to
// 66") are no range.
std::optional<Range> read_range(const WordView& words, const Quantity& first);

// "more than 10 and less than 40": both bounds of one quantity, whose first is `first`.
std::optional<Range> read_bounds(const WordView& words, const Quantity& first);

// "in five", "out of 10" after a bare number: the quantity as a ratio.
std::optional<Quantity> read_ratio(const WordView& words, const Quantity& first);

}  // namespace stet
