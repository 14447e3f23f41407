#pragma once
// Quotations that are one: the same words told twice in a draft, and where their wordings differ.
//
//   “We were never told to stop.”   “We were told never to stop.”     one quotation; never told / told never
//   “We were never told to stop.”   “We were never told …”            one quotation, shortened; nothing differs
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "facts/facts.h"

namespace stet {

// A quotation as its words, to be compared: marks and what stands in square brackets left out.
struct Wording {
  struct Part {
    std::uint32_t word = 0;  // index in the paragraph
    WordId id = 0;
    bool gap = false;  // something is left out, or put in brackets, before it
  };
  FactRef quote;
  WordRange range;  // as quoted
  std::vector<Part> words;
  bool gap_at_end = false;
};
Wording wording_of(const Paragraph& paragraph, WordRange quoted);

// Many quotations, and which of them may be one.
class Quotations {
 public:
  // The words that weigh of a quotation of at least `min_words` words, of which no more than the first few hundred are
  // looked at; nullopt where it is shorter.
  static std::optional<std::vector<WordId>> weighty(const Facts& facts, FactRef quote, std::size_t min_words);
  // Takes in a quotation by these.
  void add(FactRef quote, std::span<const WordId> weighty);
  FactRef operator[](std::size_t n) const { return quotes_[n]; }

  // Pairs that share enough neighbours, among the words that weigh, to be worth a comparison: (earlier, later), each
  // later one at most once. Linear in the words.
  std::vector<std::pair<std::size_t, std::size_t>> matches() const;

 private:
  std::vector<FactRef> quotes_;
  std::vector<WordId> heavy_;      // the words of all that weigh, one quotation after the other
  std::vector<std::size_t> ends_;  // of each, in heavy_
};

struct Drift {
  WordRange a, b;                // the words that differ, in the two paragraphs; never empty
  std::size_t changes = 0;       // words put, dropped or added
  std::size_t same = 0, of = 0;  // words alike, of those of the shorter
  bool reordered = false;        // the same words in another order
  bool slight = false;           // so short that it may be another thing said alike
};

// How two wordings differ, the shorter laid along the longer. Nothing where they do not, or by too much: less than
// `overlap` of the shorter's words are the longer's, or no word that weighs is. What an ellipsis or brackets explain is
// no difference, nor is where the one begins or ends.
std::optional<Drift> drift_between(const Wording& a, const Wording& b, const Lexicon& lexicon, double overlap);

}  // namespace stet
