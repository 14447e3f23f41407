#pragma once
// Checks of draft scope that are passes (see check.h), taken over a draft side by side.
#include <span>
#include <stop_token>
#include <vector>

#include "lint/lint.h"
#include "lint/rule.h"

namespace stet {

struct FoundInPass {
  std::vector<Finding> findings;  // as the check reported them
  std::vector<NotAssessed> not_assessed;
  bool failed = false;  // it threw: not_assessed says so, and there are no findings
};

// By check; nothing for those of paragraph scope and those that are no passes. Stops early when asked to, and then what
// has been found is of no use.
std::vector<FoundInPass> run_passes(const Facts& facts, const Sources& sources, std::span<const Ready> checks,
                                    Report::Many many, const std::stop_token& stop = {});

}  // namespace stet
