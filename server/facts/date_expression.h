#pragma once
// A date as it is written, before it is known which days are meant. Inside facts/ only.
#include <optional>

#include "facts/date.h"
#include "facts/date_words.h"

namespace stet {

struct DateExpression : SaidDay {
  enum class Kind : std::uint8_t {
    day,      // some of year, month, day
    weekday,  // alone
    month,
    year,
    decade,   // number: its first year
    century,  // number: 19; -7 for the 7th BC
    season,   // number: 0 spring to 3 winter
    quarter,  // number: 1 to 4
    half,     // number: 1 or 2, of a year
    nth,      // "first Friday of July": number (-1 the last), weekday, month
    shift,    // number: days from the publication date ("yesterday": -1)
    unit,     // "last year", "the past three weeks", "that day": unit, number, direction
    ago,      // "two years ago": unit, number, direction; "a year later" where from_before
    holiday,  // number: as date_holiday.cpp counts them
    event,    // hangs on an event whose day is not known ("the night before he died"): unit
    period,   // number to end_year, of a name that says neither ("World War II")
  };
  enum class Part : std::uint8_t { whole, early, mid, late };
  Kind kind = Kind::day;
  WordRange words;
  int number = 0;
  TimeUnit unit = TimeUnit::day;
  std::optional<int> direction;  // -1 last, 0 this, 1 next
  bool from_before = false;      // counts from the date mentioned before ("the following year", "that month")
  bool counted = false;          // "the past three years": a window that ends or begins at the publication date
  bool vague = false;            // "recent years", "a few days ago"
  Part part = Part::whole;
  std::optional<int> end_year;   // "2018-19"
  std::optional<SaidDay> until;  // "March 3-5"
};

// The date written at or around word i, where date_beginnings()[word i] or word i is a number; it takes no word before
// `floor`. nullopt where there is none.
std::optional<DateExpression> read_date(const DateText& text, std::uint32_t i, std::uint32_t floor, Locale locale);

// Parts of it, one file each.
std::optional<DateExpression> read_number_date(const DateText& text, std::uint32_t i, Locale locale);
std::optional<DateExpression> read_month_date(const DateText& text, std::uint32_t i, std::uint32_t floor);
std::optional<DateExpression> read_weekday_date(const DateText& text, std::uint32_t i, std::uint32_t floor,
                                                Locale locale);
std::optional<DateExpression> read_year(const DateText& text, std::uint32_t i, std::uint32_t floor);
std::optional<DateExpression> read_season(const DateText& text, std::uint32_t i, std::uint32_t floor);
std::optional<DateExpression> read_rank_date(const DateText& text, std::uint32_t i, std::uint32_t floor);
std::optional<DateExpression> read_holiday(const DateText& text, std::uint32_t i, std::uint32_t floor);
std::optional<DateExpression> read_period(const DateText& text, std::uint32_t i, std::uint32_t floor);
std::optional<DateExpression> read_present(const DateText& text, std::uint32_t i, std::uint32_t floor);
std::optional<DateExpression> read_event_date(const DateText& text, std::uint32_t i, std::uint32_t floor);  // at a unit
std::optional<DateExpression> read_short_year(const DateText& text, std::uint32_t i);
std::optional<DateExpression> read_spoken_date(const DateText& text, std::uint32_t i);
std::optional<DateExpression> read_unit_date(const DateText& text, std::uint32_t i, std::uint32_t floor);

// "of 2012", ", 2012", "2012" at word i: the year and the word past it. Three digits only where `ancient`.
struct YearTail {
  int year;
  std::uint32_t end;
};
std::optional<YearTail> read_year_tail(const DateText& text, std::uint32_t i);
// The same in letters, without the words before it: "nineteen eighty-four".
std::optional<YearTail> read_spoken_year(const DateText& text, std::uint32_t i);

// Is the four-digit number at word i told as a year, not as a count ("2000 people", "$1500", "555-1234")?
bool looks_like_year(const DateText& text, std::uint32_t i, int value);

// The days an expression means. `before` is what the dates before it in the paragraph say.
struct DateScene {
  std::optional<Date> anchor;  // of publication
  std::optional<int> year;     // the last year said before in the paragraph
  std::optional<Date> day;     // first day of the last date before, and how fine it was
  std::optional<Date> day_end;
  bool looks_ahead = false;  // the sentence speaks of the future
  bool looks_back = false;   // or of the past
};
std::optional<Date> holiday_in(int year, int holiday);  // number: of DateExpression::Kind::holiday

// find_dates of a paragraph that follows others: `before` is what their last dates say.
std::vector<DateMention> find_dates(const Paragraph& paragraph, const Context& context, const DateScene& before);

struct Resolved {
  std::optional<Date> first, last;
  DateMention::Grain grain = DateMention::Grain::day;
  bool relative = false;
};
Resolved resolve(const DateExpression& expression, const DateScene& scene);

}  // namespace stet
