#pragma once
// Known: what the version of a draft that was linted before is to this one. An editor's drafts are linted at every
// keystroke, and nearly all of a draft is as it was.
#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "lint/lint.h"
#include "prose/carried.h"

namespace stet {

// What is kept of a version for the next one.
struct KeptFindings {
  struct One {
    std::size_t check;
    std::uint32_t begin;  // of the paragraph, when it was found
    Finding finding;
  };
  using Found = std::shared_ptr<const std::vector<One>>;

  std::span<const Ready> checks;  // by which
  // By paragraph: what checks of paragraph scope found there; null for nothing. Where a finding reaches out of its
  // paragraph it is `looked_at_again`.
  std::vector<Found> found;
  static const Found looked_at_again;

  // By paragraph: what it held for passes, a bit for each of the first 64 (see Pass); and what they started from.
  std::vector<std::uint64_t> holds;
  std::vector<std::uint64_t> premises;
  // What a pass took from them, one behind the other; nothing for a pass that keeps none.
  struct Digests {
    std::vector<std::byte> bytes;
    std::vector<std::uint32_t> ends;  // by paragraph
    std::span<const std::byte> of(std::size_t p) const {
      const std::uint32_t begin = p == 0 ? 0 : ends[p - 1];
      return std::span(bytes).subspan(begin, ends[p] - begin);
    }
    // Of paragraph p, behind those before; what was left out between has none.
    void add_at(std::size_t p, std::span<const std::byte> digest) {
      close(p);
      bytes.insert(bytes.end(), digest.begin(), digest.end());
      close(p + 1);
    }
    void close(std::size_t paragraphs) { ends.resize(paragraphs, static_cast<std::uint32_t>(bytes.size())); }
  };
  std::vector<Digests> digests;  // by pass

  // Adds what other passes of the same draft have kept.
  void add(KeptFindings&& others);
};

class Known {
 public:
  static constexpr std::uint32_t none = Carried::none;

  // `before` may be null.
  Known(const Facts& facts, std::span<const Ready> checks, const LintedBefore* before);

  // Where paragraph p stood, byte for byte, when these checks saw it before; none where they did not.
  std::uint32_t place(std::size_t p) const { return p < places_.size() ? places_[p] : none; }
  // Null where nothing is known.
  const KeptFindings* kept() const { return kept_.get(); }

 private:
  std::shared_ptr<const KeptFindings> kept_;
  std::vector<std::uint32_t> places_;
};

}  // namespace stet
