#pragma once
// Checks of draft scope that are passes (see check.h), taken over a draft side by side.
#include <list>
#include <span>
#include <vector>

#include "lint/lint.h"
#include "lint/rule.h"

namespace stet {

struct FoundInPass {
  std::vector<Finding> findings;  // as the check reported them
  std::vector<NotAssessed> not_assessed;
  bool failed = false;  // it threw: not_assessed says so, and there are no findings
};

// The passes among `checks`. It refers to what it is given.
class Passes {
 public:
  Passes(const Facts& facts, const Sources& sources, std::span<const Ready> checks, Report::Many many);
  ~Passes();

  // Paragraphs [first, last), which are those behind the last ones.
  void run(std::size_t first, std::size_t last);
  // When all paragraphs have been gone over. By check; nothing for those that are no passes.
  std::vector<FoundInPass> conclude();

 private:
  struct Running;
  std::span<const Ready> checks_;
  std::vector<FoundInPass> out_;
  std::list<Running> running_;  // stays in place: a pass refers to its report
};

}  // namespace stet
