#pragma once
// Polls: what a share of people was found to think.
#include <optional>

#include "prose/paragraph.h"
#include "prose/word_key.h"

namespace stet {

struct Facts;

// The words that tell a result, "a new poll shows", where `poll` is its noun in paragraph `p` and a share of people
// stands in the sentence; nothing for a survey of things, an exit poll, one that was told of before.
std::optional<WordRange> poll_result(const Facts& facts, std::size_t p, WordRange poll);

// adults, voters, residents: whom polls ask.
bool asked_in_polls(WordKey word);

}  // namespace stet
