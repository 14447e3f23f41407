#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "facts/speaker.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

bool prose(Zone zone) { return zone == Zone::body || zone == Zone::list; }

class Reader {
 public:
  Reader(std::uint32_t min_words, const Facts& facts, Report& report)
      : min_words_(min_words), facts_(facts), report_(report) {}

  void paragraph(std::size_t p) {
    const ParagraphFacts& local = facts_.local(p);
    if (!local.quote_faults.empty() || !prose(facts_.paragraph(p).zone)) return;
    std::optional<bool> anybody;  // in the paragraph, asked at most once
    for (const Quote& q : local.quotes) {
      if (!asks(p, q)) continue;
      if (!anybody) anybody = somebody_in(facts_.paragraph(p), facts_.context(), words_of(p));
      if (*anybody) return;
      if (!somebody_beside(p, q)) tell(p, q);
    }
  }

 private:
  // A quotation that is its own sentence and belongs to nobody in its paragraph.
  bool asks(std::size_t p, const Quote& q) const {
    if (q.form != Quote::Form::inline_quote || q.depth != 0 || q.close == 0 || q.attribution || !q.complete)
      return false;
    const Paragraph& paragraph = facts_.paragraph(p);
    const std::uint32_t open = q.words.first - 1, behind = q.words.last + 1;
    if (!paragraph.words[open].has(Word::starts_sentence)) return false;
    if (behind < paragraph.words.size() && !paragraph.words[behind].has(Word::starts_sentence)) return false;
    const Word& end = paragraph.words[q.words.last - 1];
    if (!end.is_mark(U'.') && !end.is_mark(U'?') && !end.is_mark(U'!')) return false;
    return spoken_words(paragraph, q.words) >= min_words_;
  }

  WordRange words_of(std::size_t p) const { return {0, static_cast<std::uint32_t>(facts_.paragraph(p).words.size())}; }

  // In the paragraphs before and after.
  bool somebody_beside(std::size_t p, const Quote& q) const {
    const WordRange all = words_of(p);
    const bool opens = q.words.first == 1, ends = q.words.last + 1 == all.last;
    if (p == 0 || !prose(facts_.paragraph(p - 1).zone)) {
      if (opens) return true;  // an epigraph, a quotation under a heading or a picture
    } else if (speaks_on(p - 1, opens)) {
      return true;
    }
    return ends && p + 1 < facts_.size() && speaks_first(p + 1);
  }

  // May the paragraph before name the speaker: in its last sentence, anywhere where only quotations stand between, or
  // by a colon or a quotation at its end?
  bool speaks_on(std::size_t p, bool all_of_it) const {
    const Paragraph& before = facts_.paragraph(p);
    if (before.sentences.empty()) return true;
    const auto count = static_cast<std::uint32_t>(before.words.size());
    const Word& end = before.words[count - 1];
    if (end.is_mark(U':') || (all_of_it && !facts_.local(p).quotes.empty())) return true;
    return somebody_in(before, facts_.context(), all_of_it ? WordRange{0, count} : before.sentences.back().words);
  }

  bool speaks_first(std::size_t p) const {
    const Paragraph& next = facts_.paragraph(p);
    if (!prose(next.zone) || next.sentences.empty()) return true;
    const Word& first = next.words.front();
    if (first.is_mark(U'—') || first.is_mark(U'–') || first.is_mark(U'-') || !facts_.local(p).quotes.empty())
      return true;
    return somebody_in(next, facts_.context(), next.sentences.front().words);
  }

  void tell(std::size_t p, const Quote& q) {
    const Paragraph& paragraph = facts_.paragraph(p);
    auto added =
        report_.add(p, q.span, "Who says this? Nobody is named in the sentence, in the paragraph or beside it");
    const Span stop = paragraph.words[q.words.last - 1].span();
    const std::uint32_t behind = q.span.end;
    if (paragraph.words[q.words.last - 1].is_mark(U'.'))
      added.fix("Insert “TK said”", {{p, stop, ","}, {p, {behind, behind}, " TK said."}});
    else added.fix("Insert “TK said”", {{p, {behind, behind}, " TK said."}});
    added.detail(
        "**Looked at.** The sentence, the whole paragraph, the end of the one before, and the opening of the next "
        "where "
        "the quotation ends its own: no name, no pronoun, nobody by trade or office, no document, sign or word of "
        "saying.");
    for (std::size_t before = p; before > 0 && p - before < 6; --before)
      for (const Attribution& a : facts_.local(before - 1).attributions)
        if (a.source && a.named) {
          added.related(before - 1, facts_.paragraph(before - 1).span(*a.source), "the nearest speaker before");
          return;
        }
  }

  std::uint32_t min_words_;
  const Facts& facts_;
  Report& report_;
};

}  // namespace

Check quote_unattributed(const Options& options) {
  const auto min_words = static_cast<std::uint32_t>(std::clamp(options.number("min_words"), 1.0, 1000.0));
  return [=](const Facts& facts, const Sources&, Report& report) {
    if (facts.context().genre == Genre::fiction) return;
    Reader reader(min_words, facts, report);
    for (const std::size_t p : facts.with<Quote>())
      if (!facts.local(p).quotes.empty()) reader.paragraph(p);
  };
}

}  // namespace stet::rules
