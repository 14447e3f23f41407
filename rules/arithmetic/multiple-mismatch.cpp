#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "facts/figure_sentences.h"
#include "facts/from_to.h"
#include "facts/interval.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;
using Hedge = Figure::Hedge;

struct Multiple {
  std::array<WordKey, 4> forms;
  double ratio;
};

constexpr std::array multiples = std::to_array<Multiple>({
    {{"doubled", "doubling", "doubles", "double"}, 2},
    {{"tripled", "tripling", "triples", "triple"}, 3},
    {{"trebled", "trebling", "trebles", "treble"}, 3},
    {{"quadrupled", "quadrupling", "quadruples", "quadruple"}, 4},
    {{"quintupled", "quintupling", "quintuples", "quintuple"}, 5},
    {{"halved", "halving", "halves", "halve"}, .5},
    {{"twofold"}, 2},
    {{"threefold"}, 3},
    {{"fourfold"}, 4},
    {{"fivefold"}, 5},
    {{"sixfold"}, 6},
    {{"sevenfold"}, 7},
    {{"eightfold"}, 8},
    {{"ninefold"}, 9},
    {{"tenfold"}, 10},
    {{"hundredfold"}, 100},
});

std::optional<double> multiple_at(const WordView& w, At i) {
  for (const Multiple& m : multiples)
    for (const WordKey form : m.forms)
      if (!form.empty() && w.is(i, form)) return m.ratio;
  return std::nullopt;
}

Hedge hedge_before(const WordView& w, At i) {
  if (w.is(i - 1, "than")) return w.any(i - 2, {"more", "better"}) ? Hedge::over : Hedge::under;
  if (w.any(i - 1, {"nearly", "almost", "virtually"})) return Hedge::under;
  if (w.any(i - 1, {"roughly", "about", "approximately", "around", "effectively"})) return Hedge::about;
  return Hedge::none;
}

// The ratio that the verb claims, as wide as its adverb makes it.
Interval claimed(double ratio, Hedge hedge, double tolerance) {
  const Interval near{ratio * (1 - tolerance), ratio * (1 + tolerance)};
  switch (hedge) {
    case Hedge::over: return ratio > 1 ? Interval{ratio, 1e300} : Interval{0, ratio};  // more than halved: below a half
    case Hedge::under: return ratio > 1 ? Interval{near.low, ratio} : Interval{ratio, near.high};
    default: return near;
  }
}

std::string_view verb_for(double ratio) {
  if (ratio == 2) return "doubled";
  if (ratio == 3) return "tripled";
  if (ratio == 4) return "quadrupled";
  return ratio == .5 ? "halved" : "";
}

// Another verb, or a new clause, between the multiple and its numbers: they are not about it.
bool interrupted(const WordView& w, At from, At to) {
  for (At i = from; i < to; ++i)
    if (w.mark(i, ';') || w.mark(i, ':') || w.in(i, WordClass::change_verb) ||
        w.any(i, {"and", "while", "but", "as", "whereas", "after", "with", "down", "who", "which", "that"}))
      return true;
  return false;
}

class Multiples {
 public:
  Multiples(double tolerance, Report& report) : tolerance_(tolerance), report_(report) {}

  void sentence(const WordView& w, const FigureSentence& s) {
    for (std::size_t k = 0; k + 1 < s.figures.size(); ++k) {
      const auto change = from_to(w, s.figures[k], s.figures[k + 1]);
      if (!change || counted_otherwise(w, s.words)) continue;
      const At here = change->words.first, first = std::max(s.words.first, here - std::min<At>(here, 9));
      for (At i = here - 1; i >= first && i < here; --i) {
        const auto ratio = multiple_at(w, i);
        // "The doubles final", "a double from 2 to 6": a noun.
        if (!ratio || (w.in(i - 1, WordClass::determiner) && !w.text(i).ends_with("fold"))) continue;
        // Nothing but the two numbers' own words between; "doubled down" is a figure of speech.
        const At after = w.in(i + 1, WordClass::change_verb) ? i + 2 : i + 1;  // a tenfold increase
        if (!interrupted(w, after, change->words.first) && !figure_between(s, i, change->words.first))
          check(w, s.p, i, *ratio, *change);
        break;
      }
    }
  }

 private:
  static bool figure_between(const FigureSentence& s, At from, At to) {
    for (const Figure& f : s.figures)
      if (f.words.first > from && f.words.first < to) return true;
    return false;
  }

  void check(const WordView& w, std::size_t p, At verb, double ratio, const FromTo& c) {
    const Interval found = quotient(shown_interval(*c.to), shown_interval(*c.from));
    const Hedge hedge = hedge_before(w, verb);
    if (apart(found, claimed(ratio, hedge, tolerance_)) <= 1e-9) return;
    const Paragraph& paragraph = w.paragraph();
    const std::string from = paragraph.text(c.from->words), to = paragraph.text(c.to->words);
    const double right = *c.to->value / *c.from->value;
    if (!(right > 1e-6 && right < 1e6)) return;
    const std::string word(w.text(verb));
    std::string message = fmt::format("from {} to {} is {} times as much; “{}” is {} times", from, to,
                                      in_digits(right, 2), word, in_digits(ratio, 2));
    if (hedge == Hedge::over) message = fmt::format("{}, and the words say more", message);
    if (hedge == Hedge::under) message = fmt::format("{}, and the words say not quite", message);
    auto added = report_.add(p, paragraph.words[verb].span(), message);
    added.related(p, c.from->span, from).related(p, c.to->span, to);
    added.detail(
        fmt::format("{} / {} = {}", in_digits(*c.to->value, 2), in_digits(*c.from->value, 2), in_digits(right, 2)));
    if (const auto instead = verb_for(right); !instead.empty() && hedge == Hedge::none && word.ends_with("d"))
      added.fix(fmt::format("Replace with “{}”", instead), {{p, paragraph.words[verb].span(), std::string(instead)}});
    const double would_be = *c.from->value * ratio;
    if (const auto place = digits_of(paragraph, *c.to); place && hedge == Hedge::none)
      added.fix(fmt::format("Replace {} with {}", in_digits(*c.to->value, 2), in_digits(would_be)),
                {{p, *place, in_digits(would_be)}});
    if (quoted(paragraph, *c.to)) added.quoted();
  }

  double tolerance_;
  Report& report_;
};

}  // namespace

Check multiple_mismatch(const Options& options) {
  const double tolerance = options.number("tolerance");
  return [=](const Facts& facts, const Sources&, Report& report) {
    Multiples multiples_of(tolerance, report);
    for_figure_sentences(facts, 2, [&](const WordView& w, const FigureSentence& s) { multiples_of.sentence(w, s); });
  };
}

}  // namespace stet::rules
