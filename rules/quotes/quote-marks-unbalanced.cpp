#include <fmt/format.h>

#include <algorithm>

#include "facts/quotation_chain.h"
#include "lint/rule.h"
#include "text/utf8.h"

namespace stet::rules {

namespace {

using Kind = QuoteFault::Kind;

std::string utf8(char32_t c) {
  std::string out;
  append_utf8(out, c);
  return out;
}

char32_t partner_of(char32_t mark) {
  switch (mark) {
    case U'“': return U'”';
    case U'”': return U'“';
    case U'‘': return U'’';
    case U'’': return U'‘';
    case U'«': return U'»';
    case U'»': return U'«';
    case U'„': return U'“';
    case U'‚': return U'‘';
    default: return mark;
  }
}

char32_t mark_at(const Paragraph& p, Span mark) { return decode_utf8(p.letters, mark.begin).code_point; }

// The words with every quotation's depth under its marks: “a “b” c” / 1 2 2 1.
std::string picture(const Paragraph& p, Span place) {
  std::uint32_t depth = 0, column = 1;
  std::string out = "Marks in this paragraph, by column:\n\n";
  std::uint32_t shown = 0;
  for (std::uint32_t byte = 0; byte < p.letters.size() && shown < 24;) {
    const Decoded d = decode_utf8(p.letters, byte);
    if (d.code_point == U'“' || d.code_point == U'”' || d.code_point == U'"' || d.code_point == U'«' ||
        d.code_point == U'»') {
      const bool opens = d.code_point == U'“' || d.code_point == U'«' || (d.code_point == U'"' && depth == 0);
      if (opens) ++depth;
      out += fmt::format("- column {}: {} {} level {}{}\n", column, utf8(d.code_point), opens ? "opens" : "closes",
                         std::max(depth, 1u), byte == place.begin ? " ← here" : "");
      if (!opens && depth > 0) --depth;
      ++shown;
    }
    byte += d.length;
    ++column;
  }
  return out;
}

class Marks {
 public:
  Marks(const Facts& facts, Report& report) : facts_(facts), report_(report) {}

  void add(std::size_t p, const QuoteFault& fault) {
    const Paragraph& paragraph = facts_.paragraph(p);
    const char32_t mark = mark_at(paragraph, fault.mark);
    const bool straight = mark == U'"' || mark == U'\'';
    const std::string here = utf8(mark), other = utf8(partner_of(mark));
    switch (fault.kind) {
      case Kind::unclosed: {
        auto added = report_.add(p, fault.mark,
                                 fmt::format("{} is opened and another quotation begins before it is closed", here));
        close_fix(added, p, fault.mark, other);
        finish(added, p, fault, straight);
        // Speech in several paragraphs opens each of them and closes the last: run together, only the break is missing.
        if (!fault.partner.empty() && starts_sentence(paragraph, fault.partner)) added.at_most(Severity::warning);
        break;
      }
      case Kind::unopened: {
        auto added = report_.add(p, fault.mark, fmt::format("{} closes a quotation that was not opened", here));
        const WordRange sentence = paragraph.sentences[sentence_at(paragraph, fault.mark)].words;
        const std::uint32_t begin = paragraph.words[sentence.first].begin;
        added.fix(fmt::format("Insert {} at the start of the sentence", other), {{p, {begin, begin}, other}});
        finish(added, p, fault, straight);
        break;
      }
      case Kind::same_level: {
        const Span inner = paragraph.span(fault.words);
        const Span close = paragraph.words[fault.words.last - 1].span();
        auto added = report_.add(
            p, inner, fmt::format("{} inside {}: a quotation in a quotation takes single marks", here, here));
        const bool curly = mark == U'“' || mark == U'„';
        added.fix("Use single marks inside", {{p, fault.mark, curly ? "‘" : "'"}, {p, close, curly ? "’" : "'"}}, true);
        added.fix("Remove the inner marks", {{p, fault.mark, ""}, {p, close, ""}});
        finish(added, p, fault, straight);
        break;
      }
      case Kind::mixed_pair: {
        if (fault.partner.empty()) {
          auto added = report_.add(p, fault.mark, fmt::format("{} closes, and stands where a quotation opens", here));
          added.fix(fmt::format("Replace with {}", other), {{p, fault.mark, other}}, true);
          finish(added, p, fault, straight);
          break;
        }
        const std::string wanted = utf8(partner_of(mark_at(paragraph, fault.partner)));
        auto added = report_.add(
            p, fault.mark, fmt::format("{} was opened, {} closes it", utf8(mark_at(paragraph, fault.partner)), here));
        added.fix(fmt::format("Replace with {}", wanted), {{p, fault.mark, wanted}}, true);
        finish(added, p, fault, false);
        break;
      }
      case Kind::apostrophe_close: {
        const char32_t open = mark_at(paragraph, fault.partner);
        auto added = report_.add(p, fault.mark, fmt::format("{} was opened, an apostrophe closes it", utf8(open)));
        added.fix(fmt::format("Replace with {}", utf8(partner_of(open))), {{p, fault.mark, utf8(partner_of(open))}},
                  true);
        finish(added, p, fault, open == U'"');
        break;
      }
    }
  }

  // A quotation that nothing in the draft closes.
  void add_open(FactRef ref) {
    const Paragraph& paragraph = facts_.paragraph(ref.paragraph);
    const Quote& quote = facts_.local(ref.paragraph).quotes[ref.index];
    if (quote.open == U'\'') return;
    const Span mark{quote.span.begin, quote.span.begin + decode_utf8(paragraph.letters, quote.span.begin).length};
    auto added = report_.add(ref.paragraph, mark, fmt::format("{} is opened and never closed", utf8(quote.open)));
    close_fix(added, ref.paragraph, mark, utf8(partner_of(quote.open)));
    added.detail(picture(paragraph, mark));
    if (quote.open == U'"' || (quote.open == U'‘' && quotes_in_double())) added.at_most(Severity::information);
  }

 private:
  // A lone ‘ in a draft that quotes in double marks opens a quotation in speech, or is an apostrophe that was typed as
  // one: hardly worth a halt.
  bool quotes_in_double() const {
    for (std::size_t p = 0; p < facts_.size(); ++p)
      for (const Quote& q : facts_.local(p).quotes)
        if (q.depth == 0 && (q.open == U'“' || q.open == U'"')) return true;
    return false;
  }

  void finish(Report::Added& added, std::size_t p, const QuoteFault& fault, bool straight) {
    if (!fault.partner.empty()) added.related(p, fault.partner, "the other mark");
    added.detail(picture(facts_.paragraph(p), fault.mark));
    // Straight marks say neither opening nor closing: told by the spaces around them, so only a word in passing.
    if (straight) added.at_most(Severity::information);
  }

  void close_fix(Report::Added& added, std::size_t p, Span mark, const std::string& text) {
    const Paragraph& paragraph = facts_.paragraph(p);
    const WordRange sentence = paragraph.sentences[sentence_at(paragraph, mark)].words;
    const std::uint32_t end = paragraph.span(sentence).end;
    added.fix(fmt::format("Insert {} at the end of the sentence", text), {{p, {end, end}, text}});
  }

  static bool starts_sentence(const Paragraph& p, Span mark) {
    return p.span(p.sentences[sentence_at(p, mark)]).begin == mark.begin;
  }

  static std::uint32_t sentence_at(const Paragraph& p, Span mark) {
    const auto word = std::lower_bound(p.words.begin(), p.words.end(), mark.begin,
                                       [](const Word& w, std::uint32_t b) { return w.begin < b; });
    return p.sentence_of(static_cast<std::uint32_t>(word - p.words.begin()));
  }

  const Facts& facts_;
  Report& report_;
};

// One missing close is told once: where another quotation begins before it, not at the paragraph's end again.
bool told(const ParagraphFacts& local) {
  return std::any_of(local.quote_faults.begin(), local.quote_faults.end(),
                     [](const QuoteFault& f) { return f.kind == Kind::unclosed; });
}

bool speaks_of(Zone zone) {
  return zone != Zone::code && zone != Zone::math && zone != Zone::references && zone != Zone::table;
}

}  // namespace

Check quote_marks_unbalanced(const Options&) {
  return [](const Facts& facts, const Sources&, Report& report) {
    const QuotationChains chains = chain_quotations(facts);
    Marks marks(facts, report);
    auto excused = chains.excused.begin();
    for (const std::uint32_t p : facts.with<QuoteFault>()) {
      const auto& faults = facts.local(p).quote_faults;
      for (std::uint32_t i = 0; i < faults.size(); ++i) {
        if (excused != chains.excused.end() && *excused == FactRef{p, i}) ++excused;
        else if (speaks_of(facts.paragraph(p).zone)) marks.add(p, faults[i]);
      }
    }
    for (const QuotationChain& chain : chains.chains)
      if (!chain.closed && !told(facts.local(chain.parts.back().paragraph))) marks.add_open(chain.parts.back());
  };
}

}  // namespace stet::rules
