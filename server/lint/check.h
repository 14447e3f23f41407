#pragma once
// Check: what a rule does with a draft, as a function or as a way through it.
//
//   Check whole = [](const Facts& facts, const Sources&, Report& report) { … };
//   Check pass = [](const Facts& facts, const Sources&, Report& report) {
//     return Pass{[&facts, &report](std::size_t p) { … }};
//   };
//
// A pass is called for every paragraph, in order, and then to conclude. A rule that needs no more than that says it so:
// lint() takes all passes over the draft together, some paragraphs at a time, while these are at hand. Else a long
// draft would be fetched from the far side of memory once for each rule.
#include <concepts>
#include <cstddef>
#include <functional>
#include <type_traits>

#include "facts/facts.h"

namespace stet {

class Sources;
class Report;

struct Pass {
  std::function<void(std::size_t)> paragraph;  // none: there is nothing to look for
  std::function<void()> conclude = {};
};

class Check {
 public:
  Check() = default;
  template <class Run>
    requires(!std::same_as<Run, Check> && std::invocable<Run&, const Facts&, const Sources&, Report&>)
  Check(Run run) {
    if constexpr (std::is_same_v<std::invoke_result_t<Run&, const Facts&, const Sources&, Report&>, Pass>)
      begin_ = std::move(run);
    else whole_ = std::move(run);
  }

  bool is_pass() const { return begin_ != nullptr; }
  // The pass over this draft; it refers to all three, and to the check. Of checks that are one.
  Pass begin(const Facts& facts, const Sources& sources, Report& report) const {
    return begin_(facts, sources, report);
  }

  // All of the draft at once.
  void operator()(const Facts& facts, const Sources& sources, Report& report) const {
    if (!is_pass()) return whole_(facts, sources, report);
    const Pass pass = begin(facts, sources, report);
    for (std::size_t p = 0; pass.paragraph && p < facts.size(); ++p) pass.paragraph(p);
    if (pass.conclude) pass.conclude();
  }

 private:
  std::function<void(const Facts&, const Sources&, Report&)> whole_;
  std::function<Pass(const Facts&, const Sources&, Report&)> begin_;
};

}  // namespace stet
