#include <fmt/format.h>

#include <cmath>

#include "facts/figure_sentences.h"
#include "facts/interval.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

// A mean or a percentage of `n` things: can a whole number of them make it?
struct Share {
  const Figure* stated;
  const Figure* n;
  double per = 1;      // the stated number is per / n times a whole one
  double half = .005;  // half a unit of its last digit
};

// The two whole totals nearest to what was stated, and what they give.
struct Nearest {
  double below, above;
};

Nearest nearest(const Share& s, double granules) {
  const double total = *s.stated->value * granules / s.per;
  return {std::floor(total) * s.per / granules, std::ceil(total) * s.per / granules};
}

bool reachable(const Share& s, double granules) {
  const Nearest near = nearest(s, granules);
  const double slack = s.half * (1 + 1e-9) + 1e-12, v = *s.stated->value;
  return v - near.below <= slack || near.above - v <= slack;
}

// "(n = 12)" right behind a mean of two decimals.
std::optional<Share> mean_at(const WordView& w, const FigureSentence& s, std::size_t k) {
  const Figure &mean = s.figures[k], &n = s.figures[k + 1];
  if (!plain(mean) || mean.dimension != Dimension::number || std::abs(mean.rounding - .005) > 1e-9) return std::nullopt;
  if (!plain(n) || !w.mark(n.words.first - 1, '=') || !w.is(n.words.first - 2, "n")) return std::nullopt;
  if (n.words.first - 3 - mean.words.last > 4 || n.words.first < mean.words.last + 3) return std::nullopt;
  for (At i = s.words.first; i < mean.words.first; ++i)
    if (w.any(i, {"mean", "average", "averaged", "averages", "averaging", "means", "m"})) return Share{&mean, &n};
  return std::nullopt;
}

// "37 percent of the 9 schools"
std::optional<Share> percent_at(const WordView& w, const FigureSentence& s, std::size_t k) {
  const Figure &percent = s.figures[k], &n = s.figures[k + 1];
  if (!plain(percent) || percent.dimension != Dimension::percent || percent.measure == Measure::change ||
      *percent.value > 100)
    return std::nullopt;
  if (!plain(n) || n.dimension != Dimension::count || !n.head || n.rounding > 0) return std::nullopt;
  At i = percent.words.last;
  if (!w.is(i++, "of")) return std::nullopt;
  if (w.any(i, {"the", "its", "their", "these", "those", "all", "our"})) ++i;
  if (i != n.words.first || w.hyphen(n.words.last)) return std::nullopt;
  // "of the 27 countries' output": the percentage is of another thing.
  const At end = *n.head + 1;
  if (w.text(end).starts_with("'") || w.text(end).starts_with("\xE2\x80\x99") ||
      w.text(*n.head).find('\'') != std::string_view::npos)
    return std::nullopt;
  return Share{&percent, &n, 100, percent.rounding > 0 ? percent.rounding : .5};
}

bool weighted(const WordView& w, WordRange sentence) {
  for (At i = sentence.first; i < sentence.last; ++i)
    if (w.any(i, {"weighted", "adjusted", "missing", "median", "scale", "composite", "index", "seconds", "dollars",
                  "kg", "metres", "meters", "time", "estimated"}))
      return true;
  return false;
}

void tell(const Share& s, double granules, std::size_t p, const Paragraph& paragraph, Report& report) {
  const std::string said = paragraph.text(s.stated->words), n = paragraph.text(s.n->words);
  const Nearest near = nearest(s, granules);
  const int decimals = s.half < .5 ? 2 : 1;
  const std::string below = in_digits(near.below, decimals), above = in_digits(near.above, decimals);
  auto added =
      report.add(p, s.stated->span,
                 fmt::format("no whole number out of {} makes {}: the nearest are {} and {}", n, said, below, above));
  added.related(p, s.n->span, n);
  const double total = *s.stated->value * granules / s.per;
  added.detail(fmt::format("{} / {} = {}; {} / {} = {}", in_digits(std::floor(total), 0), in_digits(granules, 0), below,
                           in_digits(std::ceil(total), 0), in_digits(granules, 0), above));
  if (const auto place = digits_of(paragraph, *s.stated))
    for (const std::string& number : {below, above})
      added.fix(fmt::format("Replace with {}", number), {{p, *place, number}});
  if (quoted(paragraph, *s.stated)) added.quoted();
}

}  // namespace

Check grim_inconsistent(const Options& options) {
  const double max_n = std::min(options.number("max_n"), 1e6), items = std::max(1., options.number("items"));
  return [=](const Facts& facts, const Sources&, Report& report) {
    for_figure_sentences(facts, 2, [&](const WordView& w, const FigureSentence& s) {
      for (std::size_t k = 0; k + 1 < s.figures.size(); ++k) {
        auto share = mean_at(w, s, k);
        const double granularity = share ? items : 1;
        if (!share) share = percent_at(w, s, k);
        if (!share || weighted(w, s.words)) continue;
        const double n = *share->n->value;
        if (!(n >= 1) || n != std::floor(n) || n * granularity > max_n || reachable(*share, n * granularity)) continue;
        tell(*share, n * granularity, s.p, facts.paragraph(s.p), report);
      }
    });
  };
}

}  // namespace stet::rules
