#include <fmt/format.h>

#include <cmath>
#include <set>
#include <string>

#include "facts/cluster.h"
#include "facts/plain_number.h"
#include "facts/word_view.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using Hedge = Figure::Hedge;
using At = WordView::At;

const Figure& figure(const Facts& facts, FigurePair::Place at) { return facts.local(at.paragraph).figures[at.index]; }

WordRange with_hedge(const Figure& f) {
  return {std::min(f.words.first, f.approximator.first), std::max(f.words.last, f.approximator.last)};
}

// The digits that a whole number shows, without a zero at its end: 12,470 has four. Rounded to hundreds it has none:
// 379,900 is round.
int unrounded_digits(double value) {
  if (value != std::floor(value) || value < 1 || value > 1e15 || std::fmod(value, 100) == 0) return 0;
  if (std::fmod(value, 10) == 0) value /= 10;
  return static_cast<int>(std::log10(value) + 1e-9) + 1;
}

// "Around 1274": a year, whatever it was read as.
bool like_a_year(const WordView& w, const Figure& f) {
  return f.dimension == Dimension::number && f.words.size() == 1 && w.text(f.words.first).size() == 4;
}

// Which way the hedge is broken by the exact figure: "above" what is nearly, "below" what is more than.
std::string_view broken(const Figure& hedged, const Figure& exact) {
  const double v = *hedged.value;
  const double low = *exact.value - exact.rounding, high = *exact.value + exact.rounding;
  const bool under = hedged.hedge == Hedge::under,
             over = hedged.hedge == Hedge::over || hedged.hedge == Hedge::at_least;
  if (under && low > v * (1 + 1e-9)) return "above";
  if (over && high < v * (1 - 1e-9)) return "below";
  return {};
}

std::string_view flipped(std::string_view hedge) {
  if (hedge == "nearly" || hedge == "almost" || hedge == "close to" || hedge == "just under") return "more than";
  if (hedge == "more than" || hedge == "over" || hedge == "at least" || hedge == "upwards of") return "nearly";
  return {};
}

// "as many as", "up to", "at least" leave room on purpose.
bool says_a_limit(const WordView& w, const Figure& f) {
  const At i = f.approximator.first;
  return w.any(i, {"as", "up", "at", "<", "no", "not"});
}

class Hedges {
 public:
  Hedges(const Facts& facts, Report& report) : facts_(facts), report_(report) {}

  void pair(const FigurePair& pair) {
    const Figure &a = figure(facts_, pair.first), &b = figure(facts_, pair.second);
    if (rivals(pair)) return;
    if (a.hedge != Hedge::none && b.hedge == Hedge::none) tell(pair.first, a, pair.second, b);
    else if (b.hedge != Hedge::none && a.hedge == Hedge::none) tell(pair.second, b, pair.first, a);
  }

  void precise(int most) {
    for (const std::uint32_t p : facts_.with<Figure>()) {
      const Paragraph& paragraph = facts_.paragraph(p);
      for (const Figure& f : facts_.local(p).figures) {
        if (f.hedge != Hedge::about || !f.value || f.quoted || f.in_words || f.approximator.first > f.words.first)
          continue;
        const int digits = decimals_shown(f) > 0 ? shown(paragraph, f) : unrounded_digits(*f.value);
        if (digits <= most || digits > 20) continue;
        const WordView w(paragraph, facts_.context());
        if (like_a_year(w, f) || w.any(f.approximator.first, {"estimated", "an", "some"}) ||
            w.kind(f.approximator.first, WordKind::mark))
          continue;
        auto added = report_.add(p, paragraph.span(with_hedge(f)),
                                 fmt::format("{}: {} digits are no “{}”", paragraph.text(with_hedge(f)), digits,
                                             paragraph.text(f.approximator)));
        drop(added, p, f);
      }
    }
  }

 private:
  // Two sources count for themselves.
  bool rivals(const FigurePair& pair) const {
    const auto source = [&](FigurePair::Place at) {
      return facts_.local(at.paragraph).figure_contexts[at.index].source;
    };
    return source(pair.first) != 0 && source(pair.second) != 0 && source(pair.first) != source(pair.second);
  }

  static int shown(const Paragraph& paragraph, const Figure& f) {
    const Word* word = sole_digits(paragraph, f);
    int n = 0;
    if (!word) return 0;
    for (const char c : paragraph.text(*word))
      if (c >= '0' && c <= '9') n += n > 0 || c != '0' ? 1 : 0;
    return n;
  }

  void drop(Report::Added& added, std::uint32_t p, const Figure& f) const {
    const Paragraph& paragraph = facts_.paragraph(p);
    Span span = paragraph.span(f.approximator);
    if (f.approximator.last <= f.words.first) span.end = paragraph.words[f.words.first].begin;
    added.fix(fmt::format("Drop “{}”", paragraph.text(f.approximator)), {{p, span, ""}});
  }

  void tell(FigurePair::Place at, const Figure& hedged, FigurePair::Place exact_at, const Figure& exact) {
    if (!hedged.value || !exact.value || exact.in_words) return;
    const std::string_view side = broken(hedged, exact);
    const Paragraph& paragraph = facts_.paragraph(at.paragraph);
    const WordView w(paragraph, facts_.context());
    if (side.empty() || says_a_limit(w, hedged) || !told_.insert({at.paragraph, at.index}).second) return;
    const std::string said = paragraph.text(with_hedge(hedged)),
                      there = facts_.paragraph(exact_at.paragraph).text(exact.words);
    auto added = report_.add(
        at.paragraph, paragraph.span(with_hedge(hedged)),
        fmt::format("{} here, but {} in paragraph {} is {} that", said, there, exact_at.paragraph + 1, side));
    added.related(exact_at.paragraph, exact.span, there);
    std::string hedge = paragraph.text(hedged.approximator);
    for (char& c : hedge)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    const std::string_view other = flipped(hedge);
    if (!other.empty())
      added.fix(fmt::format("Say “{}”", other),
                {{at.paragraph, paragraph.span(hedged.approximator), std::string(other)}});
    added.fix(fmt::format("Replace with {}", there), {{at.paragraph, paragraph.span(with_hedge(hedged)), there}});
    drop(added, at.paragraph, hedged);
    added.detail(fmt::format("“{}” says {} to {}; the other place says {}.", said, plain_number(hedged.low, 2),
                             plain_number(hedged.high, 2), plain_number(*exact.value, 2)));
    if (hedged.quoted || exact.quoted) added.at_most(Severity::information);
  }

  const Facts& facts_;
  Report& report_;
  std::set<std::pair<std::uint32_t, std::uint32_t>> told_;
};

}  // namespace

Check approximator_conflict(const Options& options) {
  const double threshold = options.number("identity_threshold");
  const int most = static_cast<int>(options.number("max_sigfigs_with_approx"));
  return [=](const Facts& facts, const Sources&, Report& report) {
    Hedges hedges(facts, report);
    for (const FigurePair& pair : facts.figure_pairs)
      if (pair.kind == FigurePair::Kind::same && pair.score.total() >= threshold) hedges.pair(pair);
    hedges.precise(most);
  };
}

}  // namespace stet::rules
