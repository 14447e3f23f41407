#pragma once
// Quotations: what stands between quotation marks, and whether the marks pair.
#include <cstdint>
#include <optional>
#include <vector>

#include "prose/context.h"
#include "prose/paragraph.h"
#include "prose/quotation.h"

namespace stet {

struct Quote {
  enum class Form : std::uint8_t {
    inline_quote,  // JSON: inline
    block,         // a whole paragraph is the quotation
    scare,         // a word or two that nobody need have said: words as words, titles, nicknames, measures
  };
  Form form = Form::inline_quote;
  WordRange words;                           // what is quoted, without the marks
  Span span;                                 // the marks included, relative to the paragraph
  char32_t open = 0, close = 0;              // the marks; 0 where there is none
  std::uint8_t depth = 0;                    // 0 outermost
  bool continues = false;                    // opened in this paragraph and not closed in it
  bool complete = false;                     // a full sentence or more (begins with a capital, ends with a stop inside)
  std::optional<std::uint32_t> attribution;  // index into ParagraphFacts::attributions
};

// A mark that does not pair or nest, for quote-marks-unbalanced.
struct QuoteFault {
  using Kind = QuotationFault::Kind;
  Kind kind;
  Span mark;        // relative to the paragraph
  Span partner;     // the other mark; empty where there is none
  WordRange words;  // what a person would look at: the inner quotation, or from the mark to its partner
};

struct Quotes {
  std::vector<Quote> quotes;
  std::vector<QuoteFault> faults;
};

// Reads one paragraph. A paragraph that begins with an opening mark and lacks its close is `continues`, not yet a
// fault: only the draft knows whether the next paragraph goes on (see Facts).
Quotes find_quotes(const Paragraph& paragraph, const Context& context);

}  // namespace stet
