#include "facts/citation.h"

#include <algorithm>
#include <charconv>

#include "prose/fold.h"
#include "text/superscript.h"
#include "text/utf8.h"

namespace stet {

namespace {

constexpr unsigned highest_note = 999;

std::optional<Citation::Form> form_of(const Inline& in) {
  switch (in.kind) {
    case Inline::Kind::link: return Citation::Form::link;
    case Inline::Kind::url: return Citation::Form::url;
    case Inline::Kind::footnote: return Citation::Form::footnote;
    case Inline::Kind::inline_note: return Citation::Form::inline_note;
    case Inline::Kind::cite_key: return Citation::Form::cite_key;
    case Inline::Kind::anchor: return Citation::Form::anchor;
    case Inline::Kind::reference: return Citation::Form::reference;
    default: return std::nullopt;
  }
}

std::optional<unsigned> number_of(std::string_view written) {
  const std::string digits = plain_digits(written);
  unsigned value = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (error != std::errc() || end != digits.data() + digits.size() || value == 0 || value > highest_note)
    return std::nullopt;
  return value;
}

class Finder {
 public:
  explicit Finder(const Paragraph& paragraph) : p_(paragraph) {}

  std::vector<Citation> run() {
    for (const Inline& in : p_.inlines)
      if (const auto form = form_of(in)) add(*form, in.span, in.target);
    const auto count = static_cast<std::uint32_t>(p_.words.size());
    for (std::uint32_t i = 0; i + 2 < count; ++i) {
      if (p_.words[i].is_mark('[')) numbered(i);
      else if (p_.words[i].is_mark('(')) parenthetical(i);
    }
    if (p_.letters.find('\xC2') != std::string_view::npos || p_.letters.find("\xE2\x81") != std::string_view::npos)
      for (std::uint32_t i = 0; i < count; ++i) superscripts(i);
    std::stable_sort(out_.begin(), out_.end(), [](const Citation& a, const Citation& b) { return a.span < b.span; });
    return std::move(out_);
  }

 private:
  void add(Citation::Form form, Span span, Span target) { out_.push_back({form, span, target, covered(span)}); }

  // The sentence of the marker; the one before where the marker stands alone after a full stop.
  WordRange covered(Span span) const {
    if (p_.sentences.empty()) return {};
    const auto after =
        std::partition_point(p_.words.begin(), p_.words.end(), [&](const Word& w) { return w.begin < span.end; });
    if (after == p_.words.begin()) return {};
    const auto last = static_cast<std::uint32_t>(after - p_.words.begin()) - 1;
    std::uint32_t sentence = p_.sentence_of(last);
    const WordRange words = p_.sentences[sentence].words;
    if (sentence > 0 && p_.words[words.first].begin >= span.begin && words.first == last) --sentence;
    return p_.sentences[sentence].words;
  }

  // [12], and each number of [3, 12]; not a[12], which is an index.
  void numbered(std::uint32_t i) {
    if (p_.zone == Zone::references || p_.zone == Zone::code) return;
    if (!p_.words[i].has(Word::space_before) && i > 0 && p_.words[i - 1].kind == WordKind::opaque) return;
    std::uint32_t close = i + 1;
    while (close < p_.words.size() && (p_.words[close].kind == WordKind::number || p_.words[close].is_mark(',')))
      ++close;
    if (close == i + 1 || close >= p_.words.size() || !p_.words[close].is_mark(']')) return;
    const Span all{p_.words[i].begin, p_.words[close].end};
    for (std::uint32_t w = i + 1; w < close; ++w)
      if (p_.words[w].kind == WordKind::number && number_of(p_.text(w)))
        add(Citation::Form::numbered, all, p_.words[w].span());
  }

  // Ruiz¹, and each number of ².⁷: what stands right behind word i and is no part of a word (see words.cpp).
  void superscripts(std::uint32_t i) {
    if (p_.zone == Zone::references || p_.zone == Zone::code) return;
    std::uint32_t begin = p_.words[i].end;
    const std::uint32_t end = i + 1 < p_.words.size() ? p_.words[i + 1].begin : p_.size();
    while (begin < end && p_.letters[begin] == Paragraph::blank) ++begin;  // *Ruiz*¹
    Span number{begin, begin};
    const auto close = [&] {
      if (!number.empty() && number_of(p_.letters.substr(number.begin, number.size())))
        add(Citation::Form::numbered, number, number);
    };
    for (std::uint32_t at = begin; at < end;) {
      const Decoded d = decode_utf8(p_.letters, at);
      if (superscript_digit(d.code_point)) {
        number.end = at + d.length;
      } else {
        if (at == begin || d.code_point == ' ') break;
        close();
        number = {at + d.length, at + d.length};
      }
      at += d.length;
    }
    close();
  }

  // (Smith 2014), (Smith, 2014), (Smith and Holm, 2014: 33)
  void parenthetical(std::uint32_t i) {
    constexpr std::uint32_t longest = 12;
    if (p_.words[i + 1].kind != WordKind::word || !p_.words[i + 1].has(Word::capital)) return;
    std::uint32_t w = i + 1;
    const auto limit = std::min<std::uint32_t>(i + longest, static_cast<std::uint32_t>(p_.words.size()));
    for (; w < limit && p_.words[w].kind != WordKind::number; ++w) {
      const Word& word = p_.words[w];
      const bool name = word.kind == WordKind::word &&
                        (word.has(Word::capital) || p_.text(w) == "and" || p_.text(w) == "et" || p_.text(w) == "al");
      if (!name && !word.is_mark(',') && !word.is_mark('&') && !word.is_mark('.')) return;
    }
    if (w >= limit || w + 1 >= p_.words.size() || !year(p_.text(w))) return;
    if (!p_.words[w + 1].is_mark(')') && !p_.words[w + 1].is_mark(':')) return;
    // "(May 2014)" is a date.
    if (w == i + 2 && month(i + 1)) return;
    std::uint32_t close = w + 1;
    while (close < limit && !p_.words[close].is_mark(')')) ++close;
    if (close == limit) return;
    add(Citation::Form::parenthetical, {p_.words[i].begin, p_.words[close].end},
        {p_.words[i + 1].begin, p_.words[w].end});
  }

  static bool year(std::string_view digits) {
    return digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20"));
  }
  bool month(std::uint32_t i) const {
    static constexpr std::string_view months[] = {"january",   "february", "march",    "april",
                                                  "may",       "june",     "july",     "august",
                                                  "september", "october",  "november", "december"};
    return std::find(std::begin(months), std::end(months), fold(p_.text(i))) != std::end(months);
  }

  const Paragraph& p_;
  std::vector<Citation> out_;
};

// "12. Smith …", "[12] Smith …" in a list of notes.
std::optional<unsigned> note_number(const Paragraph& p) {
  if (p.words.empty()) return std::nullopt;
  const std::size_t first = p.words[0].is_mark('[') ? 1 : 0;
  if (first >= p.words.size() || p.words[first].kind != WordKind::number) return std::nullopt;
  return number_of(p.text(static_cast<std::uint32_t>(first)));
}

}  // namespace

std::vector<Citation> find_citations(const Paragraph& paragraph) { return Finder(paragraph).run(); }

std::string citation_label(std::string_view written) {
  std::string out;
  for (const char c : fold(written)) {
    const bool space = c == ' ' || c == '\t' || c == '\n' || c == '\r';
    if (!space) out.push_back(c);
    else if (!out.empty() && out.back() != ' ') out.push_back(' ');
  }
  if (out.ends_with(' ')) out.pop_back();
  return out;
}

CitationTargets citation_targets(const Document& document) {
  CitationTargets targets;
  for (const Definition& d : document.definitions) {
    if (d.kind == Definition::Kind::footnote) targets.footnotes.insert(citation_label(d.label));
    else if (d.kind == Definition::Kind::link_reference) targets.references.insert(citation_label(d.label));
    else if (d.kind == Definition::Kind::html_id) targets.ids.insert(d.label);
  }
  for (const Block& block : document.blocks)
    if (block.paragraph->zone == Zone::references)
      if (const auto number = note_number(*block.paragraph)) targets.notes.insert(*number);
  targets.whole_page =
      document.format == Format::html && fold(document.text.bytes()).find("</html") != std::string::npos;
  return targets;
}

std::optional<bool> resolved(Citation::Form form, std::string_view target, const CitationTargets& targets) {
  switch (form) {
    case Citation::Form::link:
    case Citation::Form::url:
    case Citation::Form::inline_note: return true;
    case Citation::Form::footnote: return targets.footnotes.contains(citation_label(target));
    case Citation::Form::reference: return targets.references.contains(citation_label(target));
    case Citation::Form::anchor:
      if (target.empty() || target == "top" || targets.ids.contains(target)) return true;
      if (!targets.whole_page || target.find('%') != std::string_view::npos) return std::nullopt;
      return false;
    case Citation::Form::numbered: {
      const auto number = number_of(target);
      if (targets.notes.empty() || !number) return std::nullopt;
      return targets.notes.contains(*number);
    }
    case Citation::Form::cite_key:
    case Citation::Form::parenthetical: return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace stet
