#pragma once
// Dates told by other dates: "in 2015, three years before the war of 2012", "in 2011, after the 2012 election".
#include <optional>
#include <vector>

#include "facts/facts.h"
#include "facts/word_view.h"

namespace stet {

struct DateOrder {
  const DateMention* told = nullptr;   // what happened then …
  const DateMention* other = nullptr;  // … is said to be before or after this
  bool after = false;
  const Figure* distance = nullptr;  // "three years"; nullptr where none is said
  bool event = false;                // the other date is an event's ("the 2012 election", "the war of 2012")
  WordRange words;                   // from the distance, or the order word, to the other date
};

// Of dates whose year is said, neither a range nor a bound. By the place of `other`.
std::vector<DateOrder> date_orders(const WordView& words, const ParagraphFacts& facts);

// A year, a month or a day of a said year, and the days that may be meant are known: fit for arithmetic.
bool said_exactly(const DateMention& date);

// How long from one date to another may be, in days.
struct DaysBetween {
  long low, high;
};
DaysBetween days_between(const DateMention& from, const DateMention& to);

// Days of a unit of duration as figures have it ("a", "mo", "wk", "d", "decade", "century"); nullopt for others.
std::optional<double> days_of_unit(std::string_view unit);

// Is this a noun of something that happened on a day or in a year: war, election, flood?
bool event_noun(const WordView& words, std::uint32_t i);

}  // namespace stet
