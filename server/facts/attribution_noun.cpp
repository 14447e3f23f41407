// Nouns of saying: X's claim that C, the warning by X that C; and those without a holder: fears that C.
#include "facts/attribution_read.h"

namespace stet {

namespace {

// "Holm's claim that the quay had sunk angered the board": where the verb stands that has the claim for its subject. It
// is the second of two, with nothing between them that begins a clause; else end.
std::uint32_t main_verb(const Phrases& ph, std::uint32_t that, std::uint32_t end) {
  bool seen = false;
  for (std::uint32_t k = that + 1; k < end; ++k) {
    const Word& w = ph.paragraph().words[k];
    const bool clause = w.kind == WordKind::mark || ph.is(k, WordClass::conjunction) ||
                        ph.is(k, WordClass::clause_verb) || ph.is(k, WordClass::subject_pronoun);
    if (clause) seen = false;
    if (w.kind != WordKind::word || w.has(Word::capital)) continue;
    const bool auxiliary = ph.is(k, WordClass::auxiliary);
    // "angered the board"; "a much needed boost", "a game played in May" are no verbs of their own.
    const bool acts = ph.paragraph().text(k).ends_with("ed") && k + 1 < end && !ph.is(k - 1, WordClass::auxiliary) &&
                      (ph.is(k + 1, WordClass::determiner) || ph.paragraph().words[k + 1].has(Word::capital));
    if (seen && (auxiliary || acts)) return k;
    if (!auxiliary) continue;
    seen = true;
    while (k + 1 < end && (ph.is(k + 1, WordClass::auxiliary) || ph.adverb(k + 1))) ++k;
  }
  return end;
}

}  // namespace

std::optional<Attribution> read_noun(const Phrases& ph, const Cue& cue) {
  const auto [from, to] = cue.bounds;
  const std::uint32_t i = cue.word;
  const Paragraph& p = ph.paragraph();
  if (i + 2 >= to) return std::nullopt;
  // X's claim that, his latest warning that
  std::optional<WordRange> source;
  for (std::uint32_t k = i; k > from && k + 3 > i; --k) {
    const bool possessive = ph.word(k - 1, "'s") || ((ph.mark(k - 1, U'’') || ph.mark(k - 1, U'\'')) &&
                                                     !p.words[k - 1].has(Word::space_before));
    if (possessive && k - 1 > from) {
      if (const auto subject = ph.subject_before(k - 1, from)) source = subject->words;
      break;
    }
    if (ph.word(k - 1, "his") || ph.word(k - 1, "her") || ph.word(k - 1, "their") || ph.word(k - 1, "its")) {
      source = WordRange{k - 1, k};
      break;
    }
    if (ph.is(k - 1, WordClass::determiner) || ph.is(k - 1, WordClass::preposition) ||
        p.words[k - 1].kind == WordKind::mark)
      break;
  }
  std::uint32_t that = i + 1;
  if (!source && (ph.word(i + 1, "by") || ph.word(i + 1, "from"))) {
    source = ph.noun_phrase_at(i + 2, to);
    if (source) that = source->last;
  }
  // "Holm's view is that the quay has sunk"
  if (source && (ph.word(that, "is") || ph.word(that, "was"))) ++that;
  if (that + 2 >= to || !ph.word(that, "that")) return std::nullopt;
  if (!source && !ph.is(i, WordClass::holderless_noun)) return std::nullopt;
  // "criticism that had reached the board": the noun is the subject of what follows, not its holder.
  if (ph.is(that + 1, WordClass::auxiliary)) return std::nullopt;
  std::uint32_t end = ph.clause_end(that, to);
  if (that == i + 1) end = main_verb(ph, that, end);
  if (end < that + 3) return std::nullopt;
  return made(ph, source, {i, i + 1}, {{that, end}}, source ? ScopeRule::complement : ScopeRule::holderless);
}

}  // namespace stet
