#include "prose/blocks.h"

namespace stet {

// In running English at least one word in eight is among the commonest function words; other European languages in
// Latin letters share at most a few of them ("in", "a", "on", "me"). Too few words tell nothing.
bool is_english(const Paragraph& paragraph, const Lexicon& lexicon) {
  constexpr std::size_t enough = 12;
  std::size_t words = 0, common = 0;
  for (const Word& w : paragraph.words) {
    if (w.kind != WordKind::word || w.has(Word::capitals)) continue;
    ++words;
    if (lexicon.is(w.id, WordClass::common_english)) ++common;
  }
  return words < enough || common * 12 >= words;
}

}  // namespace stet
