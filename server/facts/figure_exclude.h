#pragma once
// Numbers that measure nothing: years, clock times, addresses, phones, scores, numbers of pages and notes, names with
// digits, versions, the ordinals of a list.
#include "facts/quantity.h"
#include "facts/word_view.h"

namespace stet {

// Is the quantity no figure? `noun` where a counted noun follows it.
bool is_no_figure(const WordView& words, const Quantity& quantity, bool noun);

}  // namespace stet
