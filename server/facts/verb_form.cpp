#include "facts/verb_form.h"

namespace stet {

VerbForm verb_form(const Phrases& ph, std::uint32_t i) {
  const std::string_view t = ph.lexicon().word(ph.paragraph().words[i].id);
  const std::string_view lemma = ph.lexicon().word(ph.lexicon().lemma(ph.paragraph().words[i].id));
  if (t == lemma) return t == "read" || t == "put" ? VerbForm::past : VerbForm::base;
  if (t.ends_with("ing")) return VerbForm::participle;
  if (t.ends_with("s")) return VerbForm::third;
  return VerbForm::past;
}

bool points_out(const Phrases& ph, std::uint32_t i, std::uint32_t to) {
  return i + 1 < to && ph.word(i + 1, "out") &&
         (ph.word(i, "pointed") || ph.word(i, "points") || ph.word(i, "point") || ph.word(i, "pointing"));
}

bool puts_it(const Phrases& ph, std::uint32_t i, std::uint32_t to) {
  return i + 1 < to && ph.word(i + 1, "it") && (ph.word(i, "put") || ph.word(i, "puts"));
}

bool be_before(const Phrases& ph, std::uint32_t i, std::uint32_t from) {
  for (std::uint32_t k = i; k > from && k + 4 > i; --k) {
    if (ph.adverb(k - 1)) continue;
    for (const WordKey& w : std::initializer_list<WordKey>{"is", "was", "were", "are", "been", "be", "being"})
      if (ph.word(k - 1, w)) return true;
    return false;
  }
  return false;
}

bool participle_only(const Phrases& ph, std::uint32_t i, std::uint32_t from) {
  if (i > from && ph.adverb(i - 1)) return false;
  return ph.lexicon().word(ph.paragraph().words[i].id).ends_with("n");
}

bool has_before(const Phrases& ph, std::uint32_t i) {
  return i > 0 && (ph.word(i - 1, "has") || ph.word(i - 1, "had") || ph.word(i - 1, "have"));
}

bool or_so_before(const Phrases& ph, std::uint32_t speaker, std::uint32_t from) {
  return speaker > from + 4 && ph.word(speaker - 1, "so") && ph.word(speaker - 2, "or") && ph.comma(speaker - 3);
}

bool concedes(const Phrases& ph, std::uint32_t first) {
  return ph.word(first, "although") || ph.word(first, "though") || ph.word(first, "while") || ph.word(first, "whereas");
}

namespace {

// "Last May", "two days later": when, and nothing said.
bool tells_when(const Phrases& ph, WordRange words) {
  for (std::uint32_t k = words.first; k < words.last; ++k)
    if (ph.is(k, WordClass::weekday) || ph.is(k, WordClass::month) || ph.is(k, WordClass::time_unit) ||
        ph.is(k, WordClass::day_part) || ph.word(k, "later") || ph.word(k, "earlier"))
      return true;
  return false;
}

// "Asked whether she would go, Ruiz laughed": how she came to speak, and nothing said.
bool opens_by_speaking(const Phrases& ph, WordRange words) {
  for (const WordKey& w : std::initializer_list<WordKey>{"asked", "questioned", "speaking", "writing"})
    if (ph.word(words.first, w)) return true;
  return false;
}

// Could it be a verb in -s? Plurals end alike, but behind an article, a preposition or a number stands a noun.
bool third_person(const Phrases& ph, std::uint32_t k, std::uint32_t first) {
  const Word& w = ph.paragraph().words[k];
  const std::string_view t = ph.paragraph().text(k);
  if (k == first || w.kind != WordKind::word || w.has(Word::capital) || t.size() < 4 || !t.ends_with("s")) return false;
  if (t.ends_with("ss") || t.ends_with("us") || t.ends_with("is") || ph.adverb(k)) return false;
  if (ph.is(k, WordClass::time_unit)) return false;
  if (ph.is(k, WordClass::determiner) || ph.is(k, WordClass::preposition) || ph.is(k, WordClass::conjunction))
    return false;
  const bool article = ph.is(k - 1, WordClass::determiner) && !ph.is(k - 1, WordClass::subject_pronoun);
  return !article && !ph.is(k - 1, WordClass::preposition) && !ph.is(k - 1, WordClass::number_word) &&
         ph.paragraph().words[k - 1].kind != WordKind::number;
}

}  // namespace

bool is_statement(const Phrases& ph, WordRange words) {
  if (words.empty() || opens_by_speaking(ph, words)) return false;
  // "They know, Ruiz said."
  const bool pronoun = ph.is(words.first, WordClass::subject_pronoun) && !ph.is(words.first, WordClass::determiner);
  if (words.size() == 3 && !ph.is(words.first, WordClass::preposition)) {
    // "Kelp grows fast, researchers say."
    const std::uint32_t verb = words.first + 1;
    if (ph.is(verb, WordClass::auxiliary) || third_person(ph, verb, words.first) ||
        ph.paragraph().text(verb).ends_with("ed"))
      return true;
  }
  if (words.size() < 4) return pronoun && words.size() > 1;
  if (ph.is(words.first, WordClass::preposition) || ph.is(words.first, WordClass::conjunction)) {
    // "In May, Ruiz said", "When asked, he said"; but "But the pump failed, Ruiz said".
    if (!ph.word(words.first, "but") && !ph.word(words.first, "and") && !ph.word(words.first, "so")) {
      bool comma = false;
      for (std::uint32_t k = words.first; k < words.last; ++k) comma = comma || ph.comma(k);
      if (!comma) return false;
    }
  }
  for (std::uint32_t k = words.first; k < words.last; ++k) {
    if (ph.comma(k) && k + 1 < words.last && (ph.word(k + 1, "who") || ph.word(k + 1, "which"))) {
      // "One witness, who would not be named," is a subject still; what an aside says is not what is told.
      do ++k;
      while (k < words.last && !ph.comma(k));
      if (k == words.last) return false;
      continue;
    }
    if (ph.is(k, WordClass::auxiliary) || ph.is(k, WordClass::say_verb)) return true;
    if (k > words.first && ph.is(k, WordClass::irregular_past)) return true;
    const std::string_view t = ph.paragraph().text(k);
    if (ph.paragraph().words[k].kind == WordKind::word && t.size() > 3 && t.ends_with("ed")) return true;
    if (third_person(ph, k, words.first)) return true;
  }
  return pronoun;
}

bool is_told(const Phrases& ph, WordRange words) {
  if (is_statement(ph, words)) return true;
  return words.size() >= 4 && !opens_by_speaking(ph, words) && !ph.is(words.first, WordClass::preposition) &&
         !ph.is(words.first, WordClass::conjunction) && !tells_when(ph, words);
}

}  // namespace stet
