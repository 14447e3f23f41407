#pragma once
// Phrases: noun phrases and clause edges around a word, without a parser. Closed word classes (determiners,
// prepositions, auxiliaries, conjunctions) and capitals decide; what they cannot decide is left out.
//
//   Emeritus Professor John Burrows said …       subject_before(said): Emeritus Professor John Burrows
//   “…,” said Ruiz, the minister, on Monday.      subject_after(said): Ruiz
//   Ruiz, the minister, also said …               subject_before(said): Ruiz, the minister
#include <cstdint>
#include <optional>

#include "prose/paragraph.h"

namespace stet {

// A finite verb's subject and the auxiliaries and adverbs between.
struct Subject {
  WordRange words;            // the noun phrase
  std::uint32_t verb = 0;     // first word of the verb group: an auxiliary, an adverb or the verb
  bool comma_before = false;  // what stands before the noun phrase is a comma, a dash or a closing quotation mark
};

class Phrases {
 public:
  Phrases(const Paragraph& paragraph, const Lexicon& lexicon) : p_(paragraph), lexicon_(lexicon) {}

  const Paragraph& paragraph() const { return p_; }
  const Lexicon& lexicon() const { return lexicon_; }
  bool is(std::uint32_t i, WordClass c) const {
    return lexicon_.is(p_.words[i].id, c) && !(c == WordClass::auxiliary && month(i));
  }
  bool month(std::uint32_t i) const;  // May and March with a capital inside a sentence
  bool mark(std::uint32_t i, char32_t c) const { return p_.words[i].is_mark(c); }
  bool closes_quotation(std::uint32_t i) const;  // ” " ’ » where a quotation ends
  bool opens_quotation(std::uint32_t i) const;
  bool comma(std::uint32_t i) const { return mark(i, U','); }
  bool dash(std::uint32_t i) const;
  bool stop(std::uint32_t i) const;  // . ? ! …
  bool adverb(std::uint32_t i) const;
  // This word, whatever its case and whether a list has it or not.
  bool word(std::uint32_t i, WordKey lower) const { return p_.key(p_.words[i], lexicon_) == lower; }

  // A listed phrase of class c that ends before word `end`: "mainstream media" before "panicked".
  std::optional<WordRange> listed_before(std::uint32_t end, WordClass c) const;

  // The sentence that word i is in.
  WordRange sentence(std::uint32_t i) const { return p_.sentences[p_.sentence_of(i)].words; }

  // The noun phrase before verb i, within [from, i).
  std::optional<Subject> subject_before(std::uint32_t i, std::uint32_t from) const;
  // The noun phrase that begins at i (after "said", "according to"), within [i, to).
  std::optional<WordRange> noun_phrase_at(std::uint32_t i, std::uint32_t to) const;
  // The first noun phrase of a sentence that could be its subject.
  std::optional<WordRange> main_subject(WordRange sentence) const;

  // Does a clause with a subject of its own begin at i: a pronoun, a determiner or a capital, and a verb after it?
  bool clause_at(std::uint32_t i, std::uint32_t to) const;
  // The first comma outside brackets and quotations in [i, to) behind which a clause begins; else to.
  std::uint32_t conceded_end(std::uint32_t i, std::uint32_t to) const;
  // The end of the clause that begins at i: the sentence's end, or where the writer's voice comes back.
  std::uint32_t clause_end(std::uint32_t i, std::uint32_t to) const;

 private:
  std::uint32_t before_brackets(std::uint32_t end, std::uint32_t from) const;
  bool mere_aside(WordRange words) const;
  std::uint32_t phrase_begin(std::uint32_t end, std::uint32_t from) const;
  std::uint32_t aside_end(std::uint32_t first, std::uint32_t to) const;
  bool finite_at(std::uint32_t i) const;
  bool own_clause(std::uint32_t i, std::uint32_t to) const;
  bool ends_noun_phrase(std::uint32_t i) const;

  const Paragraph& p_;
  const Lexicon& lexicon_;
};

}  // namespace stet
