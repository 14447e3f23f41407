#include <fmt/format.h>

#include <cmath>
#include <string>

#include "facts/from_to.h"
#include "facts/interval.h"
#include "facts/word_view.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

// Points are another measure, and the change of a share in percent is said with care or not at all.
bool of_shares(const FromTo& c) {
  return c.to->dimension == Dimension::percent || c.to->dimension == Dimension::points;
}

bool in_points(const WordView& w, WordRange sentence) {
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i)
    if (w.any(i, {"point", "points"})) return true;
  return false;
}

bool belongs(const WordView& w, const Figure& percent, const FromTo& c) {
  if (percent.dimension != Dimension::percent || !percent.value || percent.quoted || *percent.value <= 0) return false;
  const std::uint32_t after = percent.words.first - c.words.last, before = c.words.first - percent.words.last;
  if (percent.words.first >= c.words.last) {
    if (after > 6 || !(w.in(percent.words.last, WordClass::change_verb) || w.is(percent.words.first - 1, "of")))
      return false;
    for (std::uint32_t i = c.words.last; i < percent.words.first; ++i)
      if (w.any(i, {"and", "while", "but", "with", "after"})) return false;
    return true;
  }
  return percent.words.last <= c.words.first && before <= 3 && percent.measure == Measure::change;
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
        const auto change = from_to(w, figures[k], figures[k + 1]);
        if (!change || of_shares(*change)) continue;
        const WordRange sentence =
            facts.paragraph(p).sentences[facts.paragraph(p).sentence_of(figures[k].words.first)].words;
        if (counted_otherwise(w, sentence) || in_points(w, sentence)) continue;
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
                                            b > a ? "+" : "−", in_digits(right), in_digits(n));
          if (std::abs(base - n) <= slack)
            message += fmt::format(": {} % is {} of {}, and a change is counted from the old number", in_digits(n),
                                   in_digits(std::abs(b - a)), in_digits(b));
          auto added = report.add(p, percent.span, message);
          added.related(p, change->from->span, text(*change->from)).related(p, change->to->span, text(*change->to));
          added.detail(
              fmt::format("100 × ({} − {}) / {} = {} %", in_digits(b), in_digits(a), in_digits(a), in_digits(100 * (b - a) / a)));
          const Word& number = facts.paragraph(p).words[percent.words.first];
          if (number.kind == WordKind::number)
            added.fix(fmt::format("Replace with {}", in_digits(right)), {{p, number.span(), in_digits(right)}});
        }
      }
    }
  };
}

}  // namespace stet::rules
