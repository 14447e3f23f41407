#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <span>
#include <unordered_set>

#include "facts/plain_number.h"
#include "facts/word_view.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

struct Change {
  const Figure *from, *to;
  double points() const { return *to->value - *from->value; }
  double relative() const { return 100 * points() / *from->value; }
};

At begin_of(const Figure& f) {
  return f.approximator.empty() ? f.words.first : std::min(f.words.first, f.approximator.first);
}

bool level(const Figure& f) { return f.dimension == Dimension::percent && f.value; }

// "from A to B", "to B from A", "B, up from A", "B, compared with A".
std::optional<Change> change_between(const WordView& w, const Figure& a, const Figure& b) {
  if (!level(b) || b.words.first - a.words.last > 8) return std::nullopt;
  const At x = begin_of(a), y = begin_of(b);
  // "from 6 to 7 percent"
  const bool bare = a.dimension == Dimension::number && a.value && a.words.last + 1 == y;
  if (bare && w.is(y - 1, "to") && w.is(x - 1, "from")) return Change{&a, &b};
  if (!level(a)) return std::nullopt;
  if (w.is(y - 1, "to") && w.is(x - 1, "from")) return Change{&a, &b};
  if (w.is(y - 1, "from") && (w.is(x - 1, "to") || w.any(y - 2, {"up", "down"}))) return Change{&b, &a};
  if (w.any(y - 1, {"with", "to"}) && w.is(y - 2, "compared")) return Change{&b, &a};
  return std::nullopt;
}

// Is `f` said to be the size of a change: "rose 2 percent", "by 2 percent", "a 2 percent increase"?
bool sized(const WordView& w, const Figure& f) {
  const At first = begin_of(f), end = f.words.last;
  if (w.any(end, {"increase", "rise", "decrease", "fall", "drop", "gain", "jump", "cut", "decline", "reduction",
                  "swing", "hike", "difference"}))
    return true;
  if (w.is(first - 1, "by")) return w.in(first - 2, WordClass::change_verb);
  if (w.is(first - 1, "of")) return w.in(first - 2, WordClass::change_verb) || w.is(first - 2, "difference");
  return w.in(first - 1, WordClass::change_verb) || w.any(first - 1, {"up", "down"});
}

bool near(double said, double right, double slack) { return std::abs(said - std::abs(right)) <= slack; }

class Points {
 public:
  Points(const Options& options, const Facts& facts, Report& report)
      : bare_(options.flag("bare_warning")), facts_(facts), report_(report) {
    for (const std::string& noun : options.list("rate_nouns")) rates_.insert(facts.lexicon().id(noun));
  }

  void paragraph(std::size_t p) {
    const std::span<const Figure> figures = facts_.local(p).figures;
    const Paragraph& paragraph = facts_.paragraph(p);
    const WordView w(paragraph, facts_.context());
    for (std::size_t k = 0; k < figures.size(); ++k) {
      const Figure& f = figures[k];
      const bool percent = f.dimension == Dimension::percent;
      if ((!percent && (f.dimension != Dimension::points || f.unit == "bp")) || !f.value || !sized(w, f)) continue;
      const std::uint32_t sentence = paragraph.sentence_of(f.words.first);
      const auto change = change_beside(w, figures, k, sentence);
      if (change) against(p, f, *change, percent);
      else if (percent && bare_ && bare(w, f)) warn(p, f);
    }
  }

 private:
  // The change whose two ends stand right before or right behind figure k in its sentence.
  std::optional<Change> change_beside(const WordView& w, std::span<const Figure> figures, std::size_t k,
                                      std::uint32_t sentence) const {
    for (const std::size_t first : {k - 2, k + 1}) {
      if (first >= figures.size() || first + 1 >= figures.size()) continue;
      const Figure &a = figures[first], &b = figures[first + 1];
      if (w.paragraph().sentence_of(a.words.first) != sentence || w.paragraph().sentence_of(b.words.first) != sentence)
        continue;
      const auto change = change_between(w, a, b);
      if (change && *change->from->value > 0) return change;
    }
    return std::nullopt;
  }

  void against(std::size_t p, const Figure& f, const Change& change, bool percent) {
    const Paragraph& paragraph = facts_.paragraph(p);
    const double slack = std::max(f.rounding, .05) + change.from->rounding + change.to->rounding +
                         (f.hedge == Figure::Hedge::none ? 0 : .1 * *f.value);
    const bool as_points = near(*f.value, change.points(), slack);
    const double share_slack = std::max({f.rounding, .6, .02 * *f.value});
    const bool as_share = near(*f.value, change.relative(), share_slack);
    if (percent ? as_share || !as_points : as_points || !as_share) return;
    const std::string points = plain_number(std::abs(change.points()), 2),
                      share = plain_number(std::abs(change.relative()), 1);
    const auto text = [&](const Figure& x) { return paragraph.text(x.words); };
    Span span = f.span;
    const At end = f.words.last;
    const WordView w(paragraph, facts_.context());
    if (w.in(end, WordClass::change_verb) && w.is(f.words.first - 1, "a"))
      span = paragraph.span(WordRange{f.words.first - 1, end + 1});
    auto added = report_.add(p, span,
                             fmt::format("from {} to {} is {} percentage point{}, or {} percent", text(*change.from),
                                         text(*change.to), points, points == "1" ? "" : "s", share));
    added.related(p, change.from->span, text(*change.from)).related(p, change.to->span, text(*change.to));
    unit_fix(added, p, f, percent);
    if (const Word* digits = sole_digits(paragraph, f)) {
      const std::string& other = percent ? share : points;
      added.fix(fmt::format("Replace {} with {}", paragraph.text(*digits), other), {{p, digits->span(), other}});
    }
    added.detail(fmt::format("The difference is {} points; over {} that is {} %.", points, text(*change.from), share));
    if (f.quoted) added.at_most(Severity::information);
  }

  // The words after the number, changed for the other unit's.
  void unit_fix(Report::Added& added, std::size_t p, const Figure& f, bool percent) const {
    const Paragraph& paragraph = facts_.paragraph(p);
    const WordView w(paragraph, facts_.context());
    At i = f.words.first;
    while (i < f.words.last && !w.any(i, {"percent", "percentage", "per", "points", "point", "pp", "pct"}) &&
           !w.mark(i, '%'))
      ++i;
    if (i == f.words.last) return;
    const bool one = *f.value == 1 || (w.is(f.words.first - 1, "a") && w.word(f.words.last));
    const std::string_view unit = !percent ? "percent" : one ? "percentage point" : "percentage points";
    const std::string text = (w.glued(i) ? " " : "") + std::string(unit);
    added.fix(fmt::format("Say {}", unit), {{p, paragraph.span(WordRange{i, f.words.last}), text}});
  }

  // "Turnout fell 12 percent": a rate is the subject of a verb of change.
  bool bare(const WordView& w, const Figure& f) const {
    if (f.quoted || w.any(f.words.last, {"to", "from", "of", "in", "a"})) {
      if (f.quoted || !w.any(f.words.last, {"to", "from"})) return false;
    }
    At verb = begin_of(f) - 1;
    if (w.is(verb, "by")) --verb;
    if (w.any(verb, {"up", "down"}) && w.any(verb - 1, {"is", "are", "was", "were"})) --verb;
    else if (!w.in(verb, WordClass::change_verb)) return false;
    At i = verb - 1;
    while (w.any(i, {"has", "have", "had", "will", "would", "then", "also", "since"})) --i;
    // The noun itself, or the noun before what it is of: "support for the mayor".
    if (rate(w, i)) return true;
    for (At n = 0; n < 4 && w.word(i); ++n, --i)
      if (w.any(i, {"for", "in", "among", "of"}) && rate(w, i - 1)) return true;
    return false;
  }

  bool rate(const WordView& w, At i) const { return w.word(i) && rates_.contains(w[i].id); }

  void warn(std::size_t p, const Figure& f) {
    const Paragraph& paragraph = facts_.paragraph(p);
    auto added = report_.add(p, f.span,
                             fmt::format("{} of a rate: points, or a share of what it was?", paragraph.text(f.words)));
    unit_fix(added, p, f, true);
    added.at_most(Severity::warning);
  }

  bool bare_;
  std::unordered_set<WordId> rates_;
  const Facts& facts_;
  Report& report_;
};

}  // namespace

Check percent_vs_points(const Options& options) {
  return [options](const Facts& facts, const Sources&, Report& report) {
    Points points(options, facts, report);
    for (const std::size_t p : facts.with<Figure>()) points.paragraph(p);
  };
}

}  // namespace stet::rules
