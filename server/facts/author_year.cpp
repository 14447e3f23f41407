#include "facts/author_year.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "facts/word_view.h"

namespace stet {

namespace {

using At = WordView::At;

std::optional<int> year_at(const WordView& w, At i) {
  if (!w.number(i) || w.text(i).size() != 4) return std::nullopt;
  int value = 0;
  const std::string_view digits = w.text(i);
  const auto [end, error] = std::from_chars(digits.begin(), digits.begin() + 4, value);
  if (error != std::errc() || end != digits.data() + 4 || value < 1500 || value > 2099) return std::nullopt;
  return value;
}

// 2014/2016, 1914–18, 2014-15: no year of its own.
bool joined(const WordView& w, At i) {
  const auto joins = [&](At k) { return w.mark(k, '/') || w.dash(k) || w.mark(k, U'—'); };
  return joins(i + 1) || joins(i - 1);
}

bool name(const WordView& w, At i) { return w.word(i) && w.capital(i) && !w.in(i, WordClass::month); }

class Mentions {
 public:
  explicit Mentions(const Facts& facts) : facts_(facts) {}

  std::vector<AuthorYear> run() {
    for (std::size_t p = 0; p < facts_.size(); ++p) {
      const Paragraph& paragraph = facts_.paragraph(p);
      if (paragraph.foreign || paragraph.zone == Zone::references || paragraph.zone == Zone::code) continue;
      if (paragraph.letters.find('(') == std::string::npos) continue;
      const WordView w(paragraph, facts_.context());
      for (At i = 1; i < w.size(); ++i)
        if (w.mark(i, '(')) bracket(p, w, i);
    }
    return std::move(out_);
  }

 private:
  void bracket(std::size_t p, const WordView& w, At open) {
    constexpr At longest = 60;
    At close = open + 1;
    while (w.inside(close) && close < open + longest && !w.mark(close, ')') && !w.mark(close, '(')) ++close;
    if (!w.mark(close, ')')) return;
    // Ortiz et al. (2014, p. 3)
    if (year_at(w, open + 1)) {
      const bool alone = open + 2 == close || w.mark(open + 2, ',') || w.mark(open + 2, ':') || letter(w, open + 2);
      if (alone && !joined(w, open + 1))
        if (const auto author = author_before(w, open)) add(p, w, *author, open + 1);
      return;
    }
    for (At part = open + 1; part < close;) {
      At end = part;
      while (end < close && !w.mark(end, ';')) ++end;
      inside(p, w, part, end);
      part = end + 1;
    }
  }

  // "2014a": the letter is glued to the year or part of the next word.
  static bool letter(const WordView& w, At i) { return w.word(i) && w.glued(i) && w.text(i).size() == 1; }

  // see Holm and Ruiz, 2015, p. 3
  void inside(std::size_t p, const WordView& w, At first, At end) {
    while (first < end && (w.any(first, {"see", "also", "cf", "cf.", "e.g.", "e.g", "and", "but"}) ||
                           w.mark(first, ',') || w.mark(first, '.')))
      ++first;
    std::optional<At> author;
    constexpr At most = 12;
    for (At i = first; i < end && i < first + most; ++i) {
      if (year_at(w, i)) {
        const bool ends = i + 1 == end || w.mark(i + 1, ',') || w.mark(i + 1, ':') || letter(w, i + 1);
        if (author && ends && !joined(w, i)) add(p, w, *author, i);
        return;
      }
      if (name(w, i)) author = author.value_or(i);
      else if (!particle(w, i) && !w.any(i, {"and", "et", "al", "al."}) && !w.mark(i, ',') && !w.mark(i, '&') &&
               !w.mark(i, '.'))
        return;
    }
  }

  static bool particle(const WordView& w, At i) {
    return w.any(i, {"de", "la", "du", "van", "der", "den", "von", "le", "da", "di", "al-", "ter", "ten"});
  }

  // The first of the names that stand before the bracket: Holm of "Holm and Ruiz (2015)".
  static std::optional<At> author_before(const WordView& w, At open) {
    std::optional<At> author;
    constexpr At most = 8;
    for (At next = open; next > 0 && open - next < most; --next) {
      const At i = next - 1;
      if (name(w, i)) author = i;
      else if (!(author || w.any(i, {"al", "al."}) || w.mark(i, '.')) ||
               !(w.any(i, {"and", "et", "al", "al.", "’s", "'s"}) || w.mark(i, '&') || w.mark(i, '.') ||
                 particle(w, i)))
        break;
      if (w.starts_sentence(i)) break;
    }
    return author;
  }

  void add(std::size_t p, const WordView& w, At author, At year) {
    out_.push_back({p, author, *year_at(w, year), w[year].span()});
  }

  const Facts& facts_;
  std::vector<AuthorYear> out_;
};

std::optional<ReferenceEntry> entry_of(const Facts& facts, std::size_t p) {
  const WordView w(facts.paragraph(p), facts.context());
  ReferenceEntry entry;
  entry.paragraph = p;
  At i = 0;
  while (w.inside(i) && !w.word(i)) ++i;  // a number, a dash, a bullet
  constexpr At most_names = 5;
  for (; w.word(i) && entry.names.size() < most_names; ++i) entry.names.push_back(w[i].id);
  constexpr At longest = 400;
  for (; w.inside(i) && i < longest; ++i) {
    const auto year = year_at(w, i);
    if (!year || w.any(i - 1, {"p", "p.", "pp", "pp.", "no", "no."})) continue;
    if (entry.years.empty()) entry.year_span = w[i].span();
    entry.years.push_back(*year);
  }
  if (entry.names.empty()) return std::nullopt;
  return entry;
}

}  // namespace

std::vector<ReferenceEntry> reference_entries(const Facts& facts) {
  std::vector<ReferenceEntry> out;
  for (std::size_t p = 0; p < facts.size(); ++p)
    if (facts.paragraph(p).zone == Zone::references && !facts.paragraph(p).words.empty())
      if (auto entry = entry_of(facts, p)) out.push_back(std::move(*entry));
  return out;
}

std::vector<AuthorYear> author_years(const Facts& facts) { return Mentions(facts).run(); }

}  // namespace stet
