// Dates told with seasons and ranks: the summer of 2010, the first Friday of July, the third quarter of 2016.
#include "facts/date_expression.h"

namespace stet {

namespace {

using Kind = DateExpression::Kind;

struct Words {
  WordId the = date_word("the"), of = date_word("of"), in = date_word("in"), that = date_word("that"),
         half = date_word("half"), early = date_word("early"), late = date_word("late"), mid = date_word("mid"),
         and_ = date_word("and"), spring = date_word("spring"), fall = date_word("fall"), q1 = date_word("q1"),
         q2 = date_word("q2"), q3 = date_word("q3"), q4 = date_word("q4"), h1 = date_word("h1"), h2 = date_word("h2"),
         every = date_word("every"), each = date_word("each"), year = date_word("year"), quarter = date_word("quarter");
};
const Words& words() {
  static const Words made;
  return made;
}

// "of 2016", "2016", "of last year" after a quarter or a half.
void take_year(const DateText& t, DateExpression& e) {
  if (const auto year = read_year_tail(t, e.words.last)) {
    e.year = year->year;
    e.words.last = year->end;
    return;
  }
  const Words& w = words();
  std::uint32_t at = e.words.last;
  if (!t.is(at, w.of)) return;
  ++at;
  if (t.is(at, w.the) && t.is(at + 1, w.year)) {
    e.direction = 0;
    e.words.last = at + 2;
  } else if (const auto d = direction_of(t.id(at)); d && t.is(at + 1, w.year)) {
    e.direction = d;
    e.words.last = at + 2;
  }
}

}  // namespace

std::optional<DateExpression> read_season(const DateText& t, std::uint32_t i, std::uint32_t floor) {
  const Words& w = words();
  const auto season = season_of(t.id(i));
  if (!season) return std::nullopt;
  DateExpression e;
  e.kind = Kind::season;
  e.number = *season;
  e.words = {i, i + 1};
  if (const auto year = read_year_tail(t, i + 1)) {
    e.year = year->year;
    e.words.last = year->end;
    if (t.dash(e.words.last)) {
      const auto end = t.digits(e.words.last + 1);
      if (end && end->count >= 2) {
        e.end_year = end->count == 2 ? *e.year / 100 * 100 + end->value : end->value;
        e.words.last += 2;
      }
    }
    return e;
  }
  std::uint32_t first = i;
  while (first > floor && direction_of(t.id(first - 1))) {
    if (!e.direction || *e.direction == 0) e.direction = direction_of(t.id(first - 1));
    --first;
  }
  e.words.first = first;
  if (e.direction) return e;
  if (i > floor && t.is(i - 1, w.that)) {
    e.from_before = true;
    e.words.first = i - 1;
    return e;
  }
  // "Spring" and "fall" are other words too.
  const bool plain = !t.is(i, w.spring) && !t.is(i, w.fall);
  const bool told = i > floor && (t.is(i - 1, w.in) || (t.is(i - 1, w.the) && i > 1 && t.is(i - 2, w.in)));
  // "Late autumn", "mid-summer"; "Spring and late autumn are best."
  const std::uint32_t at = i > floor && t.dash(i - 1) ? i - 1 : i;
  if (at > floor && (t.is(at - 1, w.early) || t.is(at - 1, w.late) || t.is(at - 1, w.mid))) return e;
  const std::uint32_t other = t.is(i + 2, w.early) || t.is(i + 2, w.late) ? i + 3 : i + 2;
  if (t.word(i).has(Word::starts_sentence) && t.is(i + 1, w.and_) && season_of(t.id(other))) return e;
  // "Summer can be hot."
  if (plain && t.word(i).has(Word::starts_sentence) && t.capital(i) && t.lower_word(i + 1) && !t.joined(i + 1))
    return e;
  if (!told && !(plain && i > floor && (t.is(i - 1, w.the) || t.is(i - 1, w.every) || t.is(i - 1, w.each))))
    return std::nullopt;
  return e;
}

std::optional<DateExpression> read_century_in_words(const DateText& t, std::uint32_t i);

std::optional<DateExpression> read_rank_date(const DateText& t, std::uint32_t i, std::uint32_t floor) {
  const Words& w = words();
  DateExpression e;
  const WordId quarters[] = {w.q1, w.q2, w.q3, w.q4}, halves[] = {w.h1, w.h2};
  for (int n = 0; n < 4; ++n)
    if (t.is(i, quarters[n]) && t.capital(i)) {
      e.kind = Kind::quarter;
      e.number = n + 1;
    }
  for (int n = 0; n < 2; ++n)
    if (t.is(i, halves[n]) && t.capital(i)) {
      e.kind = Kind::half;
      e.number = n + 1;
    }
  if (e.number != 0) {
    e.words = {i, i + 1};
    take_year(t, e);
    if (e.kind == Kind::half && !e.year) return std::nullopt;
    return e;
  }
  const auto rank = rank_of(t.id(i));
  if (!rank) return std::nullopt;
  if (auto century = read_century_in_words(t, i)) {
    if (century->words.first >= floor) return century;
    return std::nullopt;
  }
  if (const auto weekday = weekday_of_word(t.id(i + 1)); weekday && *rank <= 5) {
    const std::uint32_t at = t.is(i + 2, w.of) || t.is(i + 2, w.in) ? i + 3 : i + 2;
    if (const auto month = month_of(t.id(at)); month && at == i + 3) {
      e.kind = Kind::nth;
      e.number = *rank;
      e.weekday = weekday;
      e.month = month;
      e.words = {i, at + 1};
      take_year(t, e);
      return e;
    }
    if (at == i + 3 && direction_of(t.id(at)) && unit_of(t.id(at + 1)) == TimeUnit::month) {  // of next month
      e.kind = Kind::nth;
      e.number = *rank;
      e.weekday = weekday;
      e.direction = direction_of(t.id(at));
      e.words = {i, at + 2};
      return e;
    }
    return std::nullopt;
  }
  if (*rank <= 4 && t.is(i + 1, w.quarter)) {
    e.kind = Kind::quarter;
    e.number = *rank;
    e.words = {i, i + 2};
    take_year(t, e);
    // "first quarter" of a match
    if (!e.year && !e.direction) return std::nullopt;
    return e;
  }
  if (*rank <= 2 && t.is(i + 1, w.half)) {
    e.kind = Kind::half;
    e.number = *rank;
    e.words = {i, i + 2};
    take_year(t, e);
    if (!e.year && !e.direction) return std::nullopt;
    return e;
  }
  return std::nullopt;
}

}  // namespace stet
