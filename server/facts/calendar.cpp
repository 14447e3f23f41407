#include "facts/calendar.h"

#include <algorithm>

namespace stet {

namespace chrono = std::chrono;

bool year_in_reach(int year) { return year >= -9999 && year <= 9999; }

std::optional<Date> make_date(int year, unsigned month, unsigned day) {
  if (!year_in_reach(year) || month == 0 || month > 12 || day == 0 || day > 31) return std::nullopt;
  const Date date{chrono::year(year), chrono::month(month), chrono::day(day)};
  return date.ok() ? std::optional(date) : std::nullopt;
}

DayRange day_range(Date date) { return {date, date}; }
DayRange year_range(int year) { return years_range(year, year); }
DayRange years_range(int first, int last) { return {make_date(first, 1, 1), make_date(last, 12, 31)}; }
DayRange month_range(int year, unsigned month) { return months_range(year, month, year, month); }

DayRange months_range(int first_year, unsigned first_month, int last_year, unsigned last_month) {
  const auto last = make_date(last_year, last_month, 1);
  if (!last) return {make_date(first_year, first_month, 1), std::nullopt};
  return {make_date(first_year, first_month, 1), Date(last->year() / last->month() / chrono::last)};
}

std::optional<Date> add_days(Date date, long days) {
  if (days < -4'000'000 || days > 4'000'000) return std::nullopt;
  const Date moved(chrono::sys_days(date) + chrono::days(days));
  return year_in_reach(static_cast<int>(moved.year())) ? std::optional(moved) : std::nullopt;
}

std::optional<Date> add_months(Date date, long months) {
  if (months < -120'000 || months > 120'000) return std::nullopt;
  const long index = static_cast<int>(date.year()) * 12L + static_cast<unsigned>(date.month()) - 1 + months;
  const long year = index >= 0 ? index / 12 : -((11 - index) / 12);
  const unsigned month = static_cast<unsigned>(index - year * 12) + 1;
  const DayRange whole = month_range(static_cast<int>(year), month);
  if (!whole.last) return std::nullopt;
  return make_date(static_cast<int>(year), month,
                   std::min(static_cast<unsigned>(date.day()), static_cast<unsigned>(whole.last->day())));
}

chrono::weekday weekday_of(Date date) { return chrono::weekday(chrono::sys_days(date)); }

Date weekday_before(Date date, chrono::weekday weekday) {
  return Date(chrono::sys_days(date) - (weekday_of(date) - weekday));
}
Date weekday_after(Date date, chrono::weekday weekday) {
  return Date(chrono::sys_days(date) + (weekday - weekday_of(date)));
}

DayRange week_of(Date date) {
  const Date monday = weekday_before(date, chrono::Monday);
  return {monday, add_days(monday, 6)};
}
DayRange weekend_of(Date date) {
  const Date monday = weekday_before(date, chrono::Monday);
  return {add_days(monday, 5), add_days(monday, 6)};
}

std::optional<Date> nth_weekday(int year, unsigned month, chrono::weekday weekday, int n) {
  const DayRange whole = month_range(year, month);
  if (!whole.first || !whole.last) return std::nullopt;
  if (n == -1) return weekday_before(*whole.last, weekday);
  const auto day = add_days(weekday_after(*whole.first, weekday), 7L * (n - 1));
  return day && day->month() == whole.first->month() ? day : std::nullopt;
}

std::optional<Date> easter(int year) {
  if (year < 1583 || !year_in_reach(year)) return std::nullopt;
  const int a = year % 19, b = year / 100, c = year % 100;
  const int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
  const int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
  const int month = (h + l - 7 * m + 114) / 31, day = (h + l - 7 * m + 114) % 31 + 1;
  return make_date(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
}

}  // namespace stet
