#pragma once
// What stands around a figure and tells whether another one is the same quantity: read once for each figure, with its
// paragraph; compared over the draft (see cluster.h).
#include <cstdint>
#include <span>
#include <vector>

#include "facts/figure.h"

namespace stet {

// Sets are sorted hashes of stems, without duplicates.
struct FigureContext {
  std::vector<std::uint32_t> content;    // nouns, verbs, adjectives of the clause
  std::vector<std::uint32_t> names;      // capitalised words of the sentence
  std::vector<std::uint32_t> windows;    // years, months, "last year": what is said about time
  std::vector<std::uint32_t> modifiers;  // words between the figure and its head
  std::uint32_t head = 0;                // stem of the head noun; 0 none
  std::uint32_t amount_of = 0;           // stem of the noun whose amount it is ("payments of $2m"); 0 none
  std::uint32_t source = 0;              // who says so: the word before a say-verb; 0 none
  std::uint32_t sentence = 0;            // its index in the paragraph
  bool definite = false;                 // "the 13 homes": told of before
  bool named = false;                    // the head stands before the figure: "the library cost $4m"
  bool comparable = false;               // has what a comparison needs: a value, a head or a unit
};

// Parallel to `figures`.
std::vector<FigureContext> figure_contexts(const Paragraph& paragraph, const Context& context,
                                           std::span<const Figure> figures);

}  // namespace stet
