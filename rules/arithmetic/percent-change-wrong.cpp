#include <fmt/format.h>

#include <cmath>
#include <string>

#include "facts/word_view.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

struct Change {
  const Figure *from, *to;
};

bool plain(const Figure& f) { return f.value && f.hedge == Figure::Hedge::none && !f.quoted; }

// "from A to B" whose two figures are of one kind, neither a percentage.
std::optional<Change> change_at(const WordView& w, const Figure& a, const Figure& b) {
  if (!w.is(a.words.first - 1, "from") || !w.is(b.words.first - 1, "to") || !plain(a) || !plain(b)) return std::nullopt;
  if (b.words.first - a.words.last > 8 || *a.value <= 0 || *b.value <= 0) return std::nullopt;
  if (b.dimension == Dimension::percent || b.dimension == Dimension::points || a.dimension == Dimension::percent)
    return std::nullopt;
  const bool bare = a.dimension == Dimension::number;
  if (!bare && (a.dimension != b.dimension || a.unit != b.unit)) return std::nullopt;
  return Change{&a, &b};
}

// Words that say the percentage is of something else: by the year, against inflation.
bool adjusted(const WordView& w, WordRange sentence) {
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i)
    if (w.any(i, {"annual", "annually", "annualised", "annualized", "inflation", "adjusted", "average", "real",
                  "yearly", "compound", "respectively", "point", "points"}) ||
        (w.any(i, {"a", "per", "each", "every"}) && w.any(i + 1, {"year", "month", "week", "day", "decade"})))
      return true;
  return false;
}

std::string shown(double percent) {
  std::string s = fmt::format("{:.1f}", percent);
  if (s.ends_with(".0")) s.resize(s.size() - 2);
  return s;
}

bool belongs(const WordView& w, const Figure& percent, const Change& c) {
  if (percent.dimension != Dimension::percent || !percent.value || percent.quoted || *percent.value <= 0) return false;
  const std::uint32_t after = percent.words.first - c.to->words.last, before = c.from->words.first - percent.words.last;
  if (percent.words.first >= c.to->words.last) {
    if (after > 6 || !(w.in(percent.words.last, WordClass::change_verb) || w.is(percent.words.first - 1, "of")))
      return false;
    for (std::uint32_t i = c.to->words.last; i < percent.words.first; ++i)
      if (w.any(i, {"and", "while", "but", "with", "after"})) return false;
    return true;
  }
  return percent.words.last <= c.from->words.first && before <= 3 && percent.measure == Measure::change;
}

}  // namespace

Check percent_change_wrong(const Options& options) {
  const double tolerance = options.number("tolerance");
  return [=](const Facts& facts, const Sources&, Report& report) {
    for (std::size_t p = 0; p < facts.size(); ++p) {
      const std::vector<Figure>& figures = facts.local(p).figures;
      if (figures.size() < 3) continue;
      const WordView w(facts.paragraph(p), facts.context());
      for (std::size_t k = 0; k + 1 < figures.size(); ++k) {
        const auto change = change_at(w, figures[k], figures[k + 1]);
        if (!change) continue;
        const WordRange sentence =
            facts.paragraph(p).sentences[facts.paragraph(p).sentence_of(figures[k].words.first)].words;
        if (adjusted(w, sentence)) continue;
        for (const std::size_t other : {k + 2, k - 1}) {
          if (other >= figures.size() || !sentence.contains(figures[other].words.first)) continue;
          const Figure& percent = figures[other];
          if (!belongs(w, percent, *change)) continue;
          const double a = *change->from->value, b = *change->to->value, n = *percent.value;
          const double right = 100 * std::abs(b - a) / a;
          const double lowest =
              100 * std::abs(b - a) / a - 100 * (change->from->rounding + change->to->rounding) * (b / a + 1) / a;
          const double highest = 2 * right - lowest;
          const double slack = std::max(tolerance, percent.rounding);
          if (highest >= percent.low - slack && lowest <= percent.high + slack) continue;
          const auto text = [&](const Figure& f) { return facts.paragraph(p).text(f.words); };
          const double base = 100 * std::abs(b - a) / b;
          std::string message = fmt::format("from {} to {} is {}{} %, not {} %", text(*change->from), text(*change->to),
                                            b > a ? "+" : "−", shown(right), shown(n));
          if (std::abs(base - n) <= slack)
            message += fmt::format(": {} % is {} of {}, and a change is counted from the old number", shown(n),
                                   shown(std::abs(b - a)), shown(b));
          auto added = report.add(p, percent.span, message);
          added.related(p, change->from->span, text(*change->from)).related(p, change->to->span, text(*change->to));
          added.detail(
              fmt::format("100 × ({} − {}) / {} = {} %", shown(b), shown(a), shown(a), shown(100 * (b - a) / a)));
          const Word& number = facts.paragraph(p).words[percent.words.first];
          if (number.kind == WordKind::number)
            added.fix(fmt::format("Replace with {}", shown(right)), {{p, number.span(), shown(right)}});
        }
      }
    }
  };
}

}  // namespace stet::rules
