#pragma once
// Matching: a few said words against a transcript, exactly and nearly.
#include <optional>
#include <span>
#include <vector>

#include "facts/transcript.h"

namespace stet {

// Half open, by index into Transcript::words().
struct SaidRange {
  std::uint32_t first = 0, last = 0;
  friend bool operator==(const SaidRange&, const SaidRange&) = default;
};

// Where `words` (three or more) stand in that order, without a gap, at `from` or later; nullopt where nowhere.
std::optional<SaidRange> find_said(const Transcript& transcript, std::span<const SaidWord> words,
                                   std::uint32_t from = 0);

// A stretch of the transcript that is like `words`, with what differs: pairs of ranges, of `words` and of the
// transcript, in order; one of a pair may be empty.
struct SaidAlignment {
  SaidRange there;
  std::uint32_t same = 0;  // words that are alike
  struct Difference {
    SaidRange here, there;
  };
  std::vector<Difference> differences;
};
// The stretch that shares most with them; nullopt where none shares three words in a row.
std::optional<SaidAlignment> align_said(const Transcript& transcript, std::span<const SaidWord> words);

}  // namespace stet
