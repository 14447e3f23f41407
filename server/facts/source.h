#pragma once
// Sources: what kind of speaker a noun phrase names, and how much that is worth (catalogue section 1, strength).
//
//   hydrologist Lena Ortiz      person, named, 3
//   the Harbour Board           organisation, named, 2
//   a spokesman for the yard    official_unnamed, 2
//   a source, an official who asked not to be named     anonymous, 1
//   critics, many analysts, a study                     collective or study, 0
//   two of the nine analysts    collective with a count: anonymous, 1
#include "facts/attribution.h"
#include "facts/phrase.h"

namespace stet {

struct Source {
  SourceType type = SourceType::unknown;
  std::uint8_t strength = 0;
  bool named = false;
};

Source judge_source(const Phrases& phrases, WordRange words);

}  // namespace stet
