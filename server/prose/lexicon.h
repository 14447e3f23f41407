#pragma once
// Lexicon: every word and phrase that any fact or rule asks about, with its classes. Built once for a Settings,
// immutable, shared between threads. A word is looked up once, when a paragraph is cut into words.
//
// Classes come from the lists in prose/lexicon/<class>.txt (the build writes word_class.h from their names: no file
// lists them). A line of a list is one entry with its forms, the lemma first:
//
//   say, says, said, saying        # a comment
//   according to                   an entry of several words is a phrase of that class
//
// Rules' phrase tables are added by phrase (see lint/phrases).
#include <algorithm>
#include <array>
#include <bitset>
#include <cstdint>
#include <initializer_list>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "prose/word.h"
#include "prose/word_class.h"
#include "prose/word_key.h"

namespace stet {

using ClassSet = std::bitset<static_cast<std::size_t>(WordClass::count)>;

// The set of some classes: what a finder or a rule is triggered by (see Paragraph::holds).
inline ClassSet class_set(std::initializer_list<WordClass> classes) {
  ClassSet set;
  for (const WordClass c : classes) set.set(static_cast<std::size_t>(c));
  return set;
}

class Lexicon {
 public:
  class Builder;

  // Case, the form of the apostrophe and soft hyphens do not matter. Never fails: see WordId.
  WordId id(std::string_view word) const;
  WordId id_of(const WordKey& key) const {  // of a key that is not empty
    const std::size_t mask = slots_.size() - 1;
    const std::uint32_t h = hash(key);
    for (std::size_t i = h & mask;; i = (i + 1) & mask) {
      const Slot& slot = slots_[i];
      if (slot.id == none) return unknown_bit | (h & 0x7FFF'FFFFu);
      if (slot.hash == h && keys_[slot.id] == key) return slot.id;
    }
  }

  bool is(WordId id, WordClass c) const { return id < classes_.size() && classes_[id][static_cast<std::size_t>(c)]; }
  const ClassSet& classes(WordId id) const { return id < classes_.size() ? classes_[id] : no_classes; }
  bool known(WordId id) const { return id < classes_.size(); }
  std::size_t size() const { return classes_.size(); }  // of known words: ids below it
  // A word that says nothing of the matter: an article, a preposition, an auxiliary, "very", "meanwhile".
  bool function_word(WordId id) const { return function_words_[std::min<std::size_t>(id, classes_.size())] != 0; }

  // The first form of the entry ("say" for "said"); the word itself for others. Marks and unknown words: unchanged.
  WordId lemma(WordId id) const { return id < lemmas_.size() ? lemmas_[id] : id; }
  // The folded letters of a known word; empty for others.
  std::string_view word(WordId id) const;
  // The same as a key; empty for words that have none, and for others.
  WordKey key(WordId id) const { return id < keys_.size() ? keys_[id] : WordKey(); }

  // Phrases.
  const ClassSet& phrase_classes(std::uint32_t phrase) const { return phrase_classes_[phrase]; }
  // What the builder's caller attached to the phrase (a rule and a row of its table); 0 for phrases of lists.
  std::uint64_t phrase_owner(std::uint32_t phrase) const { return phrase_owners_[phrase]; }
  bool phrase_is(std::uint32_t phrase, WordClass c) const {
    return phrase_classes_[phrase][static_cast<std::size_t>(c)];
  }

  // All phrases that begin at words[0], reported as (length in words, phrase) through `found`.
  template <class Found>
  void match(std::span<const Word> words, Found&& found) const {
    std::uint32_t node = 0;
    for (std::uint32_t n = 0; n < words.size(); ++n) {
      node = step(node, words[n].id);
      if (node == 0) return;
      for (std::uint32_t p = nodes_[node].first_phrase; p != none; p = phrase_next_[p]) found(n + 1, p);
    }
  }
  // May a phrase begin with these two words (or, where it is one word, with the first)? Hardly ever yes in vain.
  // Phrases that begin with a mark are few; they are all tried.
  bool begins_phrase(WordId id, WordId next) const {
    if (id < begins_phrase_.size()) {
      const std::uint64_t seconds = begins_phrase_[id];
      return seconds != 0 && (seconds >> second_bit(next) & 1) != 0;
    }
    return marks_begin_phrases_ && (id & unknown_bit) == 0;
  }

 private:
  static constexpr std::uint32_t none = 0xFFFF'FFFFu;
  static constexpr ClassSet no_classes{};
  struct Slot {
    std::uint32_t hash = 0;
    WordId id = none;
  };
  struct Node {
    std::uint32_t first_phrase = none;
  };
  struct Edge {
    std::uint64_t key = ~std::uint64_t{0};  // node << 32 | word id
    std::uint32_t to = 0;
  };
  std::uint32_t step(std::uint32_t node, WordId id) const;
  static std::uint32_t hash(const WordKey& key) {
    const std::uint64_t h = (key.low ^ (key.high * 0xC2B2AE3D27D4EB4Fu)) * 0x9E3779B97F4A7C15u;
    return static_cast<std::uint32_t>((h ^ (h >> 29)) >> 16);
  }

  std::vector<Slot> slots_;  // open addressing, a power of two
  std::string letters_;
  std::vector<std::uint32_t> starts_;  // of each word in letters_, and one past the last
  std::vector<WordKey> keys_;          // empty for words that are longer or not ASCII
  std::vector<ClassSet> classes_;
  std::vector<std::uint8_t> function_words_{0};  // by word, and one for all unknown ones
  std::vector<WordId> lemmas_;
  static constexpr std::uint32_t second_bit(WordId id) { return (id * 0x9E3779B1u) >> 26; }
  // Of each word, what may come second in the phrases that it begins, hashed to 64 bits; all where it is one itself.
  std::vector<std::uint64_t> begins_phrase_;
  bool marks_begin_phrases_ = false;
  std::vector<Node> nodes_;
  std::vector<Edge> edges_;  // open addressing
  std::vector<std::uint32_t> phrase_next_;
  std::vector<ClassSet> phrase_classes_;
  std::vector<std::uint64_t> phrase_owners_;
};

class Lexicon::Builder {
 public:
  Builder();  // holds the built-in lists
  ~Builder();
  Builder(Builder&&) noexcept;

  void add_word(std::string_view word, WordClass c);
  // A line of a list: "say, says, said, saying", the lemma first; several words are a phrase of the class.
  void add_entry(std::string_view line, WordClass c);
  // A phrase as its tokens, cut as prose is cut ("so-called" is three). `owner` comes back from phrase_owner.
  void add_phrase(std::string_view phrase, std::uint64_t owner);
  void add_phrase(std::string_view phrase, WordClass c);
  // A word that must have an id of its own (a pattern's required word) without a class.
  void add_word(std::string_view word);

  std::shared_ptr<const Lexicon> build() &&;

 private:
  friend class Lexicon;
  explicit Builder(std::nullptr_t);  // no lists
  struct State;
  std::unique_ptr<State> state_;
};

// The class of the list of that name, as its file is named with underscores: "say_verb".
std::optional<WordClass> word_class_of(std::string_view list);

// The lexicon of the built-in lists alone, made at first use. For tests and tools.
std::shared_ptr<const Lexicon> plain_lexicon();

}  // namespace stet
