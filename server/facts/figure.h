#pragma once
// Figures: numbers with their unit, as value intervals, and what they count.
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "facts/date.h"
#include "prose/context.h"
#include "prose/paragraph.h"

namespace stet {

enum class Dimension : std::uint8_t {
  number,
  money,
  percent,
  points,
  count,
  length,
  mass,
  area,
  volume,
  temperature,
  duration,
  age,
  speed,
  power,
  energy,
  data,
  pressure,
  frequency,
  rate,
  ratio,
  ordinal,
};
std::string_view dimension_name(Dimension dimension);

// What is measured; two figures of different measures are never held against each other.
enum class Measure : std::uint8_t { unknown, stock, flow, change, share, rate, price, forecast, plan };

struct Figure {
  WordRange words;
  Span span;  // relative to the paragraph; approximators ("nearly") are outside it, see approximator
  Dimension dimension = Dimension::number;
  std::string unit;  // as INTERFACE: ISO 4217 ("USD?" for a bare $), UCUM-like, "%", or the counted noun; may be empty
  double low = 0, high = 0;     // the interval meant, after rounding and approximators; may be infinite on a side
  std::optional<double> value;  // the number said; none for a range
  double rounding = 0;          // half a unit of the last digit shown
  WordRange approximator;       // "nearly", "more than": empty where there is none
  enum class Hedge : std::uint8_t { none, about, under, over, at_most, at_least } hedge = Hedge::none;
  std::optional<std::uint32_t> head;  // word index of the noun counted or funded ("aid", "officers")
  Measure measure = Measure::unknown;
  bool in_words = false;    // written in letters
  bool quoted = false;      // inside a quotation
  bool part = false;        // of which, including, another, remaining …: part of some other figure
  bool change_end = false;  // an end of a from-to, "up from", "compared with"
};

// Figures of one paragraph, by position, not overlapping. `dates` are those of the paragraph: what is a date is no
// figure.
std::vector<Figure> find_figures(const Paragraph& paragraph, const Context& context,
                                 std::span<const DateMention> dates);

}  // namespace stet
