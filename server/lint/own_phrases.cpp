#include "lint/own_phrases.h"

#include "lint/phrases.h"

namespace stet {

OwnPhrases::OwnPhrases(std::string_view rule) : rule_(phrase_owner(rule, 0)) {}

std::vector<WordRange> OwnPhrases::in(const Facts& facts, std::size_t p) const {
  std::vector<WordRange> out;
  for (const PhraseHit& hit : facts.paragraph(p).phrases) {
    if ((facts.lexicon().phrase_owner(hit.phrase) ^ rule_) >= pattern_row) continue;
    if (out.empty() || hit.words.first >= out.back().last) out.push_back(hit.words);
    else if (hit.words.first == out.back().first && hit.words.last > out.back().last) out.back() = hit.words;
  }
  return out;
}

}  // namespace stet
