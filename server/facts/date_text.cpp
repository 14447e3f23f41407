#include "facts/date_text.h"

#include <algorithm>
#include <array>

#include "facts/calendar.h"

namespace stet {

namespace {

constexpr std::array<std::string_view, 7> weekdays{"Sunday",   "Monday", "Tuesday", "Wednesday",
                                                   "Thursday", "Friday", "Saturday"};
constexpr std::array<std::string_view, 12> months{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};

std::string month_and_year(Date d) {
  return std::string(month_name(static_cast<unsigned>(d.month()))) + " " + written_year(year_of(d));
}

}  // namespace

std::string_view month_name(unsigned month) { return month >= 1 && month <= 12 ? months[month - 1] : ""; }

std::string_view weekday_name(std::chrono::weekday day) { return day.ok() ? weekdays[day.c_encoding() % 7] : ""; }

std::string written_year(int year) { return year > 0 ? std::to_string(year) : std::to_string(1 - year) + " BC"; }

std::string written(Date day) {
  return std::string(month_name(static_cast<unsigned>(day.month()))) + " " +
         std::to_string(static_cast<unsigned>(day.day())) + ", " + written_year(year_of(day));
}

std::string written_days(const DateMention& date) {
  if (!date.first && !date.last) return {};
  if (!date.last) return "from " + written(*date.first);
  if (!date.first) return "up to " + written(*date.last);
  const Date a = *date.first, b = *date.last;
  if (a == b) return written(a);
  const int first = year_of(a), last = year_of(b);
  const DayRange years = years_range(first, last), month = month_range(first, static_cast<unsigned>(a.month()));
  if (years.first == a && years.last == b)
    return first == last ? written_year(first) : written_year(first) + " to " + written_year(last);
  if (month.first == a && month.last == b) return month_and_year(a);
  return written(a) + " to " + written(b);
}

bool by_other_calendar(const Paragraph& p, WordRange date) {
  const WordRange sentence = sentence_around(p, date);
  const std::uint32_t first = std::max(sentence.first, date.first > 30 ? date.first - 30 : 0);
  for (std::uint32_t i = first; i < std::min(sentence.last, date.last + 30); ++i) {
    if (p.words[i].kind != WordKind::word || !p.words[i].has(Word::capital)) continue;
    const std::string_view w = p.text(i);
    if (w == "Julian" || w == "Hijri" || w == "Islamic" || w == "Hebrew" || w == "Jewish" || w == "Coptic" ||
        w == "Ethiopian" || w == "Persian" || w == "O.S." ||
        (w == "Old" && i + 1 < sentence.last && p.text(i + 1) == "Style"))
      return true;
  }
  return false;
}

WordRange sentence_around(const Paragraph& p, WordRange words) { return p.sentences[p.sentence_of(words.first)].words; }

}  // namespace stet
