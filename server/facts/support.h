#pragma once
// Support: does anything visible hold up these words of a paragraph? A quotation, a citation, an attribution whose
// content reaches them; and where none does, which attribution is nearest and what stopped it.
//
//   The board said it had spent $3 million. It owes $9 million.
//   support_of(…, words of "$9 million")   none; nearest: the board; stopped by: sentence
#include <optional>
#include <string>

#include "facts/facts.h"

namespace stet {

struct Support {
  enum class By : std::uint8_t { none, quotation, citation, attribution, continuation };
  enum class Stop : std::uint8_t { none, no_attribution, paragraph, sentence, clause, weak, figure_kind };
  By by = By::none;
  std::uint32_t index = 0;               // of the quote, citation or attribution
  std::optional<std::uint32_t> nearest;  // attribution of the paragraph, where nothing supports
  Stop stopped = Stop::no_attribution;   // why the nearest does not reach
};

// Within the paragraph. `rides` says whether an attribution of the sentence before may carry on (S9): money, percents,
// records, motives and accusations never ride.
enum class Riding : std::uint8_t { never, one_sentence };
Support support_of(const Paragraph& paragraph, const ParagraphFacts& facts, const Lexicon& lexicon, WordRange words,
                   Riding riding);

// Does the paragraph end by announcing words that the next one holds ("As he remarked in an interview:", S11)? Those
// are the speaker's where they stand as a block: marked up as one, or long.
bool announces_block(const Paragraph& paragraph, const ParagraphFacts& facts);

// "the nearest source, “the board”, speaks in another sentence"
std::string explain(const Paragraph& paragraph, const ParagraphFacts& facts, const Support& support);

}  // namespace stet
