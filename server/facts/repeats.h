#pragma once
// Repeats: a first look at many keys, for those that may come more than once. Few do, so what is kept of the others is
// a few bits each: no table.
//
//   Repeats repeats(keys.size());
//   for (const std::uint64_t key : keys) repeats.add(key);
//   if (repeats.any())
//     for (const std::uint64_t key : keys)
//       if (repeats.may_repeat(key)) …       // of a hundred that do not, some six pass
#include <cstddef>
#include <cstdint>
#include <vector>

namespace stet {

class Repeats {
 public:
  // For so many keys, whose upper bits are well mixed.
  explicit Repeats(std::size_t keys) {
    std::size_t bits = 1 << 12;
    while (bits < keys * 16) bits *= 2;
    words_.resize(bits / 64);
  }

  void add(std::uint64_t key) {
    Word& word = words_[place(key) / 64];
    const std::uint64_t bit = std::uint64_t{1} << (place(key) % 64);
    any_ = any_ || (word.seen & bit) != 0;
    word.again |= word.seen & bit;
    word.seen |= bit;
  }

  bool any() const { return any_; }
  bool may_repeat(std::uint64_t key) const { return (words_[place(key) / 64].again >> (place(key) % 64) & 1) != 0; }

 private:
  struct Word {
    std::uint64_t seen = 0, again = 0;
  };
  std::size_t place(std::uint64_t key) const { return (key >> 20) & (words_.size() * 64 - 1); }

  std::vector<Word> words_;
  bool any_ = false;
};

}  // namespace stet
