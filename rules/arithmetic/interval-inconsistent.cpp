#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "facts/figure_sentences.h"
#include "facts/interval.h"
#include "facts/quantity.h"
#include "facts/test_result.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

// "95% CI 0.75 to 0.91" with what stands before it.
struct ConfidenceInterval {
  WordRange words;  // from the percentage to the upper bound
  double level = 0;
  SignedNumber low, high;
};

// The interval whose level is `level`: 95% CI [0.75, 0.91]; 95% confidence interval: 0.75-0.91.
std::optional<ConfidenceInterval> interval_at(const WordView& w, const Figure& level) {
  if (level.dimension != Dimension::percent || !level.value || *level.value < 50 || *level.value >= 100)
    return std::nullopt;
  At i = level.words.last;
  if (w.any(i, {"ci", "cis", "cri"})) ++i;
  else if (w.any(i, {"confidence", "credible"}) && w.any(i + 1, {"interval", "intervals", "limits"})) i += 2;
  else return std::nullopt;
  while (w.mark(i, ',') || w.mark(i, ':') || w.mark(i, '=') || w.mark(i, '[') || w.mark(i, '(') || w.is(i, "of")) ++i;
  const auto low = read_signed(w, i);
  if (!low) return std::nullopt;
  At k = low->words.last;
  if (!w.is(k, "to") && !w.mark(k, ',') && !w.mark(k, ';') && !w.dash(k) && !w.is(k, "and")) return std::nullopt;
  const auto high = read_signed(w, k + 1);
  if (!high) return std::nullopt;
  return ConfidenceInterval{{level.words.first, high->words.last}, *level.value, *low, *high};
}

// The ratio or difference that the interval is of, named in the sentence before it: where nothing happens at 1, or at
// 0.
std::optional<double> null_value(const WordView& w, At from, At to, const std::vector<std::string>& ratios) {
  const At first = std::max(from, to - std::min<At>(to, 14));
  for (At i = first; i < to; ++i) {
    for (const std::string& ratio : ratios)
      if (w.text(i) == ratio) return 1;
    if (w.any(i, {"ratio", "ratios"}) && w.any(i - 1, {"hazard", "hazards", "odds", "risk", "rate"})) return 1;
    if (w.is(i, "risk") && w.is(i - 1, "relative")) return 1;
    if (w.is(i, "difference") && w.any(i - 1, {"mean", "risk"})) return 0;
  }
  return std::nullopt;
}

class Intervals {
 public:
  Intervals(const std::vector<std::string>& ratios, double alpha, Report& report)
      : ratios_(ratios), alpha_(alpha), report_(report) {}

  void sentence(const WordView& w, const FigureSentence& s) {
    for (std::size_t k = 0; k < s.figures.size(); ++k) {
      if (!s.figures[k].value) reversed(w, s.p, s.figures[k]);
      else if (const auto ci = interval_at(w, s.figures[k])) confidence(w, s, k, *ci);
    }
  }

 private:
  // "between 40 and 30": the range's first number is its larger one.
  void reversed(const WordView& w, std::size_t p, const Figure& range) {
    if (!w.is(range.words.first, "between") || range.dimension == Dimension::ordinal) return;
    // The gap between 52 and 38, the choice between 40 and 30: two things, no range.
    const At here = range.words.first;
    for (At i = here - std::min<At>(here, 3); i < here; ++i)
      if (w.any(i, {"difference", "differences", "gap",         "split",  "divide", "ratio", "comparison", "choice",
                    "choose",     "chose",       "distinction", "spread", "margin", "swing", "decide",     "contrast",
                    "alternate",  "alternates",  "score",       "match",  "game",   "border"}))
        return;
    if (range.low < 0 || (range.unit.empty() && range.high <= 24)) return;  // temperatures; hours of the clock
    // Between 64-bit and 32-bit machines: names of kinds.
    for (At i = range.words.first; i <= range.words.last; ++i)
      if (w.hyphen(i) && w.glued(i) && w.glued(i + 1) && w.word(i + 1)) return;
    At number = range.words.first + 1;
    while (w.any(number, {"about", "around", "roughly", "nearly", "almost", "approximately", "some", "a"})) ++number;
    const auto first = read_quantity(w, number);
    if (!first || !w.is(first->words.last, "and")) return;
    const auto second = read_quantity(w, first->words.last + 1);
    if (!second || first->number.scale != second->number.scale) return;
    if ((first->unit_said && second->unit_said && first->unit != second->unit) || first->value <= second->value) return;
    const Paragraph& paragraph = w.paragraph();
    const std::string a = paragraph.text(first->words), b = paragraph.text(second->words);
    auto added = report_.add(p, range.span, fmt::format("between {} and {}: the first is the larger", a, b));
    added.detail(fmt::format("{} > {}", in_digits(first->value, 3), in_digits(second->value, 3)));
    if (first->unit_said == second->unit_said)
      added.fix("Swap them", {{p, paragraph.span(first->words), b}, {p, paragraph.span(second->words), a}});
    if (quoted(paragraph, range)) added.quoted();
  }

  void confidence(const WordView& w, const FigureSentence& s, std::size_t k, const ConfidenceInterval& ci) {
    const Paragraph& paragraph = w.paragraph();
    const std::string low = paragraph.text(ci.low.words), high = paragraph.text(ci.high.words);
    if (ci.low.value > ci.high.value) {
      auto added = report_.add(s.p, paragraph.span(WordRange{ci.low.words.first, ci.high.words.last}),
                               fmt::format("the interval runs from {} down to {}", low, high));
      added.fix("Swap the bounds",
                {{s.p, paragraph.span(ci.low.words), high}, {s.p, paragraph.span(ci.high.words), low}});
      return;
    }
    if (k > 0) outside(w, s, s.figures[k - 1], ci, low, high);
    significance(w, s, k, ci);
  }

  // "0.72 (95% CI 0.75 to 0.91)"
  void outside(const WordView& w, const FigureSentence& s, const Figure& estimate, const ConfidenceInterval& ci,
               const std::string& low, const std::string& high) {
    if (!estimate.value) return;
    At i = estimate.words.last;
    if (!w.mark(i, '(') && !w.mark(i, '[') && !w.mark(i, ',') && !w.mark(i, ';')) return;
    if (++i != ci.words.first) return;
    const double v = *estimate.value;
    const Interval inside{ci.low.value - ci.low.rounding, ci.high.value + ci.high.rounding};
    if (apart(shown_interval(estimate), inside) <= 1e-12) return;
    // A change in percent beside the bounds of a ratio: another scale.
    if (estimate.dimension != Dimension::number && estimate.dimension != Dimension::percent) return;
    if (estimate.dimension == Dimension::percent && !w.mark(ci.low.words.last, '%') &&
        !w.mark(ci.high.words.last, '%') && std::abs(ci.high.value) <= 3)
      return;
    if (std::abs(v) > 20 * std::abs(ci.high.value) || 20 * std::abs(v) < std::abs(ci.low.value)) return;
    const Paragraph& paragraph = w.paragraph();
    const std::string said = paragraph.text(estimate.words);
    At end = ci.words.last;
    if (w.mark(end, ']')) ++end;
    if (w.mark(end, ')')) ++end;
    auto added = report_.add(s.p, paragraph.span(WordRange{estimate.words.first, end}),
                             fmt::format("{} lies outside its own interval, {} to {}", said, low, high));
    added.related(s.p, estimate.span, said).related(s.p, paragraph.span(ci.words), paragraph.text(ci.words));
    added.detail(v < ci.low.value ? fmt::format("{} < {}", said, low) : fmt::format("{} > {}", said, high));
  }

  // An interval that leaves out 1 (or 0) and a p-value must say the same.
  void significance(const WordView& w, const FigureSentence& s, std::size_t k, const ConfidenceInterval& ci) {
    if (std::abs((100 - ci.level) / 100 - alpha_) > 1e-9) return;
    const auto null = null_value(w, s.words.first, ci.words.first, ratios_);
    if (!null) return;
    for (std::size_t n = k + 1; n < s.figures.size() && s.figures[n].words.first < ci.words.last + 8; ++n) {
      const auto p = stated_p(w, s.figures[n]);
      if (!p) continue;
      const bool leaves_out = ci.low.value - ci.low.rounding > *null || ci.high.value + ci.high.rounding < *null;
      const bool holds = ci.low.value + ci.low.rounding < *null && ci.high.value - ci.high.rounding > *null;
      const bool significant = p->sign != '>' && p->value + p->rounding < alpha_ + (p->sign == '<' ? 1e-12 : 0);
      const bool not_so = p->sign == '>' ? p->value >= alpha_ : p->sign == '=' && p->value - p->rounding > alpha_;
      if (!(leaves_out && not_so) && !(holds && significant)) return;
      const Paragraph& paragraph = w.paragraph();
      const std::string interval = paragraph.text(ci.words), stated = paragraph.text(p->words);
      auto added =
          report_.add(s.p, paragraph.span(p->words),
                      fmt::format("{} {} {}, so p is {} {}, not {}", interval, leaves_out ? "leaves out" : "holds",
                                  *null, leaves_out ? "below" : "above", alpha_, stated));
      added.related(s.p, paragraph.span(ci.words), interval);
      return;
    }
  }

  const std::vector<std::string>& ratios_;
  double alpha_;
  Report& report_;
};

}  // namespace

Check interval_inconsistent(const Options& options) {
  const double alpha = options.number("alpha");
  return [alpha, ratios = options.list("ratio_measures")](const Facts& facts, const Sources&, Report& report) {
    Intervals intervals(ratios, alpha, report);
    for_figure_sentences(facts, 1, [&](const WordView& w, const FigureSentence& s) { intervals.sentence(w, s); });
  };
}

}  // namespace stet::rules
