#pragma once
// The words of a paragraph that begin with a capital: one in seven, and all that a reader of names has to look at.
#include <cstdint>

#include "prose/paragraph.h"

namespace stet {

// Calls visit(index, word) for each, in order.
template <class Visit>
void for_capitals(const Paragraph& paragraph, Visit&& visit) {
  if (!paragraph.holds(Word::capital)) return;
  const Word* const first = paragraph.words.data();
  const Word* const last = first + paragraph.words.size();
  for (const Word* word = first; word != last; ++word)
    if (word->has(Word::capital)) visit(static_cast<std::uint32_t>(word - first), *word);
}

}  // namespace stet
