#pragma once
// A few words among the many of a draft: asking for one that is not there costs a bit's look-up.
#include <bitset>
#include <unordered_set>

#include "prose/word.h"

namespace stet {

class WordSet {
 public:
  void insert(WordId id) {
    filter_.set(place(id));
    words_.insert(id);
  }
  bool contains(WordId id) const { return filter_[place(id)] && words_.contains(id); }
  bool empty() const { return words_.empty(); }

 private:
  static constexpr std::size_t bits = 1 << 14;
  // Ids of the lexicon are dense and those of unknown words are hashes: either way the low bits spread well.
  static constexpr std::size_t place(WordId id) { return id % bits; }

  std::bitset<bits> filter_;
  std::unordered_set<WordId> words_;
};

}  // namespace stet
