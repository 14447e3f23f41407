#include "facts/vocabulary.h"

#include <ranges>
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

Vocabulary::Builder::Builder(const Document& document) {
  out_.small_known_.resize(document.context.lexicon->size());
  met_.reserve(document.word_count / 6);  // in news one word in seven has a capital
}

void Vocabulary::Builder::add(std::uint32_t paragraph, std::span<const Word> words) {
  const Word* const first = words.data();
  for (const Word& word : words) {
    if (word.kind != WordKind::word) continue;
    if (!word.has(Word::capital)) {
      if (word.id < out_.small_known_.size()) out_.small_known_[word.id] = 1;
      else out_.small_unknown_.add(word.id);
      continue;
    }
    const std::uint32_t number = out_.numbers_.add(word.id);
    if (number == out_.words_.size()) {
      out_.words_.push_back(word.id);
      out_.begins_.push_back(0);
    }
    ++out_.begins_[number];
    met_.push_back({{paragraph, static_cast<std::uint32_t>(&word - first)}, number});
  }
}

Vocabulary Vocabulary::Builder::build() && {
  // Counts become ends, and ends beginnings as the places are filled in from the last.
  std::uint32_t sum = 0;
  for (std::uint32_t& n : out_.begins_) n = sum += n;
  out_.begins_.push_back(sum);
  out_.places_.resize(met_.size());
  for (const Met& met : std::views::reverse(met_)) out_.places_[--out_.begins_[met.number]] = met.at;
  return std::move(out_);
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
