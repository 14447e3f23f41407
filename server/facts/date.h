#pragma once
// Dates and spans of time: an interval of days and how finely it was said.
//
//   "August 18, 2020"          2020-08-18 to 2020-08-18, grain day
//   "the early 1990s"          1990-01-01 to 1993-12-31, grain decade, approximate
//   "last year"                with a publication date in 2020: all of 2019, relative
//   "March 3-5"                one mention; `until` says how its second end was written
#include <cstdint>
#include <optional>
#include <vector>

#include "prose/context.h"
#include "prose/paragraph.h"

namespace stet {

// How one day was written, whether or not it exists.
struct SaidDay {
  std::optional<std::chrono::weekday> weekday;  // whether or not it fits
  Span weekday_span, day_span;                  // of the weekday's word, and of the rest ("March 14, 2023")
  std::optional<unsigned> month, day;           // as said
  std::optional<int> year;                      // as said; 0 is 1 BC, -1 is 2 BC
};

struct DateMention : SaidDay {
  enum class Grain : std::uint8_t { day, week, month, season, quarter, year, decade, century, open };
  // How the sentence hangs on the date ("since 2000"); first and last are those of the date itself.
  enum class Bound : std::uint8_t { at, since, until, before, after };
  WordRange words;
  Span span;  // relative to the paragraph
  Grain grain = Grain::day;
  Bound bound = Bound::at;
  std::optional<Date> first, last;  // inclusive; nullopt: open, or unknown without a publication date
  std::optional<SaidDay> until;     // the second end of a range
  bool relative = false;            // needs the publication date ("last year", "in April", "on Friday")
  bool year_said = false;           // the year stands in the words
  bool approximate = false;         // early, mid-, late, about
  bool quoted = false;              // inside a quotation: its "yesterday" may not be the article's
};

// Dates of one paragraph, by position, not overlapping. Clock times are none, nor are bare numbers that something is
// counted with ("2000 people"). Never reads a clock.
//
// Bounds: seasons are told generously (summer is June to September, winter December to March), since nobody says which
// day they begin; a century is counted as people do (the 19th is 1800 to 1899); weeks begin on Monday. A month or a
// weekday without a year is the one nearest before the publication date, or after it in a sentence that looks ahead
// ("will", "is due"); in a passage about another year (one said just before) it is that year's.
std::vector<DateMention> find_dates(const Paragraph& paragraph, const Context& context);

}  // namespace stet
