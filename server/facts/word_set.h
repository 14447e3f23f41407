#pragma once
// A few words among the many of a draft: asking for one that is not there costs a bit's look-up.
#include <bitset>
#include <cstdint>
#include <initializer_list>
#include <unordered_set>

#include "prose/word.h"

namespace stet {

// A handful of words as 64 bits: most other words are told apart at once.
class WordFilter {
 public:
  WordFilter(std::initializer_list<WordId> words) {
    for (const WordId id : words) bits_ |= std::uint64_t{1} << (id % 64);
  }
  bool may_hold(WordId id) const { return (bits_ >> (id % 64) & 1) != 0; }

 private:
  std::uint64_t bits_ = 0;
};

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
