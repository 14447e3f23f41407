// Holidays: Christmas, New Year's Eve, Thanksgiving 2018, Easter Sunday, Black Friday, Martin Luther King Day.
#include <array>

#include "facts/calendar.h"
#include "facts/date_expression.h"
#include "prose/word_key.h"

namespace stet {

namespace {

enum Holiday : int {
  easter_sunday,
  good_friday,
  easter_monday,
  thanksgiving,
  black_friday,
  cyber_monday,
  labour_day,
  memorial_day,
  king_day,
  presidents_day,
  by_the_moon  // of a calendar that is not reckoned here: a date, whose day stays unknown
};

struct Words {
  WordId christmas = date_word("christmas"), easter = date_word("easter"), thanksgiving = date_word("thanksgiving"),
         halloween = date_word("halloween"), eve = date_word("eve"), day = date_word("day"), on = date_word("on"),
         by = date_word("by"), since = date_word("since"), before = date_word("before"), after = date_word("after"),
         until = date_word("until"), at = date_word("at"), every = date_word("every"), sunday = date_word("sunday"),
         monday = date_word("monday"), year = date_word("year"), eid = date_word("eid"), friday = date_word("friday"),
         of = date_word("of");
};
const Words& words() {
  static const Words made;
  return made;
}

bool reads(const DateText& t, std::uint32_t i, WordKey word) { return t.has(i) && word_key(t.text(i)) == word; }

DateExpression fixed(unsigned month, unsigned day, WordRange words) {
  DateExpression e;
  e.month = month;
  e.day = day;
  e.words = words;
  return e;
}
DateExpression movable(Holiday holiday, WordRange words) {
  DateExpression e;
  e.kind = DateExpression::Kind::holiday;
  e.number = holiday;
  e.words = words;
  return e;
}

// "New Year's", "new year", "valentine's" before word i: where it begins.
std::optional<std::uint32_t> possessive(const DateText& t, std::uint32_t i, WordKey owner) {
  if (i == 0) return std::nullopt;
  std::uint32_t at = i - 1;
  if (at > 0 && (t.text(at) == "'s" || t.text(at) == "’s" || t.mark(at, U'\'') || t.mark(at, U'’'))) --at;
  if (!reads(t, at, owner)) return std::nullopt;
  return at;
}

std::optional<DateExpression> named(const DateText& t, std::uint32_t i) {
  const Words& w = words();
  if (t.is(i, w.christmas)) {
    if (t.is(i + 1, w.eve)) return fixed(12, 24, {i, i + 2});
    if (t.is(i + 1, w.day)) return fixed(12, 25, {i, i + 2});
    return fixed(12, 25, {i, i + 1});
  }
  if (t.is(i, w.halloween)) return fixed(10, 31, {i, i + 1});
  if (t.is(i, w.thanksgiving)) return movable(thanksgiving, {i, t.is(i + 1, w.day) ? i + 2 : i + 1});
  if (t.is(i, w.easter)) {
    if (t.is(i + 1, w.monday)) return movable(easter_monday, {i, i + 2});
    return movable(easter_sunday, {i, t.is(i + 1, w.sunday) || t.is(i + 1, w.day) ? i + 2 : i + 1});
  }
  if (t.is(i, w.eid) && t.capital(i) && reads(t, i + 1, "al") && t.dash(i + 2) && t.capital(i + 3))
    return movable(by_the_moon, {i, i + 4});  // Eid al-Fitr
  if (i == 0) return std::nullopt;
  if (t.is(i, w.year) && t.capital(i) && i > 1 && reads(t, i - 1, "new") &&
      (reads(t, i - 2, "lunar") || reads(t, i - 2, "chinese") || reads(t, i - 2, "islamic") ||
       reads(t, i - 2, "hijri") || reads(t, i - 2, "arabic") || reads(t, i - 2, "jewish")))
    return movable(by_the_moon, {i - 2, i + 1});
  if (t.is(i, w.friday) && reads(t, i - 1, "good")) return movable(good_friday, {i - 1, i + 1});
  if (t.is(i, w.friday) && reads(t, i - 1, "black")) return movable(black_friday, {i - 1, i + 1});
  if (t.is(i, w.monday) && reads(t, i - 1, "cyber")) return movable(cyber_monday, {i - 1, i + 1});
  const bool eve = t.is(i, w.eve);
  if (!eve && !t.is(i, w.day)) return std::nullopt;
  if (const auto year = possessive(t, i, "year"); year && *year > 0 && reads(t, *year - 1, "new"))
    return eve ? fixed(12, 31, {*year - 1, i + 1}) : fixed(1, 1, {*year - 1, i + 1});
  if (const auto years = possessive(t, i, "years"); years && *years > 0 && reads(t, *years - 1, "new"))
    return eve ? fixed(12, 31, {*years - 1, i + 1}) : fixed(1, 1, {*years - 1, i + 1});
  if (eve) return std::nullopt;
  if (const auto v = possessive(t, i, "valentine")) return fixed(2, 14, {*v, i + 1});
  if (const auto p = possessive(t, i, "presidents")) return movable(presidents_day, {*p, i + 1});
  if (reads(t, i - 1, "boxing")) return fixed(12, 26, {i - 1, i + 1});
  if (reads(t, i - 1, "earth")) return fixed(4, 22, {i - 1, i + 1});
  if (reads(t, i - 1, "labor")) return movable(labour_day, {i - 1, i + 1});
  if (reads(t, i - 1, "memorial")) return movable(memorial_day, {i - 1, i + 1});
  if (reads(t, i - 1, "mlk")) return movable(king_day, {i - 1, i + 1});
  if (reads(t, i - 1, "king") && i > 2 && reads(t, i - 2, "luther")) return movable(king_day, {i - 3, i + 1});
  if (reads(t, i - 1, "giving") && i > 1 && reads(t, i - 2, "thanks")) return movable(thanksgiving, {i - 2, i + 1});
  return std::nullopt;
}

}  // namespace

std::optional<DateExpression> read_holiday(const DateText& t, std::uint32_t i, std::uint32_t floor) {
  const Words& w = words();
  auto e = named(t, i);
  if (!e || e->words.first < floor) return std::nullopt;
  const std::uint32_t first = e->words.first;
  const bool alone = e->words.size() == 1;
  if (const auto year = read_year_tail(t, e->words.last)) {
    e->year = year->year;
    e->words.last = year->end;
    return e;
  }
  if (first > floor && direction_of(t.id(first - 1))) {
    e->direction = direction_of(t.id(first - 1));
    e->words.first = first - 1;
    return e;
  }
  // "Christmas dinner", "Easter eggs", "the Good Friday agreement": part of something else.
  const std::uint32_t next = e->words.last;
  const bool goes_on = t.has(next) && t.word(next).kind == WordKind::word && !t.is(next, w.on) && !t.is(next, w.of) &&
                       (alone || t.capital(next) || e->kind == DateExpression::Kind::holiday);
  const bool told = first > floor && (t.is(first - 1, w.on) || t.is(first - 1, w.by) || t.is(first - 1, w.since) ||
                                      t.is(first - 1, w.before) || t.is(first - 1, w.after) ||
                                      t.is(first - 1, w.until) || t.is(first - 1, w.at) || t.is(first - 1, w.every));
  if (alone && (!told || goes_on)) return std::nullopt;
  if (goes_on && t.capital(next)) return std::nullopt;
  return e;
}

// Thanksgiving, Labor Day and what hangs on them are those of the United States.
std::optional<Date> holiday_in(int year, int holiday) {
  const auto thanks = [&] { return nth_weekday(year, 11, std::chrono::Thursday, 4); };
  const auto moved = [](std::optional<Date> day, long days) { return day ? add_days(*day, days) : std::nullopt; };
  switch (holiday) {
    case easter_sunday: return easter(year);
    case good_friday: return moved(easter(year), -2);
    case easter_monday: return moved(easter(year), 1);
    case thanksgiving: return thanks();
    case black_friday: return moved(thanks(), 1);
    case cyber_monday: return moved(thanks(), 4);
    case labour_day: return nth_weekday(year, 9, std::chrono::Monday, 1);
    case memorial_day: return nth_weekday(year, 5, std::chrono::Monday, -1);
    case king_day: return nth_weekday(year, 1, std::chrono::Monday, 3);
    case presidents_day: return nth_weekday(year, 2, std::chrono::Monday, 3);
    default: return std::nullopt;
  }
}

}  // namespace stet
