#include "facts/date_range.h"

#include "facts/calendar.h"

namespace stet {

namespace {

using Grain = DateMention::Grain;

// How finely an end was written; nullopt where that cannot be told.
std::optional<Grain> grain_of(const SaidDay& said, Grain widest) {
  if (said.day) return said.month ? std::optional(Grain::day) : std::nullopt;
  if (said.month) return Grain::month;
  if (said.year) return Grain::year;
  if (widest == Grain::decade || widest == Grain::century) return widest;
  return std::nullopt;
}

// The month, year, decade or century that holds `day`.
DayRange around(std::optional<Date> day, Grain grain) {
  if (!day || grain == Grain::day) return {day, day};
  const int year = year_of(*day);
  if (grain == Grain::month) return month_range(year, static_cast<unsigned>(day->month()));
  if (grain == Grain::year) return year_range(year);
  const int years = grain == Grain::decade ? 10 : 100;
  return years_range(year / years * years, year / years * years + years - 1);
}

}  // namespace

std::optional<std::pair<DateMention, DateMention>> ends_of_range(const DateMention& range) {
  if (!range.until || range.day_span.empty() || range.day_span.end >= range.until->day_span.begin) return std::nullopt;
  const auto first = grain_of(range, range.grain);
  auto last = grain_of(*range.until, range.grain);
  const SaidDay& until = *range.until;
  if (!until.day && !until.month && !until.year && !until.weekday && range.relative)
    last = Grain::day;  // to the present
  if (!first || !last) return std::nullopt;
  const auto end = [&](const SaidDay& said, Grain grain, std::optional<Date> day) {
    DateMention out = range;
    static_cast<SaidDay&>(out) = said;
    out.until.reset();
    out.span = said.weekday_span.empty() ? said.day_span : said.weekday_span.joined(said.day_span);
    out.grain = grain;
    const DayRange days = around(day, grain);
    out.first = days.first;
    out.last = days.last;
    return out;
  };
  std::pair out(end(range, *first, range.first), end(*range.until, *last, range.last));
  if (range.approximate) {  // early October to mid-March: where the one ends and the other begins nobody said
    out.first.last = out.second.first = std::nullopt;
    out.first.first = range.first;
    out.second.last = range.last;
  }
  return out;
}

}  // namespace stet
