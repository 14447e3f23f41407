#pragma once
// Patterns: the RE2 patterns of pages, matched on the words of a sentence as the reader sees them: single spaces,
// straight quotes and apostrophes, markup gone, case of no matter (write (?-i) where it is). A match begins where a
// word begins and ends where one ends: `critic` does not find "critics", `critics?` does.
//
// A pattern is run only in sentences that hold one of its required words, which the lexicon finds while a paragraph is
// read. `(critics|experts) (say|warn)` needs "critics" or "experts"; `critic\w*` has no required word, since the
// lexicon cannot list all that \w* may be, and is run in every sentence: right, but slower.
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "lint/page.h"
#include "lint/rule.h"
#include "prose/lexicon.h"

namespace stet {

struct PatternFault {
  std::size_t offset;  // in the pattern
  std::string message;
};
// Why a pattern is refused: RE2 does, it is too large, or it matches no letters at all.
std::optional<PatternFault> pattern_fault(std::string_view pattern);

// Words of which one is in every match; empty where that cannot be told.
std::vector<std::string> required_words(std::string_view pattern);

void add_pattern_words(const Page& page, Lexicon::Builder& builder);

// Reports the matches of the page's patterns. The page must outlive the check.
Check pattern_check(const Page& page, const Options& options);

}  // namespace stet
