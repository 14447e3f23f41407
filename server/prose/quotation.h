#pragma once
// Quotation marks of one paragraph: which opens, which closes, which is an apostrophe or a measure.
//
//   “We were told,” she said, “to call it ‘routine’.”     two pairs at depth 0, one at depth 1 in the second
//   the ’90s, get ’em, the dogs’ food, 6' 2", 30'15"       no marks at all
//
// Directed marks (“ ” ‘ ’ « » „ ‚) say what they are, straight ones are told by the white space around them. A pair is
// one mark wide on each side; the words between are the quotation. Costs one pass over the words; nothing is a fault
// that could be an apostrophe.
#include <cstdint>
#include <vector>

#include "prose/paragraph.h"

namespace stet {

struct QuotationPair {
  std::uint32_t open = 0;   // word index of the opening mark
  std::uint32_t close = 0;  // of the closing mark; where there is none, one past the last word taken to be quoted
  char32_t open_mark = 0, close_mark = 0;  // close_mark 0: not closed in this paragraph
  std::uint8_t depth = 0;                  // 0 outermost

  WordRange words() const { return {open + 1, close}; }
};

struct QuotationFault {
  enum class Kind : std::uint8_t {
    unclosed,          // an opening mark, and another quotation begins before it is closed
    unopened,          // a closing mark with nothing open (a paragraph before may have opened it: ask the draft)
    same_level,        // the same kind of mark inside an open quotation: “a “b” c”
    mixed_pair,        // “a" or "a”, or a mark that points the wrong way
    apostrophe_close,  // “a,’
  };
  static constexpr std::uint32_t no_word = 0xFFFF'FFFFu;
  Kind kind;
  std::uint32_t mark = 0;           // word index
  std::uint32_t partner = no_word;  // the other mark
};

struct QuotationMarks {
  std::vector<QuotationPair> pairs;    // by open, nested
  std::vector<QuotationFault> faults;  // by mark
};

// A mark left open at the end is no fault here: the next paragraph may go on with it.
QuotationMarks pair_quotation_marks(const Paragraph& paragraph, const Lexicon& lexicon);

// Sets Word::in_quotation on the words between marks. Done once, where paragraphs are made, after sentences are cut.
void flag_quoted_words(Paragraph& paragraph, const Lexicon& lexicon);

}  // namespace stet
