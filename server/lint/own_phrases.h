#pragma once
// OwnPhrases: the phrases of a rule's table that its code weighs before it speaks: "regime", but not "tax regime".
//
// On a page with code, rows with neither `instead` nor `message` are the code's; the others are flagged as on any page.
#include <string_view>
#include <vector>

#include "facts/facts.h"

namespace stet {

class OwnPhrases {
 public:
  explicit OwnPhrases(std::string_view rule);

  // Those in a paragraph, by position: leftmost, then longest, not overlapping; in every zone, quoted ones too.
  std::vector<WordRange> in(const Facts& facts, std::size_t p) const;

 private:
  std::uint64_t rule_;
};

}  // namespace stet
