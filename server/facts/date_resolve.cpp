// Which days an expression means.
#include <array>
#include <cstdlib>

#include "facts/calendar.h"
#include "facts/date_expression.h"

namespace stet {

namespace {

using Kind = DateExpression::Kind;
using Part = DateExpression::Part;
using Grain = DateMention::Grain;

unsigned month_number(Date d) { return static_cast<unsigned>(d.month()); }

DayRange season_range(int season, int year) {
  switch (season) {
    case 0: return months_range(year, 3, year, 6);
    case 1: return months_range(year, 6, year, 9);
    case 2: return months_range(year, 9, year, 12);
    default: return months_range(year, 12, year + 1, 3);
  }
}

Grain grain_of(TimeUnit unit) {
  switch (unit) {
    case TimeUnit::day: return Grain::day;
    case TimeUnit::week:
    case TimeUnit::fortnight:
    case TimeUnit::weekend: return Grain::week;
    case TimeUnit::month: return Grain::month;
    case TimeUnit::quarter: return Grain::quarter;
    case TimeUnit::year: return Grain::year;
    case TimeUnit::decade: return Grain::decade;
    default: return Grain::century;
  }
}

DayRange quarter_range(int year, int quarter) {
  const unsigned first = static_cast<unsigned>((quarter - 1) * 3 + 1);
  return months_range(year, first, year, first + 2);
}

// The unit that holds `day`.
DayRange around(Date day, TimeUnit unit) {
  const int y = year_of(day);
  switch (unit) {
    case TimeUnit::day: return day_range(day);
    case TimeUnit::week:
    case TimeUnit::fortnight: return week_of(day);
    case TimeUnit::weekend: return weekend_of(day);
    case TimeUnit::month: return month_range(y, month_number(day));
    case TimeUnit::quarter: return quarter_range(y, static_cast<int>(month_number(day) - 1) / 3 + 1);
    case TimeUnit::year: return year_range(y);
    case TimeUnit::decade: return years_range(y / 10 * 10, y / 10 * 10 + 9);
    default: return years_range(y / 100 * 100, y / 100 * 100 + 99);
  }
}

std::optional<Date> moved(Date day, TimeUnit unit, long n) {
  switch (unit) {
    case TimeUnit::day: return add_days(day, n);
    case TimeUnit::week:
    case TimeUnit::weekend: return add_days(day, 7 * n);
    case TimeUnit::fortnight: return add_days(day, 14 * n);
    case TimeUnit::month: return add_months(day, n);
    case TimeUnit::quarter: return add_months(day, 3 * n);
    case TimeUnit::year: return add_months(day, 12 * n);
    case TimeUnit::decade: return add_months(day, 120 * n);
    default: return add_months(day, 1200 * n);
  }
}

// "Early", "mid-" and "late": four years of a decade, a third of the rest.
DayRange part_of(DayRange whole, Part part, Grain grain) {
  if (part == Part::whole || !whole.first || !whole.last) return whole;
  const int y = year_of(*whole.first);
  if (grain == Grain::decade) {
    if (part == Part::early) return years_range(y, y + 3);
    if (part == Part::mid) return years_range(y + 3, y + 6);
    return years_range(y + 6, y + 9);
  }
  if (grain == Grain::century) {
    if (part == Part::early) return years_range(y, y + 39);
    if (part == Part::mid) return years_range(y + 30, y + 69);
    return years_range(y + 60, y + 99);
  }
  if (grain == Grain::year) {
    if (part == Part::early) return months_range(y, 1, y, 4);
    if (part == Part::mid) return months_range(y, 5, y, 8);
    return months_range(y, 9, y, 12);
  }
  if (grain == Grain::month) {
    const unsigned m = month_number(*whole.first);
    if (part == Part::early) return {whole.first, make_date(y, m, 15)};
    if (part == Part::mid) return {make_date(y, m, 10), make_date(y, m, 20)};
    return {make_date(y, m, 15), whole.last};
  }
  return whole;
}

// The year of a month (and day) that names none.
std::optional<int> guess_year(const DateExpression& e, const DateScene& s, bool& relative) {
  if (e.from_before) return s.year;
  if (s.year && (!s.anchor || std::abs(*s.year - year_of(*s.anchor)) >= 2 ||
                 (s.day && year_of(*s.day) == *s.year && !e.direction && !s.looks_ahead && !s.looks_back)))
    return s.year;
  if (!s.anchor) return s.year;
  relative = true;
  const int y = year_of(*s.anchor);
  const unsigned day = e.day.value_or(1);
  const auto key = [](unsigned m, unsigned d) { return m * 32 + d; };
  const unsigned said = key(*e.month, day);
  const unsigned now = key(month_number(*s.anchor), static_cast<unsigned>(s.anchor->day()));
  const unsigned now_or_month = e.day ? now : key(month_number(*s.anchor), 1);
  if (e.direction && *e.direction == -1) return said >= now_or_month ? y - 1 : y;
  if (e.direction && *e.direction == 1) return said <= now ? y + 1 : y;
  if (e.direction) return y;
  if (s.looks_ahead) return said < now_or_month ? y + 1 : y;
  if (s.looks_back) return said > now ? y - 1 : y;
  return said > now + 6 * 32 ? y - 1 : y;
}

Resolved resolve_weekday(const DateExpression& e, const DateScene& s) {
  Resolved r;
  r.relative = true;
  if (!s.anchor) return r;
  if (e.unit == TimeUnit::week && e.direction) {
    const auto week = moved(*s.anchor, TimeUnit::week, *e.direction);
    if (!week) return r;
    const auto monday = week_of(*week).first;
    if (monday) r.first = r.last = weekday_after(*monday, *e.weekday);
    return r;
  }
  std::optional<Date> day;
  if (e.direction == 1) day = weekday_after(add_days(*s.anchor, 1).value_or(*s.anchor), *e.weekday);
  else if (e.direction == -1) day = weekday_before(add_days(*s.anchor, -1).value_or(*s.anchor), *e.weekday);
  else if (s.looks_ahead) day = weekday_after(*s.anchor, *e.weekday);
  else day = weekday_before(*s.anchor, *e.weekday);
  r.first = r.last = day;
  return r;
}

// The date before, where "the next day" or "a month later" may count from it: from a year alone it may not.
std::optional<Date> counted_from(const DateScene& s, TimeUnit unit) {
  if (!s.day || !s.day_end) return std::nullopt;
  const DayRange near = around(*s.day, unit);
  const bool fine = unit == TimeUnit::day ? s.day == s.day_end : near.last && *s.day_end <= *near.last;
  return fine ? s.day : std::nullopt;
}

Resolved resolve_unit(const DateExpression& e, const DateScene& s) {
  Resolved r;
  r.relative = !e.from_before;
  r.grain = grain_of(e.unit);
  const std::optional<Date> from = e.from_before ? counted_from(s, e.unit) : s.anchor;
  if (!from) return r;
  const int direction = e.direction.value_or(0);
  if (e.counted) {
    r.grain = Grain::open;
    const std::optional<Date> far =
        e.vague && e.number == 0 ? std::nullopt : moved(*from, e.unit, direction * long{e.number});
    if (direction < 0) {
      r.first = e.vague ? std::nullopt : far;
      r.last = from;
    } else {
      r.first = from;
      r.last = e.vague ? std::nullopt : far;
    }
    return r;
  }
  std::optional<Date> there = moved(*from, e.unit, direction);
  if (!there) return r;
  if (e.unit == TimeUnit::weekend && direction == 0 && !e.from_before && !s.looks_ahead) {
    // The weekend spoken of early in the week is the one just gone.
    const std::chrono::weekday day = weekday_of(*from);
    if (day != std::chrono::Saturday && day != std::chrono::Sunday && day != std::chrono::Friday)
      there = moved(*from, e.unit, -1);
    if (!there) return r;
  }
  DayRange range = around(*there, e.unit);
  range = part_of(range, e.part, r.grain);
  r.first = range.first;
  r.last = range.last;
  return r;
}

Resolved resolve_ago(const DateExpression& e, const DateScene& s) {
  Resolved r;
  r.relative = !e.from_before;
  r.grain = grain_of(e.unit);
  const std::optional<Date> from = e.from_before ? counted_from(s, e.unit) : s.anchor;
  if (!from) return r;
  if (e.vague) {
    r.grain = Grain::open;
    (*e.direction < 0 ? r.last : r.first) = from;
    return r;
  }
  // A year ago is a year, not a day.
  const TimeUnit fine = e.unit == TimeUnit::decade || e.unit == TimeUnit::century ? TimeUnit::year : e.unit;
  const auto there = moved(*from, e.unit, long{*e.direction} * e.number);
  if (!there) return r;
  const DayRange range =
      fine == TimeUnit::week || fine == TimeUnit::fortnight ? day_range(*there) : around(*there, fine);
  r.grain = grain_of(fine);
  r.first = range.first;
  r.last = range.last;
  return r;
}

}  // namespace

Resolved resolve(const DateExpression& e, const DateScene& s) {
  Resolved r;
  const auto put = [&](DayRange range, Grain grain) {
    range = part_of(range, e.part, grain);
    r.first = range.first;
    r.last = range.last;
    r.grain = grain;
  };
  const auto said_year = [&]() -> std::optional<int> {
    if (e.year) return e.year;
    if (e.direction && s.anchor) {
      r.relative = true;
      return year_of(*s.anchor) + *e.direction;
    }
    return std::nullopt;
  };
  switch (e.kind) {
    case Kind::day: {
      if (!e.month) {  // Friday the 13th
        r.relative = true;
        if (s.anchor && e.day && !e.weekday) {  // the 27th: of this month, or of the one before or behind it
          const unsigned now = static_cast<unsigned>(s.anchor->day());
          const long by = s.looks_ahead ? (*e.day < now ? 1 : 0) : (*e.day > now ? -1 : 0);
          const auto month = add_months(*make_date(year_of(*s.anchor), month_number(*s.anchor), 1), by);
          const auto day = month ? make_date(year_of(*month), month_number(*month), *e.day) : std::nullopt;
          if (day) put(day_range(*day), Grain::day);
          return r;
        }
        if (s.anchor && e.day)
          for (const int back : {0, -1, 1}) {
            const auto month = add_months(*make_date(year_of(*s.anchor), month_number(*s.anchor), 1), back);
            const auto day = month ? make_date(year_of(*month), month_number(*month), *e.day) : std::nullopt;
            if (day && e.weekday && weekday_of(*day) == *e.weekday) {
              put(day_range(*day), Grain::day);
              break;
            }
          }
        return r;
      }
      const auto year = e.year ? e.year : guess_year(e, s, r.relative);
      if (!year) return r;
      const auto day = make_date(*year, *e.month, *e.day);
      if (!day) return r;
      put(day_range(*day), Grain::day);
      if (e.until && e.until->day) r.last = make_date(*year, *e.until->month, *e.until->day);
      return r;
    }
    case Kind::month: {
      r.grain = Grain::month;
      const auto year = e.year ? e.year : guess_year(e, s, r.relative);
      if (year) put(month_range(*year, *e.month), Grain::month);
      return r;
    }
    case Kind::year: put(years_range(*e.year, e.end_year.value_or(*e.year)), Grain::year); return r;
    case Kind::decade: put(years_range(e.number, e.number + 9), Grain::decade); return r;
    case Kind::century:
      if (e.number > 0) put(years_range((e.number - 1) * 100, e.number * 100 - 1), Grain::century);
      else put(years_range(1 + e.number * 100, (e.number + 1) * 100), Grain::century);
      if (e.number == 1) r.first = make_date(1, 1, 1);
      return r;
    case Kind::season: {
      r.grain = Grain::season;
      if (e.year) {
        put(season_range(e.number, *e.year), Grain::season);
      } else if (e.from_before) {
        if (s.year) put(season_range(e.number, *s.year), Grain::season);
      } else if (s.anchor && e.direction) {
        r.relative = true;
        int year = year_of(*s.anchor);
        const unsigned month = month_number(*s.anchor);
        const unsigned begins = e.number == 3 ? 12u : static_cast<unsigned>(e.number) * 3 + 3;
        if (*e.direction < 0 && (month <= begins + 2 || e.number == 3)) --year;
        if (*e.direction > 0 && month >= begins) ++year;
        if (*e.direction == 0 && e.number == 3 && month < 6) --year;
        put(season_range(e.number, year), Grain::season);
      } else {
        r.relative = true;
      }
      return r;
    }
    case Kind::quarter: {
      r.grain = Grain::quarter;
      if (const auto year = said_year()) put(quarter_range(*year, e.number), Grain::quarter);
      return r;
    }
    case Kind::half: {
      r.grain = Grain::quarter;
      const unsigned first = e.number == 1 ? 1 : 7;
      if (const auto year = said_year()) put(months_range(*year, first, *year, first + 5), Grain::quarter);
      return r;
    }
    case Kind::nth: {
      if (!e.month) {  // of next month
        r.relative = true;
        const auto month = s.anchor && e.direction ? add_months(*s.anchor, *e.direction) : std::nullopt;
        const auto there =
            month ? nth_weekday(year_of(*month), month_number(*month), *e.weekday, e.number) : std::nullopt;
        if (there) put(day_range(*there), Grain::day);
        return r;
      }
      const auto year = e.year ? e.year : guess_year(e, s, r.relative);
      const auto day = year ? nth_weekday(*year, *e.month, *e.weekday, e.number) : std::nullopt;
      if (day) put(day_range(*day), Grain::day);
      return r;
    }
    case Kind::weekday: return resolve_weekday(e, s);
    case Kind::shift: {
      r.relative = true;
      const auto day = s.anchor ? add_days(*s.anchor, e.number) : std::nullopt;
      if (day) put(day_range(*day), Grain::day);
      return r;
    }
    case Kind::unit: return resolve_unit(e, s);
    case Kind::ago: return resolve_ago(e, s);
    case Kind::event: r.grain = grain_of(e.unit); return r;
    case Kind::period: put(years_range(e.number, e.end_year.value_or(e.number)), Grain::century); return r;
    case Kind::holiday: {
      r.relative = !e.year;
      int year = e.year.value_or(s.anchor ? year_of(*s.anchor) : s.year.value_or(0));
      if (!e.year && !s.anchor) return r;
      auto day = holiday_in(year, e.number);
      if (!e.year && day) {  // the one before, or the one to come
        const bool ahead = e.direction ? *e.direction == 1 : s.looks_ahead;
        if (e.direction == -1 && *day >= *s.anchor) --year;
        else if (ahead && *day < *s.anchor) ++year;
        else if (!e.direction && !ahead && *day > *s.anchor) --year;
        day = holiday_in(year, e.number);
      }
      if (day) put(day_range(*day), Grain::day);
      return r;
    }
  }
  return r;
}

}  // namespace stet
