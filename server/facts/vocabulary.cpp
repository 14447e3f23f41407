#include "facts/vocabulary.h"

#include <algorithm>
#include <ranges>
#include <utility>

namespace stet {

std::size_t WordTable::place(WordId id) const {
  std::size_t i = id * 0x9E37'79B9'7F4A'7C15u >> 20 & (slots_.size() - 1);
  while (slots_[i].value != none && slots_[i].id != id) i = (i + 1) & (slots_.size() - 1);
  return i;
}

void WordTable::grow() {
  std::vector<Slot> old(slots_.empty() ? 256 : slots_.size() * 2);
  std::swap(old, slots_);
  for (const Slot& slot : old)
    if (slot.value != none) slots_[place(slot.id)] = slot;
}

std::uint32_t& WordTable::operator[](WordId id) {
  if (size_ * 2 >= slots_.size()) grow();
  Slot& slot = slots_[place(id)];
  if (slot.value == none) {
    slot = {id, 0};
    ++size_;
  }
  return slot.value;
}

const std::uint32_t* WordTable::find(WordId id) const {
  if (slots_.empty()) return nullptr;
  const Slot& slot = slots_[place(id)];
  return slot.value == none ? nullptr : &slot.value;
}

std::uint32_t WordNumbers::add(WordId id) {
  const std::uint32_t next = table_.size();
  std::uint32_t& number = table_[id];
  if (table_.size() != next) number = next;
  return number;
}

std::uint32_t WordNumbers::find(WordId id) const {
  const std::uint32_t* const number = table_.find(id);
  return number != nullptr ? *number : table_.size();
}

std::uint32_t Vocabulary::number_of(WordId id) {
  const std::uint32_t number = numbers_.add(id);
  if (number == words_.size()) words_.push_back(id);
  return number;
}

std::uint32_t& Vocabulary::small_count(WordId id) {
  return id < small_known_.size() ? small_known_[id] : small_unknown_[id];
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
      ++out_.small_count(word.id);
      continue;
    }
    const std::uint32_t number = out_.number_of(word.id);
    if (number == out_.begins_.size()) out_.begins_.push_back(0);
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

bool Vocabulary::come_back(WordId id) {
  const std::uint32_t known = small_unknown_.size();
  const bool gone = small_count(id)++ == 0;
  return gone && takes_room(id) && small_unknown_.size() == known;
}

std::optional<Vocabulary> Vocabulary::after(const Document& before, const Document& now, const Carried& carried) const {
  const auto edited = [&](const Document& document) {
    return std::span(document.blocks)
        .subspan(carried.front(), document.blocks.size() - carried.back() - carried.front());
  };
  const std::span<const Block> went = edited(before), came = edited(now);
  if ((went.size() + came.size()) * 8 > now.blocks.size() + 64 ||
      gone_ * 8 > words_.size() + small_unknown_.size() + 512)
    return std::nullopt;
  Vocabulary out;
  out.numbers_ = numbers_;
  out.words_ = words_;
  out.small_known_ = small_known_;
  out.small_unknown_ = small_unknown_;
  out.gone_ = gone_;
  for (const Block& block : went)
    for (const Word& word : block.paragraph->words)
      if (word.kind == WordKind::word && !word.has(Word::capital) && --out.small_count(word.id) == 0)
        out.gone_ += out.takes_room(word.id) ? 1 : 0;
  std::vector<Met> met;
  for (std::uint32_t p = carried.front(); const Block& block : came) {
    for (std::uint32_t i = 0; i < block.paragraph->words.size(); ++i) {
      const Word& word = block.paragraph->words[i];
      if (word.kind != WordKind::word) continue;
      if (word.has(Word::capital)) met.push_back({{p, i}, out.number_of(word.id)});
      else if (out.come_back(word.id)) --out.gone_;
    }
    ++p;
  }
  std::ranges::stable_sort(met, {}, &Met::number);
  // Of each word the places before what was edited, those in it, and those behind it, which may have moved.
  const std::uint32_t first = carried.front(), last = first + static_cast<std::uint32_t>(went.size());
  const std::uint32_t moved = static_cast<std::uint32_t>(came.size() - went.size());
  out.places_.reserve(places_.size() + met.size());
  out.begins_.reserve(out.words_.size() + 1);
  auto next = met.begin();
  for (std::uint32_t n = 0; n < out.words_.size(); ++n) {
    out.begins_.push_back(static_cast<std::uint32_t>(out.places_.size()));
    const std::span<const WordPlace> old = n < words_.size() ? places(n) : std::span<const WordPlace>();
    const auto front = std::ranges::lower_bound(old, first, {}, &WordPlace::paragraph);
    const auto behind = std::ranges::lower_bound(front, old.end(), last, {}, &WordPlace::paragraph);
    out.places_.insert(out.places_.end(), old.begin(), front);
    for (; next != met.end() && next->number == n; ++next) out.places_.push_back(next->at);
    for (auto at = behind; at != old.end(); ++at) out.places_.push_back({at->paragraph + moved, at->word});
    const bool stands = out.places_.size() != out.begins_.back();
    if (!old.empty() && !stands) ++out.gone_;
    if (old.empty() && stands && n < words_.size()) --out.gone_;
  }
  out.begins_.push_back(static_cast<std::uint32_t>(out.places_.size()));
  return out;
}

std::span<const WordPlace> Vocabulary::capitals(WordId id) const {
  const std::uint32_t number = numbers_.find(id);
  if (number == numbers_.size()) return {};
  return places(number);
}

bool Vocabulary::small(WordId id) const {
  if (id < small_known_.size()) return small_known_[id] != 0;
  const std::uint32_t* const count = small_unknown_.find(id);
  return count != nullptr && *count != 0;
}

}  // namespace stet
