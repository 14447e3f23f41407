#pragma once
// Vocabulary: which words a draft uses, and where those with a capital stand.
//
//   for (const WordPlace at : facts.vocabulary.capitals(lexicon.id("Ruiz"))) …   // every "Ruiz", in order
//   facts.vocabulary.small(lexicon.id("church"))                                 // is it also written small?
//
// Made while the paragraphs are read, so that who looks for a handful of them, as the rules on names do, need not go
// over the draft. It counts words alone (WordKind::word) and leaves nothing out: what zone and language a place has is
// for who asks to see.
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "prose/carried.h"
#include "prose/document.h"

namespace stet {

// A word of the draft: its paragraph, its index there.
struct WordPlace {
  std::uint32_t paragraph = 0, word = 0;
  friend auto operator<=>(const WordPlace&, const WordPlace&) = default;
};

// A value for each of some word ids: a table of open addressing.
class WordTable {
 public:
  // The value of `id`, 0 where it has none yet; valid until the next call. Any value but ~0.
  std::uint32_t& operator[](WordId id);
  // Null where it has none.
  const std::uint32_t* find(WordId id) const;
  std::uint32_t size() const { return size_; }

 private:
  static constexpr std::uint32_t none = ~0u;
  struct Slot {
    WordId id = 0;
    std::uint32_t value = none;
  };
  std::size_t place(WordId id) const;
  void grow();

  std::vector<Slot> slots_;  // a power of two, at most half of it used
  std::uint32_t size_ = 0;
};

// Word ids, each with a number; numbers count up from 0.
class WordNumbers {
 public:
  // The number of `id`; the next one where it has none yet.
  std::uint32_t add(WordId id);
  // The number of `id`; size() where it has none.
  std::uint32_t find(WordId id) const;
  std::uint32_t size() const { return table_.size(); }

 private:
  WordTable table_;
};

class Vocabulary {
 public:
  Vocabulary() = default;

  // Takes in the words of paragraph after paragraph, in order, while they are at hand; then the whole.
  class Builder;

  // That of a version after, `now`, made from this one, which is that of `before`: by looking at the words of what was
  // edited, and copying the rest. Nothing where it is better made anew.
  std::optional<Vocabulary> after(const Document& before, const Document& now, const Carried& carried) const;

  // Where `id` stands with a capital first letter, in order.
  std::span<const WordPlace> capitals(WordId id) const;
  // The words that stand so, or did in a version before, each once; the places of each.
  std::span<const WordId> capital_words() const { return words_; }
  std::span<const WordPlace> places(std::size_t capital_word) const {
    return std::span(places_).subspan(begins_[capital_word], begins_[capital_word + 1] - begins_[capital_word]);
  }
  // Does `id` stand anywhere without a capital?
  bool small(WordId id) const;
  bool holds(WordId id) const { return small(id) || !capitals(id).empty(); }

 private:
  // A word with a capital where it was met: what the places are sorted from.
  struct Met {
    WordPlace at;
    std::uint32_t number;
  };
  std::uint32_t number_of(WordId id);
  std::uint32_t& small_count(WordId id);
  bool takes_room(WordId id) const { return id >= small_known_.size(); }
  bool come_back(WordId id);  // counts one that stands small; whether it had been counted as gone

  WordNumbers numbers_;
  std::vector<WordId> words_;          // by number
  std::vector<std::uint32_t> begins_;  // by number: in places_; and one past the last
  std::vector<WordPlace> places_;
  std::vector<std::uint32_t> small_known_;  // how often each stands so, by id, of words of the lexicon
  WordTable small_unknown_;                 // and of others
  std::uint32_t gone_ = 0;                  // words that stood in a version before and no longer do: they take room
};

class Vocabulary::Builder {
 public:
  explicit Builder(const Document& document);
  void add(std::uint32_t paragraph, std::span<const Word> words);
  Vocabulary build() &&;

 private:
  Vocabulary out_;
  std::vector<Met> met_;
};

}  // namespace stet
