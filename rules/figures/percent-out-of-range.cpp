#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_set>

#include "facts/plain_number.h"
#include "facts/word_view.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

bool fall_verb(const WordView& w, At i) {
  return w.any(i, {"fell",     "fall",     "falls",    "fallen",   "falling",   "dropped",   "drop",      "drops",
                   "dropping", "declined", "decline",  "declines", "declining", "decreased", "decrease",  "decreases",
                   "shrank",   "shrunk",   "shrink",   "shrinks",  "plunged",   "plunge",    "plummeted", "slumped",
                   "tumbled",  "sank",     "dwindled", "cut",      "cuts",      "reduced",   "reduce",    "reduces",
                   "reducing", "slashed",  "halved",   "lowered",  "lower",     "diminished"});
}

bool fall_noun(const WordView& w, At i) {
  return w.any(i, {"fall", "drop", "decline", "decrease", "reduction", "cut", "plunge", "slump"});
}

bool whole_of(const WordView& w, At i) {
  return w.any(i, {"respondents",  "people", "voters",     "pupils",   "students",  "residents", "adults",
                   "women",        "men",    "households", "patients", "children",  "employees", "workers",
                   "participants", "those",  "them",       "us",       "teenagers", "parents",   "teachers",
                   "doctors",      "nurses", "farmers",    "families", "citizens",  "members",   "customers"});
}

// How a percentage above 100 cannot be.
struct Fault {
  enum class Kind { none, fall, share, chance } kind = Kind::none;
  At from = 0;  // where the words at fault begin
};

Fault fault(const WordView& w, const Figure& f) {
  using Kind = Fault::Kind;
  const At first = f.approximator.empty() ? f.words.first : std::min(f.words.first, f.approximator.first);
  const At end = f.words.last;
  At before = first - 1;
  if (w.is(before, "by")) {
    --before;
    // cut its costs by
    for (At n = 0; n < 4 && w.word(before) && !fall_verb(w, before) && !w.in(before, WordClass::change_verb); ++n)
      --before;
  }
  const At own = f.words.first;
  if (fall_verb(w, before) && !w.any(before - 1, {"the", "a", "than", "or"})) return {Kind::fall, before};
  // "is down 130 percent": not "down to 130", "set down 130"
  if (w.is(first - 1, "down") && w.any(first - 2, {"is", "are", "was", "were"})) return {Kind::fall, first - 1};
  if (fall_noun(w, end) && w.any(first - 1, {"a", "an", "the", "its", "their", "this"})) return {Kind::fall, own};
  if (w.is(end, "of")) {
    At i = end + 1;
    while (w.any(i, {"the", "all", "our", "their", "its"})) ++i;
    if (whole_of(w, i) && !w.any(i + 1, {"'s", "'"}) && !w.mark(i + 1, 0x2019) && !w.any(i + 1, {"in", "as", "who"}))
      return {Kind::share, own};
  }
  if (w.any(end, {"chance", "probability", "likelihood"}) && f.value != 110.) return {Kind::chance, own};
  return {Kind::none, own};
}

class Ranges {
 public:
  explicit Ranges(const Options& options)
      : negative_(options.list("may_go_negative").begin(), options.list("may_go_negative").end()) {}

  void paragraph(const Facts& facts, std::size_t p, Report& report) const {
    const Paragraph& paragraph = facts.paragraph(p);
    const WordView w(paragraph, facts.context());
    for (const Figure& f : facts.local(p).figures) {
      const bool p_value = is_p(w, f);
      if (!p_value && (f.dimension != Dimension::percent || !f.value || *f.value < 100 || f.low < 100 ||
                       (*f.value == 100 && f.hedge != Figure::Hedge::over)))
        continue;
      const Fault found = p_value ? Fault{Fault::Kind::chance, f.words.first} : fault(w, f);
      const WordRange sentence = paragraph.sentences[paragraph.sentence_of(f.words.first)].words;
      if (found.kind == Fault::Kind::none ||
          (found.kind == Fault::Kind::fall && may_go_below(w, sentence, f.words.first)))
        continue;
      tell(paragraph, p, f, found, report);
    }
  }

 private:
  // p = 1.3
  static bool is_p(const WordView& w, const Figure& f) {
    if (f.dimension != Dimension::number || !f.value || *f.value <= 1 || *f.value >= 100) return false;
    const At i = f.words.first;
    return (w.mark(i - 1, '=') || w.mark(i - 1, '<')) && w.is(i - 2, "p");
  }

  // Looks no farther than a long sentence: a draft may be one sentence of nothing but percentages.
  bool may_go_below(const WordView& w, WordRange sentence, At at) const {
    constexpr At far = 40;
    for (At i = std::max(sentence.first, at - std::min(at, far)); i < std::min(sentence.last, at + far); ++i) {
      if (!w.word(i)) continue;
      const std::string word = w.lower(i);
      if (negative_.contains(word) || negative_.contains(singular(word))) return true;
    }
    return false;
  }

  static void tell(const Paragraph& paragraph, std::size_t p, const Figure& f, Fault found, Report& report) {
    using Kind = Fault::Kind;
    const double n = *f.value;
    const std::string said = paragraph.text(f.words), number = plain_number(n, 1);
    const Span span = f.span.joined(paragraph.words[found.from].span());
    std::string message;
    switch (found.kind) {
      case Kind::fall:
        message = fmt::format("a fall of {} % is more than all there was: after 100 % nothing is left", number);
        break;
      case Kind::share: message = fmt::format("{} of a whole is more than all of it", said); break;
      case Kind::chance:
        message = fmt::format("{} is no probability: nothing is likelier than {}", said,
                              f.dimension == Dimension::percent ? "100 %" : "1");
        break;
      case Kind::none: return;
    }
    auto added = report.add(p, span, message);
    const Word* digits = sole_digits(paragraph, f);
    if (found.kind == Kind::fall && digits) {
      const std::string inverse = plain_number(100 * n / (100 + n), 1);
      added.fix(fmt::format("Replace {} with {}: undoing a rise of {} % takes that", number, inverse, number),
                {{p, digits->span(), inverse}});
      added.detail(fmt::format("A rise of {} % makes 100 into {}; the way back is {} of {}, {} %.", number,
                               plain_number(100 + n, 1), number, plain_number(100 + n, 1), inverse));
    }
    if (f.quoted) added.at_most(Severity::information);
  }

  std::unordered_set<std::string> negative_;
};

}  // namespace

Check percent_out_of_range(const Options& options) {
  return [ranges = Ranges(options)](const Facts& facts, const Sources&, Report& report) {
    for (const std::size_t p : facts.with<Figure>()) ranges.paragraph(facts, p, report);
  };
}

}  // namespace stet::rules
