#pragma once
// Density: a rule that fires again and again says one thing once.
#include <vector>

#include "lint/finding.h"

namespace stet {

// More findings of one rule than this in a draft become one.
inline constexpr std::size_t most_of_a_rule = 12;

// A finding of the version before, whose paragraph has moved since.
struct MovedFinding {
  const Finding* finding;
  Span paragraph;  // as it stood when the finding was made
  std::uint32_t by;

  Span place(Span span) const { return paragraph.contains(span) ? span.moved(by) : span; }
  Finding made() const;  // at its place of today
};

// Findings of one rule as they come, in any order. If there are more than most_of_a_rule, the first by span keeps its
// place, fixes and words, says how many there are, is as loud as the loudest, and has the places of the others as
// related ones; where every finding has a fix, one more fix makes them all. What else the others have to say is let go
// as soon as they are too many: of a long draft's thousands only places and messages are kept.
class Folding {
 public:
  void add(Finding finding);
  void add(const MovedFinding& finding);
  std::vector<Finding> take();  // by span; nothing is left
  // Will all that a finding there has to say be kept, as far as one knows?
  bool keeps(Span span) const { return others_.empty() || span < findings_.front().span; }

 private:
  void fold(Finding finding);
  template <class Place>
  void add_fix(const Finding& finding, Place&& place);

  std::vector<Finding> findings_;  // the first alone, once there are `others_`
  std::vector<Related> others_;
  Fix all_;
  bool all_have_fixes_ = true;
};

std::vector<Finding> folded(std::vector<Finding> findings);

}  // namespace stet
