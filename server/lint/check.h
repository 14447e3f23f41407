#pragma once
// Check: what a rule does with a draft, as a function or as a way through it.
//
//   Check whole = [](const Facts& facts, const Sources&, Report& report) { … };
//   Check pass = [](const Facts& facts, const Sources&, Report& report) {
//     return Pass{[&facts, &report](std::size_t p) { … }};
//   };
//
// A pass is shown paragraphs, in order, and then told to conclude. A rule that needs no more than that says it so:
// lint() takes all passes over the draft together, some paragraphs at a time, while these are at hand. Else a long
// draft would be fetched from the far side of memory once for each rule.
//
// Most paragraphs hold nothing for most passes. One that says so is spared them at the next keystroke:
//
//   return Pass{[&facts, &report](std::size_t p) {
//     if (facts.local(p).dates.empty()) return Holds::nothing;
//     …
//     return Holds::something;
//   }};
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

#include "facts/facts.h"

namespace stet {

class Sources;
class Report;

// What a paragraph holds for a pass: nothing, where that follows from the paragraph, its facts, the draft's context and
// the pass's premise alone, and the pass is after it what it was before. As long as these stay the same, a paragraph
// that holds nothing is not shown to the next version's pass.
enum class Holds : std::uint8_t { nothing, something };

// What a pass does with a paragraph, by index. One that returns nothing lets every paragraph hold something.
class ParagraphStep {
 public:
  ParagraphStep() = default;
  template <class Step>
    requires std::invocable<Step&, std::size_t>
  ParagraphStep(Step step) {
    if constexpr (std::is_same_v<std::invoke_result_t<Step&, std::size_t>, Holds>) step_ = std::move(step);
    else
      step_ = [step = std::move(step)](std::size_t p) mutable {
        step(p);
        return Holds::something;
      };
  }

  explicit operator bool() const { return step_ != nullptr; }
  Holds operator()(std::size_t p) const { return step_(p); }

 private:
  std::function<Holds(std::size_t)> step_;
};

struct Pass {
  ParagraphStep paragraph = {};  // none: there is nothing to look for
  std::function<void()> conclude = {};
  std::uint64_t premise = 0;  // a hash of all that the pass's answers rest on beside the paragraph and the context

  // Of passes made by digesting(): what it took from the paragraph last shown; and, instead of showing it one that is
  // known, what it took from that.
  std::function<std::span<const std::byte>()> digest = {};
  std::function<void(std::size_t, std::span<const std::byte>)> again = {};
};

// A pass in two steps: make(p, digest) notes in an empty vector what a paragraph holds for it, under the conditions of
// Holds; take(p, digest) makes something of it. A paragraph whose digest is empty holds nothing, and for one that has
// not changed since the version before the digest is at hand.
template <class Entry, class Make, class Take>
  requires std::is_trivially_copyable_v<Entry>
Pass digesting(Make make, Take take, std::function<void()> conclude, std::uint64_t premise = 0) {
  const auto taken = std::make_shared<std::vector<Entry>>();
  return {.paragraph = ParagraphStep([=](std::size_t p) mutable {
            taken->clear();
            make(p, *taken);
            if (taken->empty()) return Holds::nothing;
            take(p, std::span<const Entry>(*taken));
            return Holds::something;
          }),
          .conclude = std::move(conclude),
          .premise = premise,
          .digest = [taken] { return std::as_bytes(std::span(*taken)); },
          // They were entries when they were kept.
          .again =
              [take](std::size_t p, std::span<const std::byte> digest) mutable {
                take(p, std::span(reinterpret_cast<const Entry*>(digest.data()), digest.size() / sizeof(Entry)));
              }};
}

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
