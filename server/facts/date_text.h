#pragma once
// Dates as messages write them, and what rules ask about the words around a date.
#include <string>
#include <string_view>

#include "facts/date.h"

namespace stet {

std::string_view month_name(unsigned month);  // 1 to 12: "January"
std::string_view weekday_name(std::chrono::weekday day);

std::string written(Date day);       // "March 14, 2023"
std::string written_year(int year);  // 1912; "44 BC" for -43
// The days of a mention as finely as it was said: "March 14, 2023", "March 2023", "2023", "2018 to 2019". Empty where
// neither end is known.
std::string written_days(const DateMention& date);

// Is the date told by another calendar ("Old Style", "Hijri"), by a word of its sentence?
bool by_other_calendar(const Paragraph& paragraph, WordRange date);

// The sentence that holds the words.
WordRange sentence_around(const Paragraph& paragraph, WordRange words);

// Longer than this nobody's sentence is: what is asked of every word of one is not asked of these, since a paragraph
// without a stop may hold 25,000 dates.
inline constexpr std::uint32_t longest_sentence = 250;

}  // namespace stet
