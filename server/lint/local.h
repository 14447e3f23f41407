#pragma once
// Checks of paragraph scope, run over a draft piece by piece, and over no paragraph twice.
//
// What such a check finds in a paragraph follows from that paragraph, its facts and the draft's context alone: its page
// says `scope: paragraph` (see page.h), and a test holds it to that. So a long draft need not be gone over from end to
// end by one check after the other, each time from the far side of memory: all of them look at some hundred paragraphs
// while these are at hand. And of a draft that was linted before, only the paragraphs that are new are looked at.
#include <memory>
#include <span>
#include <vector>

#include "lint/known.h"
#include "lint/lint.h"
#include "lint/rule.h"

namespace stet {

struct FoundLocally {
  std::vector<std::vector<Finding>> findings;          // by check, unsorted; empty for those of draft scope
  std::vector<std::vector<MovedFinding>> known;        // and those of paragraphs that have not changed
  std::vector<std::vector<NotAssessed>> not_assessed;  // by check; each reason once
  std::vector<bool> failed;                            // by check: it threw
  std::vector<KeptFindings::Found> by_paragraph;       // for the next version, where `keep` asks for it
};

// As many paragraphs as lie in a processor's second cache with their words and facts.
inline constexpr std::size_t paragraphs_at_hand = 256;

// Runs those of `checks` that have paragraph scope.
//
//   LocalChecks local(facts, checks, known, keep, many);
//   for (…) local.run(first, last, stop);         // so many paragraphs at a time as one likes
//   FoundLocally found = local.take();
//
// It refers to what it is given. Who keeps, or knows a version before, wants every finding: Report::Many::keep.
class LocalChecks {
 public:
  LocalChecks(const Facts& facts, std::span<const Ready> checks, const Known& known, bool keep, Report::Many many);
  ~LocalChecks();

  // Paragraphs [first, last). Stops early when asked to: what has been found then is not kept for the next version.
  void run(std::size_t first, std::size_t last, const std::stop_token& stop = {});
  FoundLocally take();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace stet
