#pragma once
// Checks of paragraph scope, run over a draft piece by piece.
//
// What such a check finds in a paragraph follows from that paragraph, its facts and the draft's context alone: its page
// says `scope: paragraph` (see page.h), and a test holds it to that. So a long draft need not be gone over from end to
// end by one check after the other, each time from the far side of memory: all of them look at some hundred paragraphs
// while these are at hand.
#include <span>
#include <vector>

#include "lint/lint.h"

namespace stet {

// What the check at an index found, unsorted; nothing where it threw.
struct FoundLocally {
  std::vector<std::vector<Finding>> findings;          // by check; empty for those of draft scope
  std::vector<std::vector<NotAssessed>> not_assessed;  // by check; each thing once
  std::vector<bool> failed;                            // by check
};

// As many paragraphs as lie in a processor's second cache with their words and facts.
inline constexpr std::size_t paragraphs_at_hand = 256;

// Runs those of `checks` that have paragraph scope, over so many paragraphs at a time as `at_hand` says. Stops early,
// with what it has, when asked to.
FoundLocally find_locally(const Facts& facts, const Sources& sources, std::span<const Ready> checks,
                          const std::stop_token& stop = {}, std::size_t at_hand = paragraphs_at_hand);

}  // namespace stet
