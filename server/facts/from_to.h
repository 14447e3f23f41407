#pragma once
// The two ends of a change: "from 48 to 66 pupils", "to 66 from 48", "to 66, up from 48".
#include <optional>

#include "facts/figure.h"
#include "facts/word_view.h"

namespace stet {

struct FromTo {
  const Figure *from, *to;
  WordRange words;  // both, with what stands between
};

// Figures a and b, neighbours in this order, as the ends of a change; both plain, positive and of one kind (a bare
// first number takes the second's unit), none a percentage unless both are.
std::optional<FromTo> from_to(const WordView& words, const Figure& a, const Figure& b);

// Words in the sentence that say its changes are counted in another way: by the year, against inflation, on average.
bool counted_otherwise(const WordView& words, WordRange sentence);

}  // namespace stet
