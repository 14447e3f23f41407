#pragma once
// Restated: sentences of a draft that say the same in nearly the same words.
//
//   The council, which has pledged to reopen the baths since the flood, met. … The town council has pledged to reopen
//   the baths since the river flooded.                       shared: council, pledged, reopen, baths, flood
//
// Content words are compared by their beginnings, so that "flood" and "flooded" are one. Two sentences are held against
// each other only where three content words stand in the same order in both; each is held against the first few such.
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "facts/facts.h"

namespace stet {

struct Restated {
  struct Place {
    std::uint32_t paragraph, sentence;
  };
  Place first, later;
  double shared = 0;        // share of the shorter one's content words that the other has
  std::uint32_t words = 0;  // how many those are
  bool same = false;        // word for word
};

// Reads the paragraphs of a draft in order, then tells what is restated in them.
//
//   restatements.contents(p, contents);     // made from the paragraph alone
//   restatements.take(p, contents);
class Restatements {
 public:
  // Sentences with at least `least` content words, of which the share `threshold` is the same.
  Restatements(const Facts& facts, double threshold, std::uint32_t least);
  Restatements(Restatements&&) noexcept;
  ~Restatements();

  // What a paragraph's sentences say, by their content words: for each that says enough its index, how many words, and
  // those. `out` is empty before.
  using Contents = std::vector<std::uint32_t>;
  void contents(std::size_t p, Contents& out) const;
  // The contents of a paragraph behind all those taken before.
  void take(std::size_t p, std::span<const std::uint32_t> contents);
  // By place of the later; each later sentence once. Sentences of body text alone, outside quotations; parallel ones,
  // each with a name or number of its own, are none.
  std::vector<Restated> find();

 private:
  class Finder;
  std::unique_ptr<Finder> finder_;
};

}  // namespace stet
