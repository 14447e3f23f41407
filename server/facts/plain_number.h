#pragma once
// A number as a message writes it: 1,234.5; no more decimals than asked for, none that say nothing.
//
//   plain_number(7.4565, 1) == "7.5"      plain_number(1600000000, 0) == "1,600,000,000"
#include <string>

#include "facts/figure.h"
#include "prose/paragraph.h"

namespace stet {

std::string plain_number(double value, int most_decimals);

// The decimals that a figure shows: 1 for 9.3, none for 12 and for 1.6 billion.
int decimals_shown(const Figure& figure);

// The word of a figure's digits where it has just one and nothing beside it changes its value (a scale, an exponent):
// the place a fix may write another number. nullptr otherwise.
const Word* sole_digits(const Paragraph& paragraph, const Figure& figure);

}  // namespace stet
