#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <span>

#include "facts/figure_sentences.h"
#include "facts/interval.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

// The total, the figures that should make it up, and where the list of them ends.
struct Sum {
  const Figure* total;
  std::span<const Figure> parts;
  bool announced;  // the words say that the parts are all: in total, a total of, comprising
};

// A part and the paragraph it stands in.
struct Item {
  std::size_t p;
  const Figure* figure;
};

// What says that the list is not the whole, or not of whole things.
bool open_list(const WordView& w, At from, At to) {
  for (At i = from; i < to; ++i) {
    if (w.is(i, "of") && w.any(i - 1, {"total", "up", "consisting", "consists", "consisted", "composed"})) continue;
    if (w.any(i, {"include", "includes",  "including", "included", "among",       "such",    "plus",    "excluding",
                  "except",  "remaining", "rest",      "others",   "other",       "least",   "another", "both",
                  "mostly",  "mainly",    "counting",  "overlap",  "some",        "several", "many",    "e.g",
                  "etc",     "notably",   "also",      "then",     "respectively"}) ||
        w.any(i, {"or", "but", "each", "apiece", "per", "average", "from", "between", "vs", "versus", "of"}) ||
        w.mark(i, '(') || w.mark(i, 0x2026) || w.mark(i, '?'))
      return true;
  }
  return false;
}

bool says_total(const WordView& w, const Figure& f, At colon) {
  if (w.is(f.words.first - 1, "of") && w.is(f.words.first - 2, "total")) return true;
  for (At i = f.words.last; i < colon; ++i)
    if ((w.is(i, "in") && w.any(i + 1, {"total", "all"})) || w.any(i, {"total", "altogether", "overall"})) return true;
  return w.any(f.words.first - 1, {"totalling", "totaling", "totalled", "totaled"});
}

// "comprising", "made up of", "consisting of": the end of the words, 0 where there are none at i.
At comprising(const WordView& w, At i) {
  if (w.any(i, {"comprising", "comprised", "comprises"})) return i + 1;
  if (w.is(i, "made") && w.is(i + 1, "up") && w.is(i + 2, "of")) return i + 3;
  if (w.any(i, {"consisting", "consists", "consisted", "composed"}) && w.is(i + 1, "of")) return i + 2;
  return 0;
}

class Sums {
 public:
  Sums(std::size_t min_parts, bool lists, const Facts& facts, Report& report)
      : min_parts_(min_parts), lists_(lists), facts_(facts), report_(report) {}

  // Has the sentence so many figures, or does a list hang on it?
  bool sentence(const WordView& w, const FigureSentence& s) {
    if (lists_ && s.figures.size() == 1) {
      items_below(w, s);
      return w.mark(s.words.last - 1, ':');
    }
    if (s.figures.size() <= min_parts_) return false;
    if (const auto sum = told_last(w, s)) check(w, s.p, *sum);
    else told_first(w, s);
    return true;
  }

 private:
  // "214 jobs: 96 in assembly, 71 in logistics and 47 in design".
  void told_first(const WordView& w, const FigureSentence& s) {
    for (std::size_t k = 0; k + min_parts_ < s.figures.size(); ++k) {
      const Figure& total = s.figures[k];
      if (!plain(total) || *total.value <= 0 || !addable(total) || total.part || w.hyphen(total.words.last)) continue;
      const At next = s.figures[k + 1].words.first;
      for (At i = total.words.last; i < next; ++i) {
        const bool colon = w.mark(i, ':');
        const At list = colon ? i + 1 : comprising(w, i);
        if (list == 0 || list > next) continue;
        const auto parts = s.figures.subspan(k + 1);
        const At aside = aside_end(w, parts, s.words.last);
        const WordRange items{list, colon && !attributed(w, aside, s.words.last) ? s.words.last : aside};
        const Sum sum{&total, within(parts, items), !colon || says_total(w, total, i)};
        if ((sum.announced || partitioned(w, sum)) && closed_list(w, items, sum)) check(w, s.p, sum);
        return;
      }
    }
  }

  // Without a word that says so, the list is one of parts where it gives places and the like ("40 officers: 20 in
  // Vella") or where the total's noun stands for all sorts ("12 people: seven passengers, …").
  static bool partitioned(const WordView& w, const Sum& sum) {
    if (!sum.total->head) return sum.total->dimension == Dimension::money;
    if (w.any(*sum.total->head,
              {"people",   "persons",    "members",    "staff",     "workers",  "employees", "victims",  "deaths",
               "dead",     "casualties", "passengers", "prisoners", "suspects", "officials", "officers", "soldiers",
               "troops",   "children",   "students",   "pupils",    "guests",   "survivors", "hostages", "civilians",
               "vehicles", "vessels",    "ships",      "boats",     "aircraft", "weapons",   "animals",  "birds",
               "medals",   "buildings",  "votes",      "seats",     "jobs",     "items",     "cases"}))
      return true;
    for (const Figure& part : sum.parts)
      if (part.head && part.unit != sum.total->unit) return false;
    return true;
  }

  // "…, 472 members in all", "…, in all 472 members": where the list before it ends; 0 for other words.
  static At before_all(const WordView& w, const Figure& total, At sentence_end) {
    const bool leads = w.any(total.words.first - 1, {"all", "total"}) && w.is(total.words.first - 2, "in");
    bool follows = false;
    for (At i = total.words.last; i < sentence_end && i < total.words.last + 5 && !w.clause_end(i); ++i)
      follows = follows || (w.is(i, "in") && w.any(i + 1, {"all", "total"})) || w.is(i, "altogether") ||
                (w.is(i, "all") && w.is(i + 1, "told"));
    if (!leads && !follows) return 0;
    const At end = total.words.first - (leads ? 2 : 0);
    return w.mark(end - 1, ',') || w.mark(end - 1, 0x2014) ? end - 1 : 0;
  }

  // "96 in assembly, 71 in logistics and 37 in design, a total of 214".
  std::optional<Sum> told_last(const WordView& w, const FigureSentence& s) const {
    const Figure& total = s.figures.back();
    const auto parts = s.figures.first(s.figures.size() - 1);
    if (!plain(total) || !addable(total)) return std::nullopt;
    At end = total.words.first - 1;
    if (w.is(end, "of") && w.is(end - 1, "total") && w.is(end - 2, "a")) {
      end -= w.is(end - 3, "for") ? 3 : 2;
      if (w.mark(end - 1, ',') || w.mark(end - 1, 0x2014)) --end;
    } else if (end = before_all(w, total, s.words.last); end == 0) {
      return std::nullopt;
    }
    const WordRange list{parts.front().words.first, end};
    for (At i = s.words.first; i < list.first; ++i)
      if (w.any(i, {"already", "bringing", "previous", "previously", "earlier"})) return std::nullopt;
    const Sum sum{&total, parts, true};
    return closed_list(w, list, sum) ? std::optional(sum) : std::nullopt;
  }

  // "The strike cost 214 jobs in total:" and a bullet list, each item with its number.
  void items_below(const WordView& w, const FigureSentence& s) {
    const Figure& total = s.figures.front();
    if (!plain(total) || !addable(total) || *total.value <= 0 || !w.mark(s.words.last - 1, ':') ||
        !says_total(w, total, s.words.last) || open_list(w, s.words.first, s.words.last))
      return;
    std::vector<Item> items;
    const std::size_t first = s.p + 1;
    for (std::size_t q = first; q < facts_.size() && facts_.paragraph(q).zone == Zone::list; ++q) {
      const std::span<const Figure> figures = facts_.local(q).figures;
      const Paragraph& item = facts_.paragraph(q);
      if (item.level != facts_.paragraph(first).level || figures.size() != 1 || items.size() > 100) return;
      const WordView words(item, facts_.context());
      if (!plain(figures[0]) || !same_kind(figures[0], total) || open_list(words, 0, words.size())) return;
      items.push_back({q, &figures[0]});
    }
    if (items.size() >= min_parts_) check(w, s.p, total, items, true);
  }

  static bool addable(const Figure& f) { return counted(f) || f.dimension == Dimension::money; }

  // "…, made up of 15 deckhands and six engineers, was saved": the list ends with the item after "and".
  static At aside_end(const WordView& w, std::span<const Figure> parts, At sentence_end) {
    for (const Figure& part : parts)
      if (w.is(part.words.first - 1, "and"))
        for (At i = part.words.last; i < sentence_end; ++i)
          if (w.mark(i, ',') || w.mark(i, ';')) return i;
    return sentence_end;
  }

  // ", according to the report", ", the report says": a list ends before it.
  static bool attributed(const WordView& w, At comma, At end) {
    if (w.is(comma + 1, "according")) return true;
    for (At i = comma + 1; i < end && i < comma + 9; ++i) {
      if (w.number(i) || w.in(i, WordClass::number_word)) return false;
      if (w.in(i, WordClass::say_verb)) return true;
    }
    return false;
  }

  static std::span<const Figure> within(std::span<const Figure> figures, WordRange words) {
    std::size_t n = 0;
    while (n < figures.size() && words.contains(figures[n].words.first)) ++n;
    return figures.first(n);
  }

  // Every item of the list begins with its number, the last comes after "and", and all are of the total's kind.
  bool closed_list(const WordView& w, WordRange list, const Sum& sum) const {
    if (sum.parts.size() < min_parts_ || open_list(w, sum.total->words.last, list.last)) return false;
    At item = list.first;
    for (std::size_t k = 0; k < sum.parts.size(); ++k) {
      const Figure& part = sum.parts[k];
      if (!plain(part) || !same_kind(part, *sum.total) || part.words.first != item) return false;
      const bool last = k + 1 == sum.parts.size();
      const At end = last ? list.last : sum.parts[k + 1].words.first;
      if (last ? !ends(w, part.words.last, end) : !separator(w, end, k + 2 == sum.parts.size())) return false;
      item = end;
    }
    return true;
  }

  // Before the next item: a comma or semicolon; before the last one "and" as well.
  static bool separator(const WordView& w, At next, bool before_last) {
    const bool mark = w.mark(next - 1, ',') || w.mark(next - 1, ';');
    return before_last ? w.is(next - 1, "and") : mark;
  }

  // No second "and", and no further clause, after the last number.
  static bool ends(const WordView& w, At from, At to) {
    for (At i = from; i + 1 < to; ++i)
      if (w.any(i, {"and", "while", "as", "with", "who", "which"}) || w.mark(i, ',') || w.mark(i, ';') ||
          w.mark(i, ':') || w.dash(i))
        return false;
    return true;
  }

  void check(const WordView& w, std::size_t p, const Sum& sum) {
    std::vector<Item> items;
    for (const Figure& part : sum.parts) items.push_back({p, &part});
    check(w, p, *sum.total, items, sum.announced);
  }

  void check(const WordView& w, std::size_t p, const Figure& stated, const std::vector<Item>& items, bool announced) {
    Interval made;
    double shown = 0, largest = 0;
    for (const Item& item : items) {
      made = made + shown_interval(*item.figure);
      shown += *item.figure->value;
      largest = std::max(largest, *item.figure->value);
    }
    const double total = *stated.value;
    if (!std::isfinite(shown) || apart(made, shown_interval(stated)) <= 1e-9 * std::abs(total)) return;
    // Without a word that says so, only a list that nearly adds up is meant to: "three goals: 40 parks and 12 schools".
    if (!announced && (largest > total || std::abs(shown - total) > .4 * total)) return;
    tell(w, p, stated, items, shown);
  }

  void tell(const WordView& w, std::size_t p, const Figure& stated, const std::vector<Item>& items, double shown) {
    const Paragraph& paragraph = w.paragraph();
    const double total = *stated.value;
    std::string terms;
    for (const auto& [q, part] : items) terms += (terms.empty() ? "" : " + ") + in_digits(*part->value, 2);
    const std::string said = paragraph.text(stated.words);
    std::string message = fmt::format("{} is {}, not {}", terms, in_digits(shown, 2), said);
    for (const auto& [q, part] : items)
      if (std::abs(std::abs(shown - total) - *part->value) < 1e-9)
        message += fmt::format(": off by {}, which is one of the parts", in_digits(*part->value, 2));
    auto added = report_.add(p, stated.span, message);
    for (const auto& [q, part] : items) added.related(q, part->span, facts_.paragraph(q).text(part->words));
    added.detail(fmt::format("{} = {}; stated {}; difference {}", terms, in_digits(shown, 2), in_digits(total, 2),
                             in_digits(total - shown, 2)));
    if (const auto place = digits_of(paragraph, stated))
      added.fix(fmt::format("Replace {} with {}", said, in_digits(shown, 2)), {{p, *place, in_digits(shown, 2)}});
    for (const auto& [q, part] : items)
      if (const double would = *part->value + total - shown; would > 0)
        if (const auto place = digits_of(facts_.paragraph(q), *part))
          added.fix(fmt::format("Replace {} with {}", in_digits(*part->value, 2), in_digits(would, 2)),
                    {{q, *place, in_digits(would, 2)}});
    if (quoted(paragraph, stated)) added.quoted();
  }

  std::size_t min_parts_;
  bool lists_;
  const Facts& facts_;
  Report& report_;
};

}  // namespace

Check sum_mismatch(const Options& options) {
  const auto min_parts = static_cast<std::size_t>(std::clamp(options.number("min_parts"), 2., 100.));
  const bool lists = options.flag("lists");
  return [=](const Facts& facts, const Sources&, Report& report) {
    return Pass{[&facts, sums = Sums(min_parts, lists, facts, report)](std::size_t p) mutable {
      Holds holds = Holds::nothing;
      for_figure_sentences(facts, p, 1, [&](const WordView& w, const FigureSentence& s) {
        if (sums.sentence(w, s)) holds = Holds::something;
      });
      return holds;
    }};
  };
}

}  // namespace stet::rules
