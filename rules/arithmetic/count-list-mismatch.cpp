#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "facts/figure_sentences.h"
#include "facts/interval.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

constexpr double most_items = 20;
constexpr At longest_item = 6;

// A list as it can be read: between `least` and `most` items.
struct List {
  std::vector<WordRange> items;
  std::size_t least = 0, most = 0;
};

// Words after which a list is no full one, or no list.
bool open_list(const WordView& w, At from, At to) {
  for (At i = from; i < to; ++i)
    if (w.any(i, {"including", "includes", "include", "such",    "among",      "e.g",     "eg",   "like",  "etc",
                  "others",    "other",    "more",    "example", "especially", "notably", "plus", "least", "mainly",
                  "mostly",    "words",    "letters", "another", "some",       "various", "so"}) ||
        w.mark(i, 0x2026) || w.mark(i, '(') || w.mark(i, '?') || w.dash(i) || w.mark(i, 0x2014))
      return true;
  return false;
}

bool number_like(const WordView& w, At i) { return w.number(i) || (w.word(i) && w.in(i, WordClass::number_word)); }

// An item is a short noun phrase: no clause, no number (ages, counts), nothing quoted.
bool phrase(const WordView& w, WordRange item) {
  if (item.empty() || item.size() > longest_item) return false;
  for (At i = item.first; i < item.last; ++i)
    if (!w.word(i) || number_like(w, i) || w[i].has(Word::in_quotation) || w.in(i, WordClass::auxiliary) ||
        w.in(i, WordClass::subject_pronoun) || w.in(i, WordClass::say_verb) ||
        w.any(i, {"to", "who", "which", "that", "where", "when", "because", "if", "but", "not", "as", "with"}))
      return false;
  return true;
}

bool conjunction(const WordView& w, At i) { return w.any(i, {"and", "or"}); }

// "education, crime and economic development" in `words`; nullopt for what is not plainly a closed list.
std::optional<List> read_list(const WordView& w, WordRange words) {
  List list;
  At from = words.first;
  std::size_t joined = 0, lower = 0;
  bool closed = false;
  const auto close = [&](At end) {
    if (conjunction(w, from)) {
      closed = true;
      ++from;
    }
    if (!phrase(w, {from, end})) return false;
    list.items.push_back({from, end});
    for (At i = from; i < end; ++i)
      if (conjunction(w, i)) ++joined;
    from = end + 1;
    return list.items.size() <= 2 * static_cast<std::size_t>(most_items);
  };
  for (At i = words.first; i < words.last; ++i) {
    if (w.mark(i, ';') || w.mark(i, ':')) return std::nullopt;
    if (w.mark(i, ',') && !close(i)) return std::nullopt;
  }
  At end = words.last;
  while (end > from && w.kind(end - 1, WordKind::mark)) --end;
  if (!close(end)) return std::nullopt;
  // "X, Y and Z": the last one is two; "bread and butter" within another may be one or two.
  const WordRange last = list.items.back();
  const bool inner = std::any_of(list.items.begin(), list.items.end() - 1, [&](WordRange item) {
    for (At i = item.first; i < item.last; ++i)
      if (conjunction(w, i)) return true;
    return false;
  });
  bool last_joined = false;
  for (At i = last.first; i < last.last; ++i) last_joined = last_joined || conjunction(w, i);
  if (!closed && !last_joined) return std::nullopt;
  const bool names = w.capital(list.items.front().first);
  for (const WordRange item : list.items) lower += names && !w.capital(item.first) ? 1 : 0;
  list.most = list.items.size() + joined;
  // Names with a title or a place behind a comma: "Smith, the mayor, and Lee", "Paris, Texas".
  list.least = list.items.size() + (last_joined && !closed && !inner && joined == 1 ? 1 : 0);
  if (names && lower > 0) list.least -= std::min(lower, list.least);
  else if (names && closed) list.least = (list.least + 1) / 2;
  if (joined > 1 || inner) list.least = std::min(list.least, list.items.size());
  return list;
}

class Lists {
 public:
  explicit Lists(const Facts& facts, Report& report) : facts_(facts), report_(report) {}

  // Does the sentence announce a list?
  bool sentence(const WordView& w, const FigureSentence& s) {
    At colon = s.words.first;
    while (colon < s.words.last && !w.mark(colon, ':')) ++colon;
    if (colon == s.words.last) return false;
    const Figure* announced = nullptr;
    for (const Figure& f : s.figures)
      if (f.words.last <= colon) announced = &f;
    if (!announced || !announces(w, *announced, colon) || open_list(w, s.words.first, s.words.last)) return false;
    // ---- a list in the sentence, or in the blocks below
    At end = s.words.last;
    if (colon + 1 == end) items_below(w, s.p, *announced);
    else if (const auto list = read_list(w, {colon + 1, end})) compare(w, s.p, *announced, *list);
    return true;
  }

 private:
  // "four priorities:", "the following four:", "three reasons for the delay:"
  static bool announces(const WordView& w, const Figure& f, At colon) {
    if (!plain(f) || !counted(f) || f.low != f.high || *f.value < 2 || *f.value > most_items ||
        *f.value != std::floor(*f.value))
      return false;
    if (f.part || w.is(f.words.last, "of") || w.hyphen(f.words.last) || w.is(f.words.first - 1, "of")) return false;
    const bool following = w.any(f.words.first - 1, {"following", "these"});
    const At end = with_noun(f).last;
    if (!following && f.dimension != Dimension::count) return false;
    if (f.dimension == Dimension::count && f.head && !looks_plural(w.text(*f.head))) return false;
    if (colon < end || colon - end > 5) return false;
    for (At i = end; i < colon; ++i)
      if (!w.word(i) || w.in(i, WordClass::auxiliary) || w.in(i, WordClass::conjunction) ||
          w.in(i, WordClass::say_verb))
        return false;
    return true;
  }

  void compare(const WordView& w, std::size_t p, const Figure& f, const List& list) {
    const auto n = static_cast<std::size_t>(*f.value);
    if (list.least <= n && n <= list.most) return;
    const Paragraph& paragraph = w.paragraph();
    const std::string said = paragraph.text(f.words);
    auto added = report_.add(p, f.span,
                             fmt::format("{} {} announced, and {} in the list", said, n == 1 ? "is" : "are",
                                         list.most == 1 ? "1 is" : fmt::format("{} are", list.most)));
    std::string detail;
    for (std::size_t k = 0; k < list.items.size(); ++k) {
      const std::string item = paragraph.text(list.items[k]);
      added.related(p, paragraph.span(list.items[k]), item);
      detail += fmt::format("{}{}. {}", k == 0 ? "" : "; ", k + 1, item);
    }
    added.detail(detail);
    if (list.least == list.most) replace(added, p, f, list.most);
    if (quoted(paragraph, f)) added.quoted();
  }

  void replace(Report::Added& added, std::size_t p, const Figure& f, std::size_t n) const {
    static constexpr std::string_view words[] = {"one", "two",   "three", "four", "five",
                                                 "six", "seven", "eight", "nine"};
    const bool letters = f.in_words && n >= 1 && n <= std::size(words);
    const std::string number = letters ? std::string(words[n - 1]) : std::to_string(n);
    if (!facts_.paragraph(p).words[f.words.first].has(Word::capital))
      added.fix(fmt::format("Replace with “{}”", number), {{p, f.span, number}});
  }

  // Does the list item begin with this block: a marker stands before it on its line.
  bool begins_item(std::size_t p) const {
    const std::string_view bytes = facts_.document->text.bytes();
    const std::size_t begin = facts_.document->blocks[p].begin;
    std::size_t line = begin;
    while (line > 0 && bytes[line - 1] != '\n' && begin - line < 80) --line;
    while (line < begin && (bytes[line] == ' ' || bytes[line] == '\t' || bytes[line] == '>')) ++line;
    if (line >= begin) return false;
    const char c = bytes[line];
    return c == '-' || c == '+' || (c >= '0' && c <= '9') || (c == '*' && line + 1 < begin && bytes[line + 1] == ' ');
  }

  void items_below(const WordView& w, std::size_t p, const Figure& f) {
    if (facts_.document->format != Format::markdown || facts_.paragraph(p).zone == Zone::list) return;
    std::vector<std::size_t> items;
    const std::size_t first = p + 1;
    for (std::size_t q = first; q < facts_.size() && facts_.paragraph(q).zone == Zone::list; ++q) {
      if (facts_.paragraph(q).level != facts_.paragraph(first).level || !begins_item(q)) continue;
      items.push_back(q);
      if (static_cast<double>(items.size()) > 4 * most_items) return;
    }
    if (items.size() < 2 || static_cast<double>(items.size()) == *f.value) return;
    const std::string said = w.paragraph().text(f.words);
    auto added = report_.add(p, f.span, fmt::format("{} are announced, and {} are in the list", said, items.size()));
    for (const std::size_t q : items) {
      const Paragraph& item = facts_.paragraph(q);
      if (!item.sentences.empty())
        added.related(q, item.span(item.sentences.front()), item.text(item.sentences.front().words));
    }
    replace(added, p, f, items.size());
  }

  const Facts& facts_;
  Report& report_;
};

}  // namespace

Check count_list_mismatch(const Options&) {
  return [](const Facts& facts, const Sources&, Report& report) {
    return Pass{[&facts, lists = Lists(facts, report)](std::size_t p) mutable {
      Holds holds = Holds::nothing;
      for_figure_sentences(facts, p, 1, [&](const WordView& w, const FigureSentence& s) {
        if (lists.sentence(w, s)) holds = Holds::something;
      });
      return holds;
    }};
  };
}

}  // namespace stet::rules
