#pragma once
// Fixing: the safe fixes of a draft's findings, applied.
#include <cstddef>
#include <span>
#include <vector>

#include "lint/finding.h"

namespace stet {

struct Fixing {
  std::vector<Edit> edits;  // by place, not overlapping
  std::size_t fixes = 0;    // how many they come from
};

// The safe fix of each finding that changes most (a finding that was folded out of many has one for all of them), else
// the first; in the order of the findings. A fix that would touch what an earlier one changes is left out, whole: a
// second run finds it again.
Fixing safe_fixes(std::span<const Finding> findings);

}  // namespace stet
