// Dates that begin with a month or a weekday: August 18, 2020; March 3-5; in May; Friday, 18 August; next Friday.
#include "facts/date_expression.h"

namespace stet {

namespace {

struct Words {
  WordId of = date_word("of"), to = date_word("to"), until = date_word("until"), till = date_word("till"),
         and_ = date_word("and"), or_ = date_word("or"), through = date_word("through"), the = date_word("the"),
         in = date_word("in"), since = date_word("since"), by = date_word("by"), from = date_word("from"),
         between = date_word("between"), early = date_word("early"), late = date_word("late"), mid = date_word("mid"),
         during = date_word("during"), before = date_word("before"), after = date_word("after"),
         each = date_word("each"), every = date_word("every"), that = date_word("that"), same = date_word("same"),
         month = date_word("month"), st = date_word("st"), nd = date_word("nd"), rd = date_word("rd"),
         th = date_word("th"), on = date_word("on"), week = date_word("week"), this_ = date_word("this"),
         last = date_word("last"), next = date_word("next"), twenty = date_word("twenty"), thirty = date_word("thirty"),
         since_ = date_word("since"), following = date_word("following"), year = date_word("year");
};
const Words& words() {
  static const Words made;
  return made;
}

// 18, 18th, the eighteenth, twenty-first: a day of a month at word i.
struct DayWord {
  unsigned day;
  std::uint32_t end;
};
std::optional<DayWord> day_word(const DateText& t, std::uint32_t i) {
  const Words& w = words();
  if (const auto d = t.digits(i)) {
    if (d->count > 2 || d->value < 1 || d->value > 31) return std::nullopt;
    std::uint32_t end = i + 1;
    if (t.joined(end) && (t.is(end, w.st) || t.is(end, w.nd) || t.is(end, w.rd) || t.is(end, w.th))) {
      ++end;
    } else if (t.joined(end) && (t.word(end).kind == WordKind::word || t.mark(end, U':') || t.mark(end, U'%'))) {
      return std::nullopt;
    }
    return DayWord{static_cast<unsigned>(d->value), end};
  }
  // "May twenty-one"; "May two" is nobody's date.
  if (const auto tens = count_of(t.id(i)); tens == 20 || tens == 30) {
    const std::uint32_t at = t.dash(i + 1) ? i + 2 : i + 1;
    const auto ones = count_of(t.id(at));
    if (ones && *ones < 10 && *tens + *ones <= 31 && t.text(at).size() > 2 && !t.lower_word(at + 1))
      return DayWord{static_cast<unsigned>(*tens + *ones), at + 1};
  }
  std::uint32_t at = i;
  if (t.is(at, w.the)) ++at;
  if (const auto rank = rank_of(t.id(at)); rank && *rank <= 30) return DayWord{static_cast<unsigned>(*rank), at + 1};
  if (at == i) return std::nullopt;
  if (const auto d = t.digits(at);
      d && d->count <= 2 && d->value >= 1 && d->value <= 31 && t.joined(at + 1) &&
      (t.is(at + 1, w.st) || t.is(at + 1, w.nd) || t.is(at + 1, w.rd) || t.is(at + 1, w.th)))
    return DayWord{static_cast<unsigned>(d->value), at + 2};
  return std::nullopt;
}

bool joins_days(const DateText& t, std::uint32_t i) {
  const Words& w = words();
  return t.dash(i) || t.is(i, w.to) || t.is(i, w.until) || t.is(i, w.till) || t.is(i, w.and_) || t.is(i, w.or_) ||
         t.is(i, w.through);
}

bool time_preposition(const DateText& t, std::uint32_t i) {
  const Words& w = words();
  for (const WordId id :
       {w.in,  w.since,  w.until,  w.till,  w.by,   w.of,    w.from,    w.to,    w.between, w.and_, w.early,    w.late,
        w.mid, w.during, w.before, w.after, w.each, w.every, w.through, w.this_, w.last,    w.next, w.following})
    if (t.is(i, id)) return true;
  return t.dash(i);
}

// A month with nothing beside it: is it one? "May", "March" and "April" are also a verb, a verb and a name.
bool bare_month(const DateText& t, std::uint32_t i, std::uint32_t floor) {
  const std::string_view s = t.text(i);
  const bool cue = i > floor && (time_preposition(t, i - 1) || direction_of(t.id(i - 1)));
  const bool shouted = t.word(i).has(Word::capitals);
  const bool doubtful = s.size() <= 6;  // may, march, april, june, july, august, and the abbreviations
  const char first = static_cast<char>(s[0] | 0x20);
  const bool july = first == 'j' && s.size() == 4 && s[3] == 'y';
  if (!doubtful || july) return t.capital(i) || cue;
  if (!cue || (!t.capital(i) && (s == "may" || s == "march"))) return false;
  if (shouted && s.size() <= 4) return false;
  // "by April Jones", "of May Day"
  const bool named = t.capital(i + 1) && !t.joined(i + 1) && t.word(i + 1).kind == WordKind::word;
  return !named || t.is(i - 1, words().in) || t.is(i - 1, words().since);
}

// A date from the month at word i on; the month alone counts where `alone`.
std::optional<DateExpression> from_month(const DateText& t, std::uint32_t i, std::uint32_t floor) {
  const Words& w = words();
  const auto month = month_of(t.id(i));
  if (!month) return std::nullopt;
  const std::string_view s = t.text(i);
  if (!t.capital(i) && (s == "may" || s == "march" || s == "mar" || s == "dec" || s == "sep" || s == "sept") &&
      !t.digits(i + 1) && !t.is(i + 1, w.the))
    return std::nullopt;
  DateExpression e;
  e.month = month;
  std::uint32_t at = i + 1;
  if (t.mark(at, U'.') && t.joined(at) && s.size() <= 8) {
    const bool goes_on = t.has(at + 1) && (t.digits(at + 1) || t.mark(at + 1, U','));
    if (goes_on) ++at;
  }
  if ((t.mark(at, U'/') || t.dash(at)) && t.joined(at) && t.joined(at + 1) && day_word(t, at + 1)) ++at;  // Oct-2
  const auto day = day_word(t, at);
  const bool counts = day && t.digits(at) && i > floor && t.is(i - 1, w.in) && t.lower_word(day->end) &&
                      !t.joined(day->end) && !joins_days(t, day->end);
  auto tail = read_year_tail(t, at);
  if (const auto year = t.digits(at + 1); !tail && t.is(at, w.in) && year && year->count == 4)  // "June in 1981"
    tail = read_year_tail(t, at + 1);
  if (tail && !(day && day->end > at && tail->end == day->end)) {
    e.kind = DateExpression::Kind::month;
    e.year = tail->year;
    e.words = {i, tail->end};
    return e;
  }
  if (day && !counts && !t.mark(day->end, U'%')) {
    // "May two" is nobody's date; "may the eleventh" is.
    e.day = day->day;
    at = day->end;
    if (joins_days(t, at)) {
      const auto last = day_word(t, at + 1);
      if (last && t.digits(at + 1) && !month_of(t.id(last->end)) && !t.is(last->end, w.of) &&
          !(t.lower_word(last->end) && (t.is(at, w.and_) || t.is(at, w.or_))) && last->day > day->day) {
        e.until = SaidDay{};
        e.until->month = month;
        e.until->day = last->day;
        at = last->end;
      }
    }
    if (const auto year = read_year_tail(t, at)) {
      e.year = year->year;
      at = year->end;
    }
    if (e.until) e.until->year = e.year;
    e.words = {i, at};
    return e;
  }
  if (!bare_month(t, i, floor)) return std::nullopt;
  e.kind = DateExpression::Kind::month;
  e.words = {i, i + 1};
  return e;
}

}  // namespace

std::optional<DateExpression> read_month_date(const DateText& t, std::uint32_t i, std::uint32_t floor) {
  const Words& w = words();
  auto e = from_month(t, i, floor);
  if (!e) return e;
  // "the month of May", "last June", "this past June", "twenty second of June"
  std::uint32_t first = i;
  if (e->kind == DateExpression::Kind::month && !e->year) {
    if (first > floor + 1 && t.is(first - 1, w.of) && t.is(first - 2, w.month)) first -= 2;
    while (first > floor && direction_of(t.id(first - 1))) {
      const int d = *direction_of(t.id(first - 1));
      if (!e->direction || *e->direction == 0) e->direction = d;
      --first;
    }
    if (t.is(e->words.last, w.that) || t.is(e->words.last, w.the)) {
      // "in March the same year", "May that year"
      std::uint32_t at = e->words.last + 1;
      if (t.is(at, w.same)) ++at;
      if (t.is(at, w.year) && (at > e->words.last + 1 || t.is(e->words.last, w.that))) {
        e->from_before = true;
        e->words.last = at + 1;
      }
    }
  } else if (!e->day && first > floor + 1 && t.is(first - 1, w.of)) {
    const std::uint32_t rank_at = first - 2;
    const auto rank = rank_of(t.id(rank_at));
    if (rank && *rank <= 31) {
      e->kind = DateExpression::Kind::day;
      e->day = static_cast<unsigned>(*rank);
      first = rank_at;
    }
  }
  e->words.first = first;
  return e;
}

std::optional<DateExpression> read_weekday_date(const DateText& t, std::uint32_t i, std::uint32_t floor,
                                                Locale locale) {
  const Words& w = words();
  const auto weekday = weekday_of_word(t.id(i));
  if (!weekday) return std::nullopt;
  const std::string_view s = t.text(i);
  const bool abbreviated = s.size() < 6;
  // "The Sun, August 16", "Edmonton Sun, August 16": a newspaper.
  if (abbreviated && i > 0 && !t.mark(i + 1, U'.') &&
      (t.is(i - 1, w.the) || (t.word(i - 1).kind == WordKind::word && t.capital(i - 1) && t.text(i - 1).size() > 3)))
    return std::nullopt;
  // "Friday to Sunday, March 3-5": a day for each end.
  if (joins_days(t, i + 1) && weekday_of_word(t.id(i + 2)) && !joins_days(t, i + 3)) {
    auto both = read_weekday_date(t, i + 2, i + 2, locale);
    if (both && both->kind == DateExpression::Kind::day && both->until) {
      both->until->weekday = both->weekday;
      both->until->weekday_span = both->weekday_span;
      both->until->day_span = both->day_span;
      both->weekday = weekday;
      both->weekday_span = t.word(i).span();
      both->words.first = i;
      return both;
    }
  }
  std::uint32_t at = i + 1;
  if (abbreviated && t.mark(at, U'.') && t.joined(at)) ++at;
  if (t.mark(at, U',') || t.mark(at, U'(') || (t.dash(at) && t.joined(at + 1))) ++at;
  // "Friday afternoon, March 3", "Friday next week"
  if (t.has(at) && plain_lexicon()->is(t.id(at), WordClass::day_part)) {
    const std::uint32_t after = t.mark(at + 1, U',') ? at + 2 : at + 1;
    if (month_of(t.id(after)) || t.digits(after)) at = after;
  }
  if (t.is(at, w.the)) ++at;
  std::optional<DateExpression> e;
  if (const auto month = month_of(t.id(at)); month && at > i) {
    e = from_month(t, at, at);
    if (e && (e->kind != DateExpression::Kind::day)) e.reset();
  } else if (t.digits(at)) {
    e = read_number_date(t, at, locale);
    if (e && (e->kind != DateExpression::Kind::day || !e->day)) e.reset();
    // "Friday the 13th", "Wednesday 24": the day of a month nobody names.
    const auto day = day_word(t, at);
    if (!e && day && (t.is(at - 1, w.the) || day->end > at + 1) && !month_of(t.id(day->end))) {
      e.emplace();
      e->day = day->day;
      e->words = {at, day->end};
    }
  } else if (t.is(at - 1, w.the)) {
    if (const auto day = day_word(t, at); day && *rank_of(t.id(at)) >= 1) {
      e.emplace();
      e->day = day->day;
      e->words = {at, day->end};
    }
  }
  if (e) {
    e->day_span = t.paragraph().span(e->words);
    e->weekday = weekday;
    e->weekday_span = t.word(i).span();
    e->words.first = i;
    return e;
  }
  // The weekday alone. "sun", "sat", "wed" and "mon" are words and names.
  if (abbreviated && !(t.mark(i + 1, U'.') && t.joined(i + 1) && t.capital(i)) && s != "tues" && s != "Tues" &&
      s != "thurs" && s != "Thurs")
    return std::nullopt;
  // "the Sunday Times", "a Friday Mosque": part of a name.
  if (i > floor && t.is(i - 1, w.the) && t.capital(i) && t.capital(i + 1) && !t.joined(i + 1)) return std::nullopt;
  e.emplace();
  e->kind = DateExpression::Kind::weekday;
  e->weekday = weekday;
  e->weekday_span = t.word(i).span();
  std::uint32_t first = i, last = i + 1;
  while (first > floor && direction_of(t.id(first - 1))) {
    if (!e->direction || *e->direction == 0) e->direction = direction_of(t.id(first - 1));
    --first;
  }
  // "Friday of last week", "Tuesday next week"
  std::uint32_t week = t.is(last, w.of) ? last + 1 : last;
  if (direction_of(t.id(week)) && t.is(week + 1, w.week)) {
    e->direction = direction_of(t.id(week));
    e->unit = TimeUnit::week;
    last = week + 2;
  }
  e->words = {first, last};
  return e;
}

}  // namespace stet
