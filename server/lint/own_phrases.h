#pragma once
// OwnPhrases: the phrases of a rule's table that its code weighs before it speaks: "regime", but not "tax regime".
//
// On a page with code, rows with neither `instead` nor `message` are the code's; the others are flagged as on any page.
#include <string_view>
#include <utility>
#include <vector>

#include "facts/facts.h"
#include "lint/check.h"

namespace stet {

class OwnPhrases {
 public:
  explicit OwnPhrases(std::string_view rule);

  // Those in a paragraph, by position: leftmost, then longest, not overlapping; in every zone, quoted ones too.
  std::vector<WordRange> in(const Facts& facts, std::size_t p) const;

  // A pass that calls look(p, words) for each of them, in order: in body text alone, or wherever the draft is read but
  // in its references.
  enum class Where : std::uint8_t { body, text };
  template <class Look>
  Pass pass(const Facts& facts, Where where, Look look) const {
    return Pass{[this, &facts, where, look = std::move(look)](std::size_t p) mutable {
      if (!read(facts.paragraph(p), where)) return Holds::nothing;
      const std::vector<WordRange> found = in(facts, p);
      for (const WordRange words : found) look(p, words);
      return found.empty() ? Holds::nothing : Holds::something;
    }};
  }

 private:
  static bool read(const Paragraph& paragraph, Where where) {
    const bool there = where == Where::body ? paragraph.zone == Zone::body : paragraph.zone != Zone::references;
    return there && !paragraph.foreign && !paragraph.phrases.empty();
  }

  std::uint64_t rule_;
};

}  // namespace stet
