#pragma once
// The two ends of a range of dates, each a date of its own: "from 1598 to 1722", "between May and July 2019".
#include <optional>
#include <utility>

#include "facts/date.h"

namespace stet {

// Both ends, with their own words, days and grain; `until` is unset in them. nullopt where the ends share words
// ("March 3-5", "4 to 22 January", "2018-19") or are no dates of the calendar ("Wednesday to Friday").
std::optional<std::pair<DateMention, DateMention>> ends_of_range(const DateMention& range);

}  // namespace stet
