#pragma once
// Density: a rule that fires again and again says one thing once.
#include <vector>

#include "lint/finding.h"

namespace stet {

// More findings of one rule than this in a draft become one.
inline constexpr std::size_t most_of_a_rule = 12;

// Findings of one rule as they come, in any order. If there are more than most_of_a_rule, the first by span keeps its
// place, fixes and words, says how many there are, is as loud as the loudest, and has the places of the others as
// related ones; where every finding has a fix, one more fix makes them all. What else the others have to say is let go
// as soon as they are too many: of a long draft's thousands only places and messages are kept.
class Folding {
 public:
  void add(Finding finding);
  std::vector<Finding> take();  // by span; nothing is left

 private:
  void fold(Finding finding);

  std::vector<Finding> findings_;  // the first alone, once there are `others_`
  std::vector<Related> others_;
  Fix all_;
  bool all_have_fixes_ = true;
};

std::vector<Finding> folded(std::vector<Finding> findings);

}  // namespace stet
