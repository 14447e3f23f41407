#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "facts/figure_sentences.h"
#include "facts/interval.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

// A verbal share: its words and the band it holds for.
struct Share {
  WordRange words;
  Interval band;
  bool compared = false;  // less than, more than: one side of the fraction is ruled out
};

struct PartAndWhole {
  const Figure *part, *whole;
};

constexpr double rounding_of_percent = .005;

At begin_of(const Figure& f) {
  return f.approximator.empty() ? f.words.first : std::min(f.words.first, f.approximator.first);
}

bool under_said(const WordView& w, const Figure& f) {
  return f.hedge == Figure::Hedge::under && w.is(f.words.first - 1, "than");
}

// "a little less than half", "two in three", "45 percent": a figure that is a share.
std::optional<Share> share_of(const WordView& w, const Figure& f) {
  if (!f.value || f.change_end || f.measure == Measure::change) return std::nullopt;
  const WordRange words{begin_of(f), std::max(f.words.last, f.approximator.last)};
  if (f.dimension == Dimension::ratio && f.in_words) {
    Interval band = interval_of(f);
    const double v = *f.value;
    const bool compared = f.hedge == Figure::Hedge::at_most || f.hedge == Figure::Hedge::over || under_said(w, f);
    if (compared) return Share{words, band, true};
    // About half: within five points. Less than half, said alone, is no twentieth.
    if (f.hedge == Figure::Hedge::about) band = {v - .06, v + .06};
    if (f.hedge == Figure::Hedge::under) band = {v - .08, v + rounding_of_percent};
    if (f.hedge == Figure::Hedge::at_least) band.low = v - rounding_of_percent;
    return Share{words, band};
  }
  if (f.dimension == Dimension::percent && *f.value <= 100) {
    const Interval i = f.hedge == Figure::Hedge::none
                           ? shown_interval(f).widened(f.rounding > 0 ? f.rounding : 1)  // cut off as often as rounded
                           : interval_of(f);
    return Share{words, {i.low / 100, i.high / 100}};
  }
  return std::nullopt;
}

// "a majority", "most", "the vast majority" that begins at i and is followed by a mark or "of them".
std::optional<Share> majority_at(const WordView& w, At i) {
  const Interval more{.5 + 1e-9, 1};
  if (w.is(i, "most") && (w.clause_end(i + 1) || w.mark(i + 1, ')'))) return Share{{i, i + 1}, more};
  if (!w.any(i, {"a", "the"})) return std::nullopt;
  const bool vast = w.any(i + 1, {"vast", "overwhelming", "large", "great"});
  const At noun = vast ? i + 2 : i + 1;
  if (!w.is(noun, "majority") || !(w.clause_end(noun + 1) || w.mark(noun + 1, ')'))) return std::nullopt;
  return Share{{i, noun + 1}, vast ? Interval{w.is(i + 1, "vast") ? .66 : .55, 1} : more};
}

bool countable(const Figure& f) { return counted(f) || f.dimension == Dimension::money; }

bool pair_of(const Figure& part, const Figure& whole) {
  return plain(part) && plain(whole) && countable(part) && countable(whole) && same_kind(part, whole) &&
         *part.value > 0 && *whole.value >= *part.value && *whole.value > 1;
}

class Fractions {
 public:
  explicit Fractions(Report& report) : report_(report) {}

  void sentence(const WordView& w, const FigureSentence& s) {
    for (std::size_t k = 0; k + 1 < s.figures.size(); ++k) {
      if (const auto pair = part_and_whole(w, s, k)) apposition(w, s, k + 2, *pair);
      // "More than half of the 640 kitchens (300) failed"
      if (k + 2 < s.figures.size()) led(w, s, k);
    }
  }

 private:
  // "352 of 640 kitchens"; "Of the $1.3 million raised, $667,000 …".
  static std::optional<PartAndWhole> part_and_whole(const WordView& w, const FigureSentence& s, std::size_t k) {
    const Figure &a = s.figures[k], &b = s.figures[k + 1];
    if (pair_of(a, b) && between(w, a, b)) return PartAndWhole{&a, &b};
    const At of = w.any(a.words.first - 1, {"the", "its", "their", "all"}) ? a.words.first - 2 : a.words.first - 1;
    if (k == 0 && of == s.words.first && w.is(of, "of") && pair_of(b, a) && w.mark(b.words.first - 1, ','))
      return PartAndWhole{&b, &a};
    return std::nullopt;
  }

  // "of", "out of", "of the", "of its".
  static bool between(const WordView& w, const Figure& a, const Figure& b) {
    At i = a.words.last;
    if (w.is(i, "out")) ++i;
    if (!w.is(i++, "of")) return false;
    if (w.any(i, {"the", "its", "their", "all"})) ++i;
    return i == b.words.first;
  }

  // The share that stands behind the pair between commas, in brackets or at the end: ", more than half."
  void apposition(const WordView& w, const FigureSentence& s, std::size_t next, const PartAndWhole& pair) {
    const At from = std::max(pair.part->words.last, pair.whole->words.last);
    const bool figure = next < s.figures.size();
    const At limit = figure ? begin_of(s.figures[next]) : std::min(s.words.last, from + 12);
    if (limit > from + 12) return;
    for (At i = from; i < limit; ++i) {
      if (w.mark(i, ';') || w.mark(i, ':') || w.any(i, {"and", "but", "while", "compared", "who", "which", "than"}))
        return;
      if (w.mark(i, ',') || w.mark(i, '(') || w.mark(i, 0x2014) || w.is(i, "or"))
        if (const auto share = majority_at(w, i + 1)) return check(w, s.p, *share, pair);
    }
    if (!figure) return;
    const auto share = share_of(w, s.figures[next]);
    if (!share) return;
    const At before = share->words.first - 1 - (w.any(share->words.first - 1, {"a", "just", "only", "well"}) ? 1 : 0);
    const bool set_off = w.mark(before, ',') || w.mark(before, '(') || w.mark(before, 0x2014) ||
                         (w.is(before, "or") && w.mark(before - 1, ','));
    const At after = share->words.last;
    if (set_off && (w.clause_end(after) || w.mark(after, ',') || w.mark(after, ')') || w.mark(after, 0x2014)))
      check(w, s.p, *share, pair);
  }

  void led(const WordView& w, const FigureSentence& s, std::size_t k) {
    const Figure &whole = s.figures[k + 1], &part = s.figures[k + 2];
    const auto share = share_of(w, s.figures[k]);
    if (!share || !pair_of(part, whole)) return;
    At i = share->words.last;
    if (w.is(i, "of")) ++i;
    if (!w.any(i, {"the", "its", "their", "all"}) || i + 1 != whole.words.first) return;
    const At end = with_noun(whole).last;
    const bool set_off = (w.mark(end, '(') || w.mark(end, ',') || w.mark(end, 0x2014)) && part.words.first == end + 1;
    if (set_off && (w.mark(part.words.last, ')') || w.mark(part.words.last, ',') || w.mark(part.words.last, 0x2014)))
      check(w, s.p, *share, {&part, &whole});
  }

  void check(const WordView& w, std::size_t p, const Share& share, const PartAndWhole& pair) {
    const Interval found = quotient(shown_interval(*pair.part), shown_interval(*pair.whole));
    const double point = *pair.part->value / *pair.whole->value;
    // Only the rounding of the numbers can save "less than half" of what is more: worth a look, no contradiction.
    const bool by_rounding = apart(found, share.band) <= 1e-9;
    if (by_rounding && (!share.compared || apart({point, point}, share.band) < .01)) return;
    const Paragraph& paragraph = w.paragraph();
    const std::string part = paragraph.text(pair.part->words), whole = paragraph.text(pair.whole->words);
    const double right = 100 * *pair.part->value / *pair.whole->value;
    WordRange words = share.words;
    while (w.any(words.first - 1, {"a", "little", "just", "only", "slightly", "well"})) --words.first;
    const std::string said = paragraph.text(words);
    auto added = report_.add(p, paragraph.span(words),
                             fmt::format("{} of {} is {} percent, not {}{}", part, whole, in_digits(right), said,
                                         by_rounding ? ": it holds only if the rounded number hides more" : ""));
    if (by_rounding) added.at_most(Severity::warning);
    added.related(p, pair.part->span, part).related(p, pair.whole->span, whole);
    added.detail(fmt::format("{} / {} = {} percent", in_digits(*pair.part->value, 2), in_digits(*pair.whole->value, 2),
                             in_digits(right)));
    const std::string instead = in_digits(right) + " percent";
    added.fix(fmt::format("Replace with “{}”", instead), {{p, paragraph.span(words), instead}});
    if (quoted(paragraph, *pair.part)) added.quoted();
  }

  Report& report_;
};

}  // namespace

Check fraction_mismatch(const Options&) {
  return [](const Facts& facts, const Sources&, Report& report) {
    Fractions fractions(report);
    for_figure_sentences(facts, 2, [&](const WordView& w, const FigureSentence& s) { fractions.sentence(w, s); });
  };
}

}  // namespace stet::rules
