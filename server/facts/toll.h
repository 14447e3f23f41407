#pragma once
// What an accident, an attack or a raid did to how many: "107 killed", "killing 107", "107 people were killed".
#include <cstdint>

#include "facts/figure.h"
#include "facts/word_view.h"

namespace stet {

// Small numbers, so that they serve as the head of a FigureContext: no stem is one of them.
enum class Toll : std::uint32_t { none, dead, hurt, missing, held };

// Of a number without a noun, or of "people", with one of these words beside it. None where the words tell of another
// event than the draft's ("another crash killed 40", "40 killed in an earlier crash").
Toll toll_of(const WordView& words, const Figure& figure);

inline bool is_toll(std::uint32_t head) { return head >= 1 && head <= static_cast<std::uint32_t>(Toll::held); }

}  // namespace stet
