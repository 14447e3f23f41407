#include "facts/vocabulary.h"

#include <utility>

namespace stet {

std::size_t WordNumbers::place(WordId id) const {
  std::size_t i = id * 0x9E37'79B9'7F4A'7C15u >> 20 & (slots_.size() - 1);
  while (slots_[i].number != none && slots_[i].id != id) i = (i + 1) & (slots_.size() - 1);
  return i;
}

void WordNumbers::grow() {
  std::vector<Slot> old(slots_.empty() ? 256 : slots_.size() * 2);
  std::swap(old, slots_);
  for (const Slot& slot : old)
    if (slot.number != none) slots_[place(slot.id)] = slot;
}

std::uint32_t WordNumbers::add(WordId id) {
  if (size_ * 2 >= slots_.size()) grow();
  Slot& slot = slots_[place(id)];
  if (slot.number == none) slot = {id, size_++};
  return slot.number;
}

std::uint32_t WordNumbers::find(WordId id) const {
  if (slots_.empty()) return size_;
  const Slot& slot = slots_[place(id)];
  return slot.number == none ? size_ : slot.number;
}

namespace {

// A word with a capital where it was met: what the places are sorted from.
struct Met {
  WordPlace at;
  std::uint32_t number;
};

}  // namespace

Vocabulary::Vocabulary(const Document& document) : small_known_(document.context.lexicon->size()) {
  std::vector<Met> met;
  met.reserve(document.word_count / 6);  // in news one word in seven has a capital
  for (std::uint32_t p = 0; p < document.blocks.size(); ++p) {
    const std::vector<Word>& words = document.blocks[p].paragraph->words;
    const Word* const first = words.data();
    for (const Word* word = first; word != first + words.size(); ++word) {
      if (word->kind != WordKind::word) continue;
      if (!word->has(Word::capital)) {
        if (word->id < small_known_.size()) small_known_[word->id] = 1;
        else small_unknown_.add(word->id);
        continue;
      }
      const std::uint32_t number = numbers_.add(word->id);
      if (number == words_.size()) {
        words_.push_back(word->id);
        begins_.push_back(0);
      }
      ++begins_[number];
      met.push_back({{p, static_cast<std::uint32_t>(word - first)}, number});
    }
  }
  // Counts become ends, and ends beginnings as the places are filled in from the last.
  std::uint32_t sum = 0;
  for (std::uint32_t& n : begins_) n = sum += n;
  begins_.push_back(sum);
  places_.resize(met.size());
  for (auto it = met.rbegin(); it != met.rend(); ++it) places_[--begins_[it->number]] = it->at;
}

std::span<const WordPlace> Vocabulary::capitals(WordId id) const {
  const std::uint32_t number = numbers_.find(id);
  if (number == numbers_.size()) return {};
  return places(number);
}

bool Vocabulary::small(WordId id) const {
  if (id < small_known_.size()) return small_known_[id] != 0;
  return small_unknown_.find(id) != small_unknown_.size();
}

}  // namespace stet
