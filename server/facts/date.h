#pragma once
// Dates and spans of time: an interval of days and how finely it was said.
#include <cstdint>
#include <optional>
#include <vector>

#include "prose/context.h"
#include "prose/paragraph.h"

namespace stet {

struct DateMention {
  enum class Grain : std::uint8_t { day, week, month, season, quarter, year, decade, century, open };
  WordRange words;
  Span span;  // relative to the paragraph
  Grain grain = Grain::day;
  std::optional<Date> first, last;              // inclusive; nullopt: open, or unknown without a publication date
  bool relative = false;                        // needs the publication date ("last year", "in April", "on Friday")
  bool year_said = false;                       // the year stands in the words
  bool approximate = false;                     // early, mid-, late, about
  std::optional<std::chrono::weekday> weekday;  // the weekday said in it, whether or not it fits
  Span weekday_span, day_span;                  // of the weekday's word, and of the rest ("March 14, 2023")
  std::optional<unsigned> month, day;           // as said
  std::optional<int> year;                      // as said
};

// Dates of one paragraph, by position, not overlapping. Never reads a clock.
std::vector<DateMention> find_dates(const Paragraph& paragraph, const Context& context);

}  // namespace stet
