#include <fmt/format.h>

#include "facts/figure_sentences.h"
#include "facts/interval.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

bool share(const Figure& f) { return f.dimension == Dimension::ratio || f.dimension == Dimension::percent; }

// Where the second expression begins, its approximator included.
At begin_of(const Figure& f) {
  return f.approximator.empty() ? f.words.first : std::min(f.words.first, f.approximator.first);
}
At end_of(const Figure& f) { return std::max(f.words.last, f.approximator.last); }

// The words between are the first figure's own noun: "one in five of the pupils (".
bool noun_between(const WordView& w, At from, At to) {
  if (to - from > 5) return false;
  for (At i = from; i < to; ++i)
    if (!w.word(i) || w.in(i, WordClass::auxiliary) || w.in(i, WordClass::conjunction) ||
        w.in(i, WordClass::change_verb) || w.in(i, WordClass::say_verb))
      return false;
  return true;
}

bool dash(const WordView& w, At i) { return w.mark(i, 0x2014) || (w.dash(i) && !w.glued(i) && !w.glued(i + 1)); }

// "a (b)", "a, or b,", "a – b –": b is a once more. How far a's noun may stand between is the caller's to say.
std::optional<At> bracketed(const WordView& w, const Figure& b) {
  const At end = end_of(b);
  const bool with_or = w.is(begin_of(b) - 1, "or");
  const At open = begin_of(b) - (with_or ? 2 : 1);
  if (w.mark(open, '(') && w.mark(end, ')')) return open;
  if (dash(w, open) && dash(w, end)) return open;
  if (with_or && w.mark(open, ',') && (w.clause_end(end) || w.mark(end, ','))) return open;
  return std::nullopt;
}

double scale_of(const Figure& f) { return f.dimension == Dimension::percent ? 1 : 100; }

std::string normal(const Figure& f, bool of_hundred) {
  return of_hundred ? in_digits(*f.value * scale_of(f)) + " percent" : in_digits(*f.value, 2);
}

// In percent, where both are shares.
Interval as_percent(const Figure& f) {
  const Interval i = interval_of(f), shown = shown_interval(f);
  const double k = scale_of(f);
  // A whole percentage is a rounded one.
  const double half = f.dimension == Dimension::percent && f.rounding == 0 ? .5 : 0;
  return {std::min(i.low, shown.low) * k - half, std::max(i.high, shown.high) * k + half};
}

class Equivalence {
 public:
  Equivalence(double tolerance, Report& report) : tolerance_(tolerance), report_(report) {}

  void pair(const WordView& w, std::size_t p, const Figure& a, const Figure& b) {
    if (!a.value || !b.value) return;
    const auto open = bracketed(w, b);
    if (!open || *open < a.words.last) return;
    if (share(a) && share(b) && a.dimension != b.dimension) {
      if (!noun_between(w, a.words.last, *open) || apart(as_percent(a), as_percent(b)) <= tolerance_) return;
      tell(w, p, a, b, true);
    } else if (counted(a) && counted(b) && *open == a.words.last && a.in_words && !b.in_words) {
      if (apart(interval_of(a), interval_of(b)) <= 0 || stands_for_name(w, a)) return;
      tell(w, p, a, b, false);
    }
  }

 private:
  // "Catch Twenty-Two (1961)", "Ocean's Eleven (12)": a title.
  static bool stands_for_name(const WordView& w, const Figure& a) {
    return w.capital(a.words.first) && !w.starts_sentence(a.words.first);
  }

  void tell(const WordView& w, std::size_t p, const Figure& a, const Figure& b, bool shares) {
    const Paragraph& paragraph = w.paragraph();
    const std::string first = paragraph.text(a.words), second = paragraph.text(b.words);
    const bool brackets = w.mark(end_of(b), ')');
    const Span span{a.span.begin, brackets ? paragraph.words[end_of(b)].end : b.span.end};
    auto added = report_.add(p, span, fmt::format("{} is {}, not {}", first, normal(a, shares), normal(b, shares)));
    added.related(p, a.span, first).related(p, b.span, second);
    added.detail(fmt::format("{} = {}; {} = {}", first, normal(a, shares), second, normal(b, shares)));
    if (const auto place = digits_of(paragraph, b)) {
      const std::string right = in_digits(*a.value * (shares ? scale_of(a) / scale_of(b) : 1));
      added.fix(fmt::format("Replace {} with {}", in_digits(*b.value), right), {{p, *place, right}});
    }
    if (a.approximator.empty()) added.fix(fmt::format("Replace “{}” with “{}”", first, second), {{p, a.span, second}});
    if (quoted(paragraph, a)) added.quoted();
  }

  double tolerance_;
  Report& report_;
};

}  // namespace

Check equivalence_mismatch(const Options& options) {
  const double tolerance = options.number("tolerance");
  return [=](const Facts& facts, const Sources&, Report& report) {
    Equivalence equivalence(tolerance, report);
    for_figure_sentences(facts, 2, [&](const WordView& w, const FigureSentence& s) {
      for (std::size_t k = 0; k + 1 < s.figures.size(); ++k) equivalence.pair(w, s.p, s.figures[k], s.figures[k + 1]);
    });
  };
}

}  // namespace stet::rules
