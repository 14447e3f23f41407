#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "facts/figure_sentences.h"
#include "facts/interval.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

// What the sentence says of its shares.
struct Cues {
  bool partition = false;  // split, divided, made up of: they are all there is
  bool undecided = false;  // answers to one question: there may be others, but no more than all
  bool rest = false;       // "and the rest": something is left for it
  bool several = false;    // more than one answer, or another whole for each
};

Cues cues_of(const WordView& w, WordRange sentence) {
  Cues c;
  for (At i = sentence.first; i < sentence.last; ++i) {
    if (w.any(i, {"split", "divided", "breakdown", "broke", "comprising", "comprised", "composed", "consisting"}) ||
        (w.is(i, "made") && w.is(i + 1, "up") && w.is(i + 2, "of")))
      c.partition = true;
    if (w.any(i, {"undecided", "unsure", "abstained", "abstaining"}) || (w.is(i, "no") && w.is(i + 1, "opinion")) ||
        (w.any(i, {"don't", "not"}) && w.is(i + 1, "know")))
      c.undecided = true;
    if (w.any(i, {"rest", "remainder", "remaining"})) c.rest = true;
    if (w.any(i, {"multiple", "several",  "both",       "either",   "also",    "respectively", "compared", "among",
                  "than",     "top",      "leading",    "biggest",  "largest", "mainly",       "mostly",   "including",
                  "earlier",  "previous", "previously", "increase", "rise",    "rose",         "fell",     "down"}))
      c.several = true;
    if (w.is(i, "up") && !w.is(i - 1, "made")) c.several = true;
    if (w.is(i, "of") && (w.any(i - 1, {"percent", "cent", "pct"}) || w.mark(i - 1, '%'))) c.several = true;
  }
  return c;
}

// Another share after a comma, a semicolon or "and", a few words on.
bool listed(const WordView& w, const Figure& before, const Figure& next) {
  if (next.words.first - before.words.last > 10) return false;
  const At i = next.words.first - 1;
  return w.mark(i, ',') || w.mark(i, ';') || w.is(i, "and");
}

bool share(const Figure& f) {
  return f.dimension == Dimension::percent && plain(f) && f.measure != Measure::change && !f.change_end &&
         *f.value > 0 && *f.value < 100;
}

void check(const WordView& w, const FigureSentence& s, std::span<const Figure> shares, double rounding,
           Report& report) {
  const Cues cues = cues_of(w, s.words);
  if (cues.several || !(cues.partition || cues.undecided || cues.rest) || shares.size() < (cues.rest ? 2u : 3u)) return;
  double sum = 0, slack = 1e-9;
  for (const Figure& f : shares) {
    sum += *f.value;
    slack += f.rounding > 0 ? f.rounding : rounding;
  }
  if (sum < 70 || sum > 140) return;  // shares of different things
  const bool over = sum > 100 + slack, under = sum < 100 - slack;
  if (!over && !(under && cues.partition && !cues.rest)) return;
  const Paragraph& paragraph = w.paragraph();
  std::string terms;
  for (const Figure& f : shares) terms += (terms.empty() ? "" : " + ") + in_digits(*f.value, 2);
  const Figure& last = shares.back();
  std::string message = fmt::format("{} is {} percent, {} {} than all", terms, in_digits(sum, 2),
                                    in_digits(std::abs(sum - 100), 2), over ? "more" : "less");
  if (over && cues.rest) message += ", and nothing is left for the rest";
  auto added = report.add(s.p, last.span, message);
  for (const Figure& f : shares.first(shares.size() - 1)) added.related(s.p, f.span, paragraph.text(f.words));
  std::string detail = fmt::format("{} = {}. To make 100:", terms, in_digits(sum, 2));
  for (const Figure& f : shares) {
    const double would = *f.value + 100 - sum;
    if (would <= 0) continue;
    detail += fmt::format(" {} → {};", in_digits(*f.value, 2), in_digits(would, 2));
    if (const auto place = digits_of(paragraph, f); place && !cues.rest)
      added.fix(fmt::format("Replace {} with {}", in_digits(*f.value, 2), in_digits(would, 2)),
                {{s.p, *place, in_digits(would, 2)}});
  }
  detail.back() = '.';
  added.detail(detail);
  if (quoted(paragraph, last)) added.quoted();
}

}  // namespace

Check percent_sum(const Options& options) {
  const double rounding = options.number("rounding");
  return [=](const Facts& facts, const Sources&, Report& report) {
    for_figure_sentences(facts, 2, [&](const WordView& w, const FigureSentence& s) {
      for (std::size_t k = 0; k < s.figures.size();) {
        std::size_t end = k;
        while (end < s.figures.size() && share(s.figures[end]) &&
               (end == k || listed(w, s.figures[end - 1], s.figures[end])))
          ++end;
        if (end - k >= 2) check(w, s, s.figures.subspan(k, end - k), rounding, report);
        k = std::max(end, k + 1);
      }
    });
  };
}

}  // namespace stet::rules
