// Years of fewer than four digits that only the text around them makes years: "about 373" in a paragraph on antiquity,
// "in 96" beside "in 2000".
#include <algorithm>
#include <array>
#include <cstdlib>

#include "facts/date_expression.h"

namespace stet {

namespace {

using Era = DateText::Era;

struct Words {
  WordId in = date_word("in"), and_ = date_word("and"), since = date_word("since"), until = date_word("until"),
         by = date_word("by"), about = date_word("about"), around = date_word("around"), after = date_word("after"),
         before = date_word("before"), from = date_word("from"), to = date_word("to"), of = date_word("of"),
         bc = date_word("bc"), bce = date_word("bce"), ad = date_word("ad"), ce = date_word("ce"),
         year = date_word("year"), circa = date_word("circa"), c = date_word("c"), ca = date_word("ca");
};
const Words& words() {
  static const Words made;
  return made;
}

// Is what stands before word i "in", "since", "about" …: said of years, though not of them alone?
bool led(const DateText& t, std::uint32_t i) {
  const Words& w = words();
  if (i == 0) return false;
  const std::array leads{w.in, w.since, w.until, w.by, w.about, w.around, w.after, w.before, w.from};
  return std::ranges::any_of(leads, [&](WordId id) { return t.is(i - 1, id); });
}

// Nothing is counted with a number that ends here.
bool counts_nothing(const DateText& t, std::uint32_t i) {
  if (!t.has(i) || t.is(i, words().and_)) return true;
  const Lexicon& lexicon = *plain_lexicon();
  if (t.word(i).kind == WordKind::mark)
    return (!t.joined(i + 1) || !t.joined(i)) && !t.mark(i, U'%') && !t.mark(i, U'°') && !t.mark(i, U'$');
  return t.lower_word(i) && !t.joined(i) &&
         (lexicon.is(t.id(i), WordClass::auxiliary) || lexicon.is(t.id(i), WordClass::subject_pronoun) ||
          lexicon.is(t.id(i), WordClass::irregular_past));
}

std::optional<DateExpression> year_at(std::uint32_t i, int year) {
  DateExpression e;
  e.kind = DateExpression::Kind::year;
  e.year = year;
  e.words = {i, i + 1};
  return e;
}

// "About 373,", "after 211 became", "about 360 - 366", "(594)".
std::optional<DateExpression> ancient(const DateText& t, std::uint32_t i, int value) {
  const bool bracketed = i > 0 && t.mark(i - 1, U'(') && t.mark(i + 1, U')');
  const auto other = [&](std::uint32_t at) { return t.digits(at) && t.digits(at)->count == 3; };
  const bool begins = led(t, i) && t.dash(i + 1) && other(i + 2) && counts_nothing(t, i + 3);
  const bool ends = i > 2 && t.dash(i - 1) && other(i - 2) && led(t, i - 2) && counts_nothing(t, i + 1);
  if (!bracketed && !begins && !ends && !(led(t, i) && counts_nothing(t, i + 1))) return std::nullopt;
  const Era era = t.era();
  if (era == Era::unknown) return std::nullopt;
  return year_at(i, era == Era::before_christ ? 1 - value : value);
}

// "In 96" where the sentence tells a full year as well: the year nearest to that.
std::optional<DateExpression> beside_full_year(const DateText& t, std::uint32_t i, int value) {
  const Words& w = words();
  const bool told = i > 0 && t.is(i - 1, w.in);
  const bool second =
      i > 2 && t.is(i - 1, w.and_) && t.digits(i - 2) && t.digits(i - 2)->count == 2 && t.is(i - 3, w.in);
  const std::uint32_t next = i + 1;
  const auto other = t.digits(i + 2);
  const bool goes_on = t.is(next, w.and_) && !(other && other->count == 2 && counts_nothing(t, i + 3));
  if ((!told && !second) || goes_on || !counts_nothing(t, next)) return std::nullopt;
  constexpr std::uint32_t reach = 40;
  const WordRange sentence = t.paragraph().sentences[t.paragraph().sentence_of(i)].words;
  std::optional<int> full;
  for (std::uint32_t k = std::max(sentence.first, i > reach ? i - reach : 0); k < std::min(sentence.last, i + reach);
       ++k)
    if (const auto year = t.is(k, w.in) ? t.digits(k + 1) : std::nullopt;
        year && year->count == 4 && looks_like_year(t, k + 1, year->value))
      full = year->value;
  if (!full) return std::nullopt;
  const int same = *full / 100 * 100 + value;
  int best = same;
  for (const int year : {same - 100, same + 100})
    if (std::abs(year - *full) < std::abs(best - *full)) best = year;
  return year_at(i, best);
}

}  // namespace

DateText::Era DateText::era() const {
  if (era_) return *era_;
  const Words& w = words();
  Era found = Era::unknown;
  for (std::uint32_t i = 0; i < size() && found != Era::christian; ++i) {
    const auto year = digits(i);
    if (!year || year->value == 0) continue;
    const auto stands = [&](std::uint32_t at, WordId a, WordId b) {
      return (is(at, a) || is(at, b)) && word(at).has(Word::capitals);
    };
    const bool circa =
        i > 0 && (is(i - 1, w.circa) || (i > 1 && mark(i - 1, U'.') && (is(i - 2, w.c) || is(i - 2, w.ca))));
    const bool of_month = i > 1 && is(i - 1, w.of) && (month_of(id(i - 2)) || season_of(id(i - 2)));
    if (stands(i + 1, w.bc, w.bce)) found = Era::before_christ;
    else if (year->value < 1000 &&
             (stands(i + 1, w.ad, w.ce) || (i > 0 && (stands(i - 1, w.ad, w.ce) || is(i - 1, w.year))) ||
              ((circa || of_month) && year->count == 3)))
      found = Era::christian;
  }
  era_ = found;
  return found;
}

std::optional<DateExpression> read_short_year(const DateText& t, std::uint32_t i) {
  const auto a = t.digits(i);
  if (!a || t.joined(i + 1) || (t.joined(i) && !t.mark(i - 1, U'(') && !t.dash(i - 1))) {
    // A full stop, a comma and a bracket may stand right behind it; nothing else.
    const bool closes = a && (t.mark(i + 1, U'.') || t.mark(i + 1, U',') || t.mark(i + 1, U')') ||
                              t.mark(i + 1, U';') || t.dash(i + 1));
    if (!closes) return std::nullopt;
  }
  if (a->count == 3 && a->value >= 100) return ancient(t, i, a->value);
  if (a->count == 2) return beside_full_year(t, i, a->value);
  return std::nullopt;
}

}  // namespace stet
