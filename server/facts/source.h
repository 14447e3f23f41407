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

// The head noun of a source's phrase: "official" in "a senior official at the yard, who would not be named".
std::uint32_t source_head(const Phrases& phrases, WordRange words);

// One person, or a counted few, whom the words leave without a name: "a source", "two officials", "people familiar with
// the deal". Not "the minister", whom the draft has told of; not a crowd; not "an official, Lena Ortiz".
bool unnamed_person(const Phrases& phrases, WordRange words);

// Do these words say that somebody keeps the name back ("on condition of anonymity", "asked not to be identified")?
bool withholds_name(const Phrases& phrases, WordRange words);

}  // namespace stet
