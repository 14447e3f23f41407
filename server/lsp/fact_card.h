#pragma once
// Fact cards: what was read at a place, for people: a figure with its cluster, a date as days, an attribution with its
// scope, an acronym spelt out, a name's mentions, where a citation leads, a claim's worth and status.
//
//   **figure** $1.8 billion
//
//   money, USD?; means 1,750,000,000 to 1,850,000,000
//   The same quantity, it seems:
//   - line 3: “$1.6 billion”, means …: conflict (score 6: noun 3, words 2, names 1)
#include <string>
#include <vector>

#include "lsp/markdown.h"
#include "lsp/reading.h"

namespace stet {

struct FactCard {
  Span span;  // of the fact, in the draft
  std::string text;
};

// The narrowest first. `offset` may lie just behind a fact.
std::vector<FactCard> fact_cards(const Reading& reading, std::uint32_t offset, const Style& style);

}  // namespace stet
