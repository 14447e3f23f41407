#pragma once
// Sections: the headings of a draft, what lies under each, and the claims in it.
#include <string>
#include <vector>

#include "facts/facts.h"

namespace stet {

struct Section {
  std::string title;            // as the reader sees it; empty for what stands before the first heading
  std::uint8_t level = 0;       // 1 and more; 0 for that
  Span heading;                 // of the heading's block; empty for that
  Span span;                    // up to the next heading of its level or above
  std::vector<FactRef> claims;  // of its own text, not of the sections in it: the weightiest of each sentence, where
                                // there is something to check
};

// By place. Empty where the draft is.
std::vector<Section> sections_of(const Facts& facts);

// Has nobody said where it comes from, though it matters?
bool unsourced(const Claim& claim);

}  // namespace stet
