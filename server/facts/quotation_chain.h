#pragma once
// Quotations that go on over several paragraphs: each opens with a mark, only the last one closes.
//
//   “We are leaving.            open, goes on
//   “The crew agrees.”          closed: one chain of two
//
// The next paragraph of speech also goes on where it has no opening mark but closes what is open (as some papers and
// most web pages do it). Headings, captions and the like between them do not count. What stays open is a fault that
// only the draft can tell.
#include <cstdint>
#include <vector>

#include "facts/facts.h"

namespace stet {

struct QuotationChain {
  std::vector<FactRef> parts;  // quotes, in order; at least one
  bool closed = true;          // a part closes it
};

struct QuotationChains {
  std::vector<QuotationChain> chains;  // only quotations left open in some paragraph
  std::vector<FactRef> excused;        // quote_faults of kind unopened that a chain explains, in order
};

QuotationChains chain_quotations(const Facts& facts);

}  // namespace stet
