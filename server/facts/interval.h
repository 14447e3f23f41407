#pragma once
// Intervals: sums done with what figures can mean, not with points. Ends may be infinite.
//
//   apart(interval_of(a) + interval_of(b), interval_of(total))   // 0: they can agree
#include <optional>
#include <string>

#include "facts/figure.h"

namespace stet {

struct Interval {
  double low = 0, high = 0;
  Interval widened(double by) const { return {low - by, high + by}; }
  bool holds(double v) const { return low <= v && v <= high; }
  friend Interval operator+(Interval a, Interval b) { return {a.low + b.low, a.high + b.high}; }
  friend Interval operator-(Interval a, Interval b) { return {a.low - b.high, a.high - b.low}; }
};

// By how much two intervals miss each other; 0 where they meet.
double apart(Interval a, Interval b);

// a / b of positive intervals.
Interval quotient(Interval a, Interval b);

// The digits shown, and half a unit of the last one either side; the ends of a range.
Interval shown_interval(const Figure& f);

// All that the wording can stand for: "more than half" has no upper end, and "nearly half" may be a fifth short of it
// ("up to" is read as nearly). Wider than Figure::low and high, which say what is likely.
Interval interval_of(const Figure& f);

// 1,600; 37.5; 0.72: at most `decimals` decimals, none that are zero, thousands with commas.
std::string in_digits(double value, int decimals = 1);

// Where a figure's number stands in digits that are all of it ("25" of "25 percent"; not "1.6" of "$1.6 billion"): the
// place where another number can be put.
std::optional<Span> digits_of(const Paragraph& paragraph, const Figure& f);

// A number said plainly: it can be held against others.
inline bool plain(const Figure& f) { return f.value && f.hedge == Figure::Hedge::none; }

// Is it another's word: in quotation marks, or in a quotation set off as one?
inline bool quoted(const Paragraph& paragraph, const Figure& f) {
  return f.quoted || paragraph.zone == Zone::block_quote || paragraph.zone == Zone::pull_quote;
}

// Counted or bare, in no unit.
inline bool counted(const Figure& f) { return f.dimension == Dimension::number || f.dimension == Dimension::count; }

// One kind of thing, so that the two can be added or compared: counts and bare numbers, or the same unit.
bool same_kind(const Figure& a, const Figure& b);

}  // namespace stet
