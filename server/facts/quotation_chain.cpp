#include "facts/quotation_chain.h"

#include <algorithm>
#include <optional>
#include <span>

namespace stet {

namespace {

bool carries_speech(Zone zone) {
  return zone == Zone::body || zone == Zone::block_quote || zone == Zone::answer || zone == Zone::list ||
         zone == Zone::pull_quote;
}

// The quotation that a paragraph leaves open at its end, if any: outermost, last.
std::optional<std::uint32_t> left_open(const ParagraphFacts& local) {
  for (std::size_t i = local.quotes.size(); i > 0; --i) {
    const Quote& q = local.quotes[i - 1];
    if (q.form != Quote::Form::block && q.depth == 0) {
      if (q.continues) return static_cast<std::uint32_t>(i - 1);
      return std::nullopt;
    }
  }
  return std::nullopt;
}

// A quotation that begins with the paragraph.
std::optional<std::uint32_t> at_start(const ParagraphFacts& local) {
  for (std::size_t i = 0; i < local.quotes.size(); ++i)
    if (local.quotes[i].form != Quote::Form::block)
      return local.quotes[i].words.first == 1 ? std::optional(static_cast<std::uint32_t>(i)) : std::nullopt;
  return std::nullopt;
}

// A closing mark before any opening one.
std::optional<std::uint32_t> closes_first(const ParagraphFacts& local) {
  for (std::size_t i = 0; i < local.quote_faults.size(); ++i) {
    const QuoteFault& f = local.quote_faults[i];
    if (f.kind != QuoteFault::Kind::unopened) continue;
    for (const Quote& q : local.quotes)
      if (q.form != Quote::Form::block && q.span.begin < f.mark.begin) return std::nullopt;
    return static_cast<std::uint32_t>(i);
  }
  return std::nullopt;
}

// Does the quotation open its paragraph, and is the paragraph before one of speech too?
bool goes_on_from_before(const Facts& facts, FactRef part) {
  if (facts.local(part.paragraph).quotes[part.index].words.first != 1 || part.paragraph == 0) return false;
  const std::span<const Quote> before = facts.local(part.paragraph - 1).quotes;
  return std::any_of(before.begin(), before.end(), [](const Quote& q) { return q.form == Quote::Form::inline_quote; });
}

}  // namespace

QuotationChains chain_quotations(const Facts& facts) {
  QuotationChains out;
  bool open = false;  // the last chain wants a next paragraph
  for (std::size_t n = 0; n < facts.size(); ++n) {
    const auto p = static_cast<std::uint32_t>(n);
    if (!carries_speech(facts.paragraph(n).zone) || facts.paragraph(n).words.empty()) continue;
    const ParagraphFacts& local = facts.local(n);
    const auto start = at_start(local);
    const auto end = left_open(local);
    if (open) {
      if (start) {
        out.chains.back().parts.push_back({p, *start});
        open = local.quotes[*start].continues;
      } else if (const auto close = closes_first(local)) {
        out.excused.push_back({p, *close});
        open = false;
      } else {
        out.chains.back().closed = false;
        open = false;
      }
    }
    if (end && (out.chains.empty() || out.chains.back().parts.back() != FactRef{p, *end})) {
      out.chains.push_back({{{p, *end}}, true});
      open = true;
    }
  }
  // Speech that goes on from one paragraph into the draft's last may simply not have been written to its end.
  if (open && !goes_on_from_before(facts, out.chains.back().parts.back())) out.chains.back().closed = false;
  return out;
}

}  // namespace stet
