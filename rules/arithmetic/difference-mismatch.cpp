#include <fmt/format.h>

#include <algorithm>

#include "facts/figure_sentences.h"
#include "facts/from_to.h"
#include "facts/interval.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

// "52-38", as it stands: two plain whole numbers and a dash.
struct Score {
  WordRange words;
  double first, second;
};

std::optional<double> small_number(const WordView& w, At i) {
  const std::string_view t = w.text(i);
  if (!w.number(i) || t.size() > 4) return std::nullopt;
  double value = 0;
  for (const char c : t) {
    if (c < '0' || c > '9') return std::nullopt;
    value = 10 * value + (c - '0');
  }
  return value;
}

std::optional<Score> score_at(const WordView& w, At i) {
  if (!w.dash(i + 1) || !w.glued(i + 1) || !w.glued(i + 2) || (w.dash(i + 3) && w.glued(i + 3) && w.number(i + 4)))
    return std::nullopt;
  if (w.dash(i - 1) && w.glued(i)) return std::nullopt;
  const auto first = small_number(w, i), second = small_number(w, i + 2);
  if (!first || !second) return std::nullopt;
  return Score{{i, i + 3}, *first, *second};
}

bool in_points(const WordView& w, const Figure& f) {
  return f.dimension == Dimension::points || f.dimension == Dimension::percent || f.unit == "point" ||
         (w.hyphen(f.words.last) && w.is(f.words.last + 1, "point"));
}

// A gap: won by 12 points, a lead of 40 votes, up 40.
bool gap_words(const WordView& w, const Figure& f) {
  const At i = f.words.first;
  return w.any(i - 1, {"by", "up", "down"}) || w.in(i - 1, WordClass::change_verb) ||
         (w.is(i - 1, "of") && w.any(i - 2, {"lead", "margin", "gap", "difference", "majority", "increase", "rise",
                                             "drop", "fall", "decline", "decrease"})) ||
         w.any(with_noun(f).last, {"lead", "margin", "gap"}) || w.any(with_noun(f).last - 1, {"lead", "margin", "gap"});
}

class Differences {
 public:
  explicit Differences(Report& report) : report_(report) {}

  void sentence(const WordView& w, const FigureSentence& s) {
    for (std::size_t k = 0; k < s.figures.size(); ++k) {
      const Figure& d = s.figures[k];
      if (w.hyphen(d.words.last) && w.any(d.words.last + 1, {"member", "judge", "person", "seat", "strong"}))
        tally(w, s, d);
      if (w.hyphen(d.words.first - 1) || !plain(d) || *d.value <= 0 || !gap_words(w, d)) continue;
      if (k + 2 < s.figures.size() && joined(w, with_noun(d).last, s.figures[k + 1].words.first))
        if (const auto change = from_to(w, s.figures[k + 1], s.figures[k + 2])) ends(w, s.p, d, *change);
      if (in_points(w, d)) against(w, s, k);
    }
  }

 private:
  // Nothing between but a comma, "from" and the like.
  static bool joined(const WordView& w, At from, At to) {
    if (to - from > 5) return false;
    for (At i = from; i < to; ++i)
      if (w.in(i, WordClass::change_verb) || w.any(i, {"and", "but", "while", "after", "or"})) return false;
    return true;
  }

  void ends(const WordView& w, std::size_t p, const Figure& d, const FromTo& c) {
    const bool shares = c.to->dimension == Dimension::percent || c.to->dimension == Dimension::points;
    if (d.dimension == Dimension::percent) return;  // a change in percent: percent-change-wrong
    if (shares != in_points(w, d) || (!shares && !counted(d) && !same_kind(d, *c.to))) return;
    // "by 40 minutes, from 2 to 3 hours", "by 5 seats, from 40 to 44 percent" are other things.
    if (counted(d) && !counted(*c.to) && !shares) return;
    const Interval first = shown_interval(*c.from), second = shown_interval(*c.to);
    tell(w, p, d, first, second, c.from->words, c.to->words);
  }

  // "12 points, 52 percent to 38 percent"; "12 points, 52-38".
  void against(const WordView& w, const FigureSentence& s, std::size_t k) {
    const Figure& d = s.figures[k];
    At i = with_noun(d).last;
    if (w.any(i, {"lead", "margin", "gap", "win", "victory"})) ++i;
    if (w.mark(i, ',') || w.mark(i, '(') || w.mark(i, ':')) ++i;
    else return;
    if (const auto score = score_at(w, i)) {
      if (score->first <= 100 && score->second <= 100 &&
          (w.clause_end(score->words.last) || !w.word(score->words.last) ||
           w.any(score->words.last, {"percent", "over", "against"})))
        tell(w, s.p, d, rounded(score->first), rounded(score->second), {i, i + 1}, {i + 2, i + 3});
      return;
    }
    if (k + 1 >= s.figures.size() || s.figures[k + 1].words.first != i) return;
    const Figure& a = s.figures[k + 1];
    if (a.dimension != Dimension::percent && a.dimension != Dimension::number) return;
    if (!a.value &&
        w.is(a.words.first + 1, "to") + w.is(a.words.first + 2, "to") + w.is(a.words.first + 3, "to") == 1) {
      tell(w, s.p, d, rounded(a.low), rounded(a.high), a.words, a.words);
    } else if (k + 2 < s.figures.size() && a.value) {
      const Figure& b = s.figures[k + 2];
      const At between = b.words.first - 1;
      if (b.value && between == a.words.last && w.any(between, {"to", "against", "versus"}))
        tell(w, s.p, d, shown_interval(a).widened(a.rounding > 0 ? 0 : .5),
             shown_interval(b).widened(b.rounding > 0 ? 0 : .5), a.words, b.words);
    }
  }

  // Shares in whole percent are rounded.
  static Interval rounded(double v) { return Interval{v, v}.widened(.5); }

  void tell(const WordView& w, std::size_t p, const Figure& d, Interval a, Interval b, WordRange first,
            WordRange second) {
    const auto [y, x] = std::minmax({(a.low + a.high) / 2, (b.low + b.high) / 2});
    const double right = x - y;
    const Interval gap = Interval{right, right}.widened((a.high - a.low + b.high - b.low) / 2);
    const Interval stated = shown_interval(d);
    if (apart(gap, stated) <= 1e-9 || right == 0) return;
    const Paragraph& paragraph = w.paragraph();
    const std::string said = paragraph.text(with_noun(d));
    auto added =
        report_.add(p, paragraph.span(with_noun(d)),
                    fmt::format("from {} to {} it is {}, not {}", in_digits(y), in_digits(x), in_digits(right), said));
    added.related(p, paragraph.span(first), paragraph.text(first));
    if (!(second == first)) added.related(p, paragraph.span(second), paragraph.text(second));
    added.detail(fmt::format("{} − {} = {}", in_digits(x), in_digits(y), in_digits(right)));
    if (const auto place = digits_of(paragraph, d))
      added.fix(fmt::format("Replace {} with {}", in_digits(*d.value), in_digits(right)),
                {{p, *place, in_digits(right)}});
    if (quoted(paragraph, d)) added.quoted();
  }

  // "a 5-4 vote on the seven-member council"
  void tally(const WordView& w, const FigureSentence& s, const Figure& members) {
    if (!plain(members) || *members.value < 2) return;
    for (At i = s.words.first; i + 2 < s.words.last; ++i) {
      const auto score = score_at(w, i);
      if (!score || score->first + score->second <= *members.value) continue;
      if (!w.any(i + 3, {"vote", "ruling", "decision", "majority", "split"}) &&
          !w.any(i - 1, {"voted", "ruled", "vote"}))
        continue;
      const Paragraph& paragraph = w.paragraph();
      const std::string votes = paragraph.text(score->words), said = paragraph.text(members.words);
      auto added = report_.add(s.p, paragraph.span(score->words),
                               fmt::format("{} are {} votes, and there are {} to cast them", votes,
                                           in_digits(score->first + score->second), said));
      added.related(s.p, members.span, said);
      added.detail(
          fmt::format("{} + {} = {} > {}", score->first, score->second, score->first + score->second, *members.value));
      if (quoted(paragraph, members)) added.quoted();
    }
  }

  Report& report_;
};

}  // namespace

Check difference_mismatch(const Options&) {
  return [](const Facts& facts, const Sources&, Report& report) {
    Differences differences(report);
    for_figure_sentences(facts, 1, [&](const WordView& w, const FigureSentence& s) { differences.sentence(w, s); });
  };
}

}  // namespace stet::rules
