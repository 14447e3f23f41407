#include <fmt/format.h>

#include <cmath>
#include <string>

#include "facts/figure_sentences.h"
#include "facts/from_to.h"
#include "facts/interval.h"
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
  if (percent.dimension != Dimension::percent || !percent.value || *percent.value <= 0) return false;
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

class Changes {
 public:
  Changes(double tolerance, Report& report) : tolerance_(tolerance), report_(report) {}

  void sentence(const WordView& w, const FigureSentence& s) {
    for (std::size_t k = 0; k + 1 < s.figures.size(); ++k) {
      const auto change = from_to(w, s.figures[k], s.figures[k + 1]);
      if (!change || of_shares(*change) || counted_otherwise(w, s.words) || in_points(w, s.words)) continue;
      for (const std::size_t other : {k + 2, k - 1})
        if (other < s.figures.size() && belongs(w, s.figures[other], *change))
          check(w.paragraph(), s.p, *change, s.figures[other]);
    }
  }

 private:
  void check(const Paragraph& paragraph, std::size_t p, const FromTo& change, const Figure& percent) {
    const double a = *change.from->value, b = *change.to->value, n = *percent.value;
    const double right = 100 * std::abs(b - a) / a;
    const double rounded = 100 * (change.from->rounding + change.to->rounding) * (b / a + 1) / a;
    const double slack = std::max(tolerance_, percent.rounding);
    if (apart(Interval{right, right}.widened(rounded), {percent.low, percent.high}) <= slack) return;
    const std::string from = paragraph.text(change.from->words), to = paragraph.text(change.to->words);
    std::string message =
        fmt::format("from {} to {} is {}{} %, not {} %", from, to, b > a ? "+" : "−", in_digits(right), in_digits(n));
    if (std::abs(100 * std::abs(b - a) / b - n) <= slack)
      message += fmt::format(": {} % is {} of {}, and a change is counted from the old number", in_digits(n),
                             in_digits(std::abs(b - a)), in_digits(b));
    auto added = report_.add(p, percent.span, message);
    added.related(p, change.from->span, from).related(p, change.to->span, to);
    added.detail(fmt::format("100 × ({} − {}) / {} = {} %", in_digits(b), in_digits(a), in_digits(a),
                             in_digits(100 * (b - a) / a)));
    const Word& number = paragraph.words[percent.words.first];
    if (number.kind == WordKind::number)
      added.fix(fmt::format("Replace with {}", in_digits(right)), {{p, number.span(), in_digits(right)}});
    if (quoted(paragraph, percent)) added.quoted();
  }

  double tolerance_;
  Report& report_;
};

}  // namespace

Check percent_change_wrong(const Options& options) {
  const double tolerance = options.number("tolerance");
  return [=](const Facts& facts, const Sources&, Report& report) {
    Changes changes(tolerance, report);
    for_figure_sentences(facts, 3, [&](const WordView& w, const FigureSentence& s) { changes.sentence(w, s); });
  };
}

}  // namespace stet::rules
