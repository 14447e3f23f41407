#pragma once
// Party: the person or body with a name whom a verb, or a noun beside the name, is about; and whether the draft shows a
// court's word on that party. For the rules of law, which would rather miss a party than take one for another.
#include <optional>
#include <unordered_set>

#include "facts/facts.h"

namespace stet {

struct Party {
  WordRange words;     // "Per Holm", without titles
  WordId surname = 0;  // the last word: what later mentions share
};

// Who does what verb `verb` says, where that can be told: "Holm", "Per Holm, the mayor,", "Holm, who". Nobody where an
// auxiliary other than has, have and had stands between, since a passive or a modal is no deed.
std::optional<Party> doer_of(const Facts& facts, std::size_t p, std::uint32_t verb);

// The name that begins at word `at`; nobody where none does, or it is a place's or a work's.
std::optional<Party> party_at(const Facts& facts, std::size_t p, std::uint32_t at);
// The name that ends before word `end`.
std::optional<Party> party_before(const Facts& facts, std::size_t p, std::uint32_t end);

// Whom the draft says to have been convicted, to have pleaded guilty or to have admitted it: by surname, or in a
// sentence that goes on with a pronoun. Read once for a draft, by a rule that has found somebody to ask about.
class Verdicts {
 public:
  explicit Verdicts(const Facts& facts);
  bool shown(WordId surname) const { return guilty_.contains(surname); }

 private:
  std::unordered_set<WordId> guilty_;
};

// Does the paragraph tell a made-up story, or one of long ago: a novel, a film, a year more than eighty years back?
bool tells_fiction_or_history(const Facts& facts, std::size_t p);

}  // namespace stet
