#include "prose/blocks.h"

namespace stet {

// In running English at least one word in eight is among the commonest function words; other European languages in
// Latin letters share at most a few of them ("in", "a", "on", "me"). Too few words tell nothing.
bool is_english(const Paragraph& paragraph, const Lexicon& lexicon) {
  constexpr std::size_t enough = 20, plenty = 84, one_in = 12;
  std::size_t words = 0, common = 0;
  if (paragraph.words.size() < enough) return true;
  for (const Word& w : paragraph.words) {
    if (w.kind != WordKind::word || w.has(Word::capitals)) continue;
    if (lexicon.is(w.id, WordClass::common_english) && ++common * one_in >= plenty) return true;
    if (++words == plenty) break;
  }
  return words < enough || common * one_in >= words;
}

}  // namespace stet
