#pragma once
// What a figure counts or pays for, and how it stands to other figures: its head noun, its measure, part or whole, end
// of a change. No parser: the noun phrase after the figure, as far as closed word classes and endings show it.
#include <optional>

#include "facts/figure.h"
#include "facts/word_view.h"

namespace stet {

struct Head {
  std::uint32_t word;        // the noun
  std::uint32_t phrase_end;  // one past the noun phrase: nothing in it is the figure's own
  bool partitive = false;    // "20 of the passengers"
};

// The noun counted by the bare number that ends before word `i`: "officers" in "3 police officers".
std::optional<Head> counted_noun(const WordView& words, std::uint32_t i, bool one);

// The noun behind an amount that has its own unit: "aid" in "$5m in farm aid", "contract" in "a $5m army contract",
// "pupils" in "40 percent of pupils".
std::optional<Head> measured_noun(const WordView& words, WordRange figure);

// The noun that an amount is said of, before it: "turnout was 58%", "a loan of $46 million", "repairs would cost
// $1.8m".
std::optional<Head> named_noun(const WordView& words, WordRange figure);

// Fills head-independent marks of `figure`: measure, part, change_end.
void place_figure(const WordView& words, Figure& figure);

}  // namespace stet
