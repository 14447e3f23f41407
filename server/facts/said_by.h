#pragma once
// Who speaks, where an attribution names nobody: a pronoun or an office stands for a speaker of before, and a quotation
// in a paragraph of its own goes on with the last one's.
//
//   Lena Ortiz, the harbour master, spoke. “It sank,” she said.      she: Lena Ortiz
//
//   “We looked at it for years.                                       nobody: Lena Ortiz, the last speaker
//   “Nobody would pay,” said Lena Ortiz. The harbour master left.
#include <optional>
#include <vector>

#include "facts/facts.h"

namespace stet {

struct SaidBy {
  FactRef attribution;  // whose source is a pronoun, an office or missing
  FactRef speaker;      // the attribution, before it, whose source says who it is
};

// By attribution. A speaker is looked for in the same paragraph and, where a paragraph has none of its own, in the last
// that had one; headings and captions between do not count, and what no source fits is left out.
std::vector<SaidBy> said_by(const Facts& facts);

// The speaker of an attribution in such a list.
std::optional<FactRef> speaker_of(const std::vector<SaidBy>& list, FactRef attribution);

}  // namespace stet
