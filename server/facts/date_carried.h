#pragma once
// Dates that a paragraph leaves to those before it: "A year later, …", "On 30 May …" in the life of somebody who died
// in 1832. The dates of ParagraphFacts know their own paragraph alone; these know the draft.
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "facts/facts.h"

namespace stet {

class CarriedDates {
 public:
  explicit CarriedDates(const Facts& facts);  // to outlive this

  // The dates of paragraph p, one for each of facts.local(p).dates and in their order: the same mentions, with the days
  // that the paragraphs before give them. A month without a year takes the last year said in a draft that tells of
  // other years than its own (a life, a history), and only there: news means the month nearest to its publication.
  std::span<const DateMention> of(std::size_t p) const;

 private:
  const Facts& facts_;
  std::map<std::size_t, std::vector<DateMention>> read_;
};

}  // namespace stet
