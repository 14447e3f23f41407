#include <fmt/format.h>

#include <cmath>
#include <span>

#include "facts/test_result.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

std::string in_p(double p) {
  if (p < .001) return "< .001";
  const std::string s = fmt::format("{:.3f}", p);
  return s.starts_with("0") ? s.substr(1) : s;
}

// How the p-values of this paragraph were made.
struct Words {
  bool one_tailed = false, corrected = false;
};

Words words_of(const WordView& w) {
  Words found;
  for (At i = 0; i < w.size(); ++i) {
    if (w.any(i, {"one", "single"}) && w.hyphen(i + 1) && w.any(i + 2, {"tailed", "sided", "tail"}))
      found.one_tailed = true;
    if (w.any(i, {"one", "single"}) && w.any(i + 1, {"tailed", "sided"})) found.one_tailed = true;
    if (w.any(i, {"directional", "one-tailed", "one-sided"})) found.one_tailed = true;
    if (w.any(i, {"corrected", "correction", "adjusted", "bonferroni", "holm", "fdr", "tukey", "tukey's", "sidak",
                  "benjamini", "greenhouse", "huynh", "permutation", "bootstrap", "bootstrapped", "unadjusted"}))
      found.corrected = true;
  }
  return found;
}

// The p-values that the statistic, rounded as it is shown, can have.
struct Recomputed {
  double low, point, high;
};

std::optional<Recomputed> recompute(const TestResult& r) {
  const double size = std::abs(r.value);
  const auto point = p_value(r.statistic, size, r.df1, r.df2);
  const auto high = p_value(r.statistic, std::max(0., size - r.rounding), r.df1, r.df2);
  const auto low = p_value(r.statistic, size + r.rounding, r.df1, r.df2);
  if (!point || !high) return std::nullopt;
  return Recomputed{low.value_or(0), *point, *high};
}

bool agrees(const StatedP& p, const Recomputed& r) {
  if (p.sign == '<') return r.low < p.value;
  if (p.sign == '>') return r.high > p.value;
  return r.low <= p.value + p.rounding + 1e-12 && r.high >= p.value - p.rounding - 1e-12;
}

}  // namespace

Check stat_test_inconsistent(const Options& options) {
  const double alpha = options.number("alpha");
  const bool zero = options.flag("pzero");
  return [=](const Facts& facts, const Sources&, Report& report) {
    for (const std::size_t p : facts.with<Figure>()) {
      const std::span<const Figure> figures = facts.local(p).figures;
      if (figures.size() < 2) continue;
      const WordView w(facts.paragraph(p), facts.context());
      const auto results = find_test_results(w, figures);
      if (results.empty()) continue;
      const Words how = words_of(w);
      for (const TestResult& r : results) {
        const Paragraph& paragraph = facts.paragraph(p);
        const Span span = paragraph.span(r.p.words);
        const std::string stated = paragraph.text(r.p.words);
        const auto made = recompute(r);
        if (!made || how.corrected || r.corrected_df) continue;
        const Recomputed half{made->low / 2, made->point / 2, made->high / 2};
        const bool nothing = zero && r.p.value == 0 && r.p.sign != '>';
        if (!nothing && (agrees(r.p, *made) || (how.one_tailed && agrees(r.p, half)))) continue;
        const std::string said = paragraph.text(r.words), right = in_p(made->point);
        const std::string equals = right.starts_with('<') ? "p " + right : "p = " + right;
        std::string message;
        if (nothing) {
          message = fmt::format("{}: a probability is never 0; {} gives {}", stated, said, equals);
        } else {
          message = fmt::format("{} gives {}, not {}", said, equals, stated);
          const bool claimed = r.p.sign != '>' && r.p.value <= alpha;
          if (claimed != (made->point <= alpha))
            message += fmt::format(": at {} the one is significant and the other is not", alpha);
        }
        auto added = report.add(p, span, message);
        added.related(p, paragraph.span(r.words), said);
        added.detail(fmt::format("two-tailed {} (between {} and {} as the statistic is rounded); one-tailed {}", equals,
                                 in_p(made->low), in_p(made->high), in_p(half.point)));
        added.fix(fmt::format("Replace with {}", equals), {{p, span, equals}});
      }
    }
  };
}

}  // namespace stet::rules
