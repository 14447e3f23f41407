#pragma once
// Checks of draft scope that are passes (see check.h), taken over a draft side by side.
#include <array>
#include <list>
#include <span>
#include <vector>

#include "lint/known.h"
#include "lint/lint.h"
#include "lint/rule.h"

namespace stet {

struct FoundInPass {
  std::vector<Finding> findings;  // as the check reported them
  std::vector<NotAssessed> not_assessed;
  bool failed = false;  // it threw: not_assessed says so, and there are no findings
};

// The passes among `checks`. It refers to what it is given. Paragraphs that are known to hold nothing for a pass are
// not shown to it, nor those of which it has a digest.
class Passes {
 public:
  // Some of the checks: every second one, where two threads deal them out.
  struct Part {
    std::size_t index = 0, of = 1;
    bool has(std::size_t check) const { return check % of == index; }
  };
  // `keeps`: keep() will be called.
  Passes(const Facts& facts, const Sources& sources, std::span<const Ready> checks, const Known& known, bool keeps,
         Report::Many many, Part part);
  ~Passes();

  // Paragraphs [first, last), which are those behind the last ones.
  void run(std::size_t first, std::size_t last);
  // Before it concludes: what the paragraphs gone over held, for the next version. Nothing of passes of other parts.
  void keep(KeptFindings& kept);
  // When all paragraphs have been gone over. By check; nothing for those that are no passes, or in no part of this.
  std::vector<FoundInPass> conclude();

 private:
  struct Running;
  void step(Running& running, std::size_t p, std::uint32_t there);
  template <class Step>
  void guard(Running& running, Step&& step);

  std::span<const Ready> checks_;
  const Known& known_;
  bool keeps_;
  std::size_t passes_ = 0;  // among all checks, in this part or not
  std::vector<FoundInPass> out_;
  std::vector<std::uint64_t> holds_;  // by paragraph, see KeptFindings
  std::array<Running*, 64> by_bit_{};
  std::uint64_t remembering_ = 0;  // the bits of those that need not see what holds nothing for them
  std::list<Running> running_;     // stays in place: a pass refers to its report
};

}  // namespace stet
