#pragma once
// Calendar: arithmetic on days that never leaves what std::chrono can hold.
#include <optional>

#include "prose/context.h"

namespace stet {

// Days from `first` to `last`, both included. nullopt is open or unknown.
struct DayRange {
  std::optional<Date> first, last;
};

inline int year_of(Date date) { return static_cast<int>(date.year()); }

// Years that are read at all: -9999 to 9999, astronomical (0 is 1 BC).
bool year_in_reach(int year);

// A day; nullopt where it does not exist (June 31) or the year is out of reach.
std::optional<Date> make_date(int year, unsigned month, unsigned day);

DayRange day_range(Date date);
DayRange year_range(int year);
DayRange years_range(int first, int last);
DayRange month_range(int year, unsigned month);
DayRange months_range(int first_year, unsigned first_month, int last_year, unsigned last_month);
DayRange week_of(Date date);     // Monday to Sunday
DayRange weekend_of(Date date);  // Saturday and Sunday of its week

std::optional<Date> add_days(Date date, long days);
std::optional<Date> add_months(Date date, long months);  // the month's last day where the day does not exist

std::chrono::weekday weekday_of(Date date);
// The day with that weekday nearest to `date`: before or on it, or after or on it.
Date weekday_before(Date date, std::chrono::weekday weekday);
Date weekday_after(Date date, std::chrono::weekday weekday);
// The nth (1 to 5) such weekday of a month; the last for n == -1.
std::optional<Date> nth_weekday(int year, unsigned month, std::chrono::weekday weekday, int n);

// Easter Sunday of the Gregorian calendar (the algorithm of Meeus, Jones and Butcher), for years from 1583.
std::optional<Date> easter(int year);

}  // namespace stet
