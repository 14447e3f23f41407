#include "facts/quote.h"

namespace stet {

namespace {

bool is_stop(const Word& w) {
  return w.is_mark(U'.') || w.is_mark(U'?') || w.is_mark(U'!') || w.is_mark(U',') || w.is_mark(U'…') || w.is_mark(U'—');
}

std::uint32_t letters_in(const Paragraph& p, WordRange range) {
  std::uint32_t n = 0;
  for (std::uint32_t i = range.first; i < range.last; ++i)
    n += p.words[i].kind == WordKind::word || p.words[i].kind == WordKind::number ? 1 : 0;
  return n;
}

// “The Long Road”, “Vestiges”: every word of four letters or more begins with a capital.
bool reads_as_title(const Paragraph& p, WordRange range) {
  for (std::uint32_t i = range.first; i < range.last; ++i) {
    const Word& w = p.words[i];
    if (w.kind == WordKind::word && !w.has(Word::capital) && (i == range.first || p.text(w).size() > 3)) return false;
  }
  return true;
}

Quote quote_of(const Paragraph& p, const QuotationPair& pair) {
  Quote q;
  q.words = pair.words();
  q.open = pair.open_mark;
  q.close = pair.close_mark;
  q.depth = pair.depth;
  q.continues = pair.close_mark == 0;
  const std::uint32_t last = pair.close_mark != 0 ? pair.close + 1 : pair.close;
  q.span = p.span(WordRange{pair.open, std::max(last, pair.open + 1)});
  if (q.words.empty()) return q;
  const Word& first = p.words[q.words.first];
  const Word& end = p.words[q.words.last - 1];
  const bool opens = first.has(Word::capital) || first.is_mark(U'…');
  q.complete = opens && is_stop(end);
  const std::uint32_t count = letters_in(p, q.words);
  const bool short_label = count <= 2 && !first.has(Word::capital);
  const bool title = count <= 8 && !is_stop(end) && reads_as_title(p, q.words);
  if (pair.close_mark != 0 && (short_label || title)) q.form = Quote::Form::scare;
  return q;
}

WordRange words_of(const Paragraph& p, const QuotationMarks& marks, const QuotationFault& fault) {
  if (fault.kind == QuotationFault::Kind::same_level)
    for (const QuotationPair& pair : marks.pairs)
      if (pair.open == fault.mark) return {pair.open, pair.close + 1};
  const auto count = static_cast<std::uint32_t>(p.words.size());
  if (fault.partner == QuotationFault::no_word) return {fault.mark, std::min(fault.mark + 1, count)};
  return {std::min(fault.mark, fault.partner), std::max(fault.mark, fault.partner) + 1};
}

}  // namespace

Quotes find_quotes(const Paragraph& p, const Context& context) {
  Quotes out;
  const QuotationMarks marks = pair_quotation_marks(p, *context.lexicon);
  if (p.zone == Zone::block_quote && !p.words.empty()) {
    Quote block;
    block.form = Quote::Form::block;
    block.words = {0, static_cast<std::uint32_t>(p.words.size())};
    block.span = p.span(block.words);
    block.complete = true;
    out.quotes.push_back(block);
  }
  for (const QuotationPair& pair : marks.pairs) out.quotes.push_back(quote_of(p, pair));
  for (const QuotationFault& fault : marks.faults) {
    QuoteFault f{fault.kind, p.words[fault.mark].span(), {}, words_of(p, marks, fault)};
    if (fault.partner != QuotationFault::no_word) f.partner = p.words[fault.partner].span();
    out.faults.push_back(f);
  }
  return out;
}

}  // namespace stet
