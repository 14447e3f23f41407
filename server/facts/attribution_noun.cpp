// Nouns of saying: X's claim that C, the warning by X that C; and those without a holder: fears that C.
#include "facts/attribution_read.h"

namespace stet {

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
  if (that + 2 >= to || !ph.word(that, "that")) return std::nullopt;
  if (!source && !ph.is(i, WordClass::holderless_noun)) return std::nullopt;
  // "criticism that had reached the board": the noun is the subject of what follows, not its holder.
  if (ph.is(that + 1, WordClass::auxiliary)) return std::nullopt;
  const std::uint32_t end = ph.clause_end(that, to);
  if (end < that + 3) return std::nullopt;
  return made(ph, source, {i, i + 1}, {{that, end}}, source ? ScopeRule::complement : ScopeRule::holderless);
}

}  // namespace stet
