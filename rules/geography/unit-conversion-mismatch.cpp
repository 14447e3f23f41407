#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <span>

#include "facts/convert.h"
#include "facts/plain_number.h"
#include "facts/word_view.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

struct Interval {
  double low, high;
  bool meets(Interval o) const { return low <= o.high && o.low <= high; }
};

// Half a unit of the last digit that says something, but of the zeros at a number's end no more than a tenth: 100
// metres may be anything from 90 to 110, 12 from 11.5 to 12.5.
double slack(double value, double shown, double tolerance, bool hedged) {
  double zeros = .5;
  if (shown == 0)
    for (double v = std::abs(value); v >= 10 && std::fmod(v, 10) == 0; v /= 10) zeros *= 10;
  const double digits = shown > 0 ? shown : .5;
  const double size = std::abs(value);
  return std::max({tolerance * digits, tolerance * std::min(zeros, .05 * size), hedged ? .1 * size : 0});
}

Interval meant(const Figure& f, double tolerance) {
  const bool hedged = f.hedge != Figure::Hedge::none;
  if (!f.value) {
    const double low = slack(f.low, f.rounding, tolerance, hedged), high = slack(f.high, f.rounding, tolerance, hedged);
    return {f.low - low, f.high + high};
  }
  const double around = slack(*f.value, f.rounding, tolerance, hedged);
  const bool fraction = f.in_words && !hedged && std::fmod(*f.value, 1) != 0;
  return {fraction ? std::min(f.low, *f.value - around) : *f.value - around,
          fraction ? std::max(f.high, *f.value + around) : *f.value + around};
}

// Is `b` said to be `a` in another unit: "A (B)", "A, or B,", "A/B"?
bool converted(const WordView& w, const Figure& a, const Figure& b) {
  WordView::At i = a.words.last;
  const WordView::At from = b.approximator.empty() ? b.words.first : std::min(b.words.first, b.approximator.first);
  if (w.mark(i, '/') && w.glued(i) && i + 1 == from) return true;
  if (w.mark(i, ',') && w.is(i + 1, "or") && i + 2 == from)
    return !w.word(b.words.last) || w.any(b.words.last, {"from", "away", "long", "wide", "deep", "high", "tall"});
  for (int n = 0; n < 3 && w.word(i) && !w.any(i, {"and", "or", "to"}); ++n) ++i;
  if (!w.mark(i, '(') || i + 1 != from) return false;
  const WordView::At end = std::max(b.words.last, b.approximator.last);
  return w.mark(end, ')') || w.mark(end, ';') || w.mark(end, ',');
}

// Words of a difference between temperatures: there 1 °C is 1.8 °F.
bool of_a_difference(const WordView& w, WordRange sentence, WordView::At at) {
  constexpr WordView::At far = 40;
  for (auto i = std::max(sentence.first, at - std::min(at, far)); i < std::min(sentence.last, at + far); ++i)
    if (w.in(i, WordClass::change_verb) ||
        w.any(i, {"warmer",  "cooler", "colder",  "hotter",     "higher", "lower",   "above", "below", "by",   "warmed",
                  "warming", "cooled", "heating", "difference", "within", "anomaly", "range", "limit", "more", "less"}))
      return true;
  return false;
}

std::string amount(double value, const Figure& like) {
  return fmt::format("{} {}", plain_number(value, decimals_shown(like)), unit_in_prose(like.unit));
}

class Pair {
 public:
  // `barred`: a size of a name's that the house does not use ("imperial"); empty where any will do.
  Pair(const Figure& a, const Figure& b, double tolerance, std::string_view barred)
      : a_(a), b_(b), tolerance_(tolerance), barred_(barred) {}

  // The conversion that fits best where none fits; nullopt where one does.
  std::optional<Conversion> wrong() const {
    const Interval said = meant(b_, tolerance_), own = meant(a_, tolerance_);
    const auto ways = conversions(a_.unit, b_.unit);
    std::optional<Conversion> best;
    for (const Conversion& way : ways) {
      if (!barred_.empty() && way.size == barred_) continue;
      if (fits(way, own, said)) return std::nullopt;
      const double off = std::abs(way.of(middle(a_)) - middle(b_));
      if (!best || off < std::abs(best->of(middle(a_)) - middle(b_))) best = way;
    }
    return best;
  }

  bool fits(const Conversion& way, Interval own, Interval said) const {
    if (!Interval{way.of(own.low), way.of(own.high)}.meets(said)) return false;
    if (a_.value || b_.value) return true;
    // Two ranges: each end for itself.
    const auto end = [&](double x, double y) {
      const double s = slack(x, a_.rounding, tolerance_, false), t = slack(y, b_.rounding, tolerance_, false);
      return Interval{way.of(x - s), way.of(x + s)}.meets({y - t, y + t});
    };
    return end(a_.low, b_.low) && end(a_.high, b_.high);
  }
  bool fits(const Conversion& way) const { return fits(way, meant(a_, tolerance_), meant(b_, tolerance_)); }

  static double middle(const Figure& f) { return f.value ? *f.value : (f.low + f.high) / 2; }

 private:
  const Figure &a_, &b_;
  double tolerance_;
  std::string_view barred_;
};

void fix(Report::Added& added, const Facts& facts, std::size_t p, const Figure& at, double right) {
  const Word* digits = sole_digits(facts.paragraph(p), at);
  if (!digits) return;
  const std::string text = plain_number(std::abs(right), decimals_shown(at));
  added.fix(fmt::format("Replace {} with {}", facts.paragraph(p).text(*digits), text), {{p, digits->span(), text}});
}

}  // namespace

Check unit_conversion_mismatch(const Options& options) {
  const double tolerance = options.number("tolerance");
  const std::string& gallon = options.text("gallon");
  const std::string_view barred = gallon == "us" ? "imperial" : gallon == "imperial" ? "US" : "";
  return [=](const Facts& facts, const Sources&, Report& report) {
    for (const std::size_t p : facts.with<Figure>()) {
      const std::span<const Figure> figures = facts.local(p).figures;
      if (figures.size() < 2) continue;
      const Paragraph& paragraph = facts.paragraph(p);
      const WordView w(paragraph, facts.context());
      for (std::size_t k = 0; k + 1 < figures.size(); ++k) {
        const Figure &a = figures[k], &b = figures[k + 1];
        const System ours = system_of(a.unit), theirs = system_of(b.unit);
        if (ours == System::none || theirs == System::none || ours == theirs || !converted(w, a, b)) continue;
        const WordRange sentence = paragraph.sentences[paragraph.sentence_of(a.words.first)].words;
        if (!sentence.contains(b.words.first)) continue;
        const Pair pair(a, b, tolerance, barred);
        const auto way = pair.wrong();
        if (!way) continue;
        const bool degrees = way->offset != 0;
        const bool as_difference = degrees && pair.fits({way->factor, 0, ""});
        if (as_difference && of_a_difference(w, sentence, a.words.first)) continue;
        const Conversion back{1 / way->factor, -way->offset / way->factor, ""};
        const auto shown = [&](const Figure& f, const Conversion& c, const Figure& like) {
          return f.value ? amount(c.of(*f.value), like)
                         : fmt::format("{} to {}", plain_number(c.of(f.low), decimals_shown(like)),
                                       amount(c.of(f.high), like));
        };
        const std::string left = shown(a, {1, 0, ""}, a), right = shown(b, {1, 0, ""}, b);
        std::string message =
            fmt::format("{} is {}, not {}; {} is {}", left, shown(a, *way, b), right, right, shown(b, back, a));
        if (as_difference) message += " (only a difference is converted without the 32)";
        Span span = a.span.joined(b.span);
        if (w.mark(b.words.last, ')')) span.end = w[b.words.last].end;
        auto added = report.add(p, span, message);
        added.related(p, a.span, left).related(p, b.span, right);
        if (a.value && b.value) {
          fix(added, facts, p, b, way->of(*a.value));
          fix(added, facts, p, a, back.of(*b.value));
        }
        added.detail(fmt::format("1 {} is {:.10g} {}{}.{}", unit_in_prose(a.unit), way->of(1), unit_in_prose(b.unit),
                                 way->size.empty() ? "" : fmt::format(" ({})", way->size),
                                 " Factors are those of NIST Special Publication 811, appendix B.8."));
        if (a.quoted || b.quoted) added.at_most(Severity::information);
      }
    }
  };
}

}  // namespace stet::rules
