#pragma once
// Density: a rule that fires again and again says one thing once.
#include <vector>

#include "lint/finding.h"

namespace stet {

// More findings of one rule than this in a draft become one.
inline constexpr std::size_t most_of_a_rule = 12;

// Findings of one rule, by span. If there are more than most_of_a_rule, the first keeps its place, fixes and words,
// says how many there are, is as loud as the loudest, and has the places of the others as related ones; where every
// finding has a fix, one more fix makes them all.
std::vector<Finding> folded(std::vector<Finding> findings);

}  // namespace stet
