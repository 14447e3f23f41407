#pragma once
// Voice: whose words are these? Rules of language speak of the writer's own words alone.
#include <cstdint>
#include <span>
#include <string>

#include "facts/facts.h"

namespace stet {

enum class Voice : std::uint8_t {
  writer,
  quoted,        // some of the words stand in a quotation
  attributed,    // somebody is said to say them, or goes on saying them from the sentence before
  first_person,  // the sentence says I, we or you, or one near it I or we: an answer in an interview, a column
  question,      // the sentence asks
};
Voice voice_of(const Facts& facts, std::size_t p, WordRange words);

// Does a sentence say I, we, my, our, you or your outside quotations?
bool speaks_of_self(const Paragraph& paragraph, WordRange sentence);

// Is one of these single words, such as an option of a rule lists, among those of the range?
bool holds_listed(const Facts& facts, const Paragraph& paragraph, WordRange words, std::span<const std::string> listed);

}  // namespace stet
