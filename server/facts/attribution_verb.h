#pragma once
// Inside facts/: a verb of saying, thinking or showing with what its three readers share: the one that finds its
// subject (attribution_speech), the one that looks before it (attribution_postposed: “…,” said Ruiz) and the one that
// looks behind it (attribution_complement: Ruiz said that …).
#include <optional>

#include "facts/attribution_read.h"
#include "facts/verb_form.h"

namespace stet {

struct SpeechVerb {
  const Phrases& ph;
  const QuoteMap& quotes;
  std::uint32_t verb, behind;  // the word, and the one behind it and its particle
  std::uint32_t from, to;      // the sentence, or the part of it inside a quotation
  VerbForm form = VerbForm::base;
  bool say = false, label = false, evidence = false, mind = false;  // the classes it is of
  bool participial = false, infinitive = false;
  std::optional<Subject> subject;

  // Is the subject data: figures, a survey, a report?
  bool data() const;
  bool tells() const { return ph.is(verb, WordClass::tell_verb); }
  bool says() const { return ph.word(verb, "said") || ph.word(verb, "says") || ph.word(verb, "say"); }
};

// How far behind the verb a that-clause or a quotation may be its own, in words.
constexpr std::uint32_t far_complement = 18;

// “…,” said Ruiz.   It will burn on, said Ruiz. The verb needs no subject yet.
std::optional<Attribution> read_inverted(const SpeechVerb& verb);
// “…,” Ruiz said.   It will burn on, Ruiz said on Monday.   It will, Ruiz said, burn on.
std::optional<Attribution> read_postposed(const SpeechVerb& verb);
// Ruiz said that …, told the Herald: “…”, called it “…”.
std::optional<Attribution> read_complement(const SpeechVerb& verb);

}  // namespace stet
