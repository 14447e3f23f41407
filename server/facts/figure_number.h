#pragma once
// A bare number in a paragraph: digits, number words, scales, fractions, ordinals; without its unit.
#include <cstdint>
#include <optional>

#include "facts/word_view.h"

namespace stet {

struct Number {
  WordRange words;
  double value = 0;
  double rounding = 0;  // half a unit of the last digit shown, scaled; 0: exact
  double scale = 1;     // of the last scale word or suffix ("million"): a range's first number may want it
  bool in_words = false;
  bool decimal = false;
  bool grouped = false;
  bool ordinal = false;
  bool fraction = false;                           // half, two-thirds, 3/4, one in five
  std::optional<std::pair<double, double>> vague;  // dozens, a few: an interval and no value
};

// What stands before a number and tells how its letters are to be read.
enum class Beside : std::uint8_t { nothing, currency };

// The number that begins at word `i` ("a" of "a hundred" included, sign not). nullopt where there is none, or one that
// no double holds.
std::optional<Number> read_number(const WordView& words, std::uint32_t i, Beside before = Beside::nothing);

// The interval a number means by itself: exact counts, half a unit of the last digit of scaled and decimal ones, and
// for fractions in words what writers call by them (half .48 to .52, a third .31 to .36, two-thirds .64 to .69, others
// two points either side).
std::pair<double, double> meant(const Number& number);

// The scale said in these words of a figure, from its first word to past its last ("million", "bn", "hundred
// thousand"); empty where there is none. `letters`: may a single letter be one, as in "$3m".
enum class Letters : std::uint8_t { no_scale, scale };
WordRange scale_said(const WordView& words, WordRange figure, Letters letters);

}  // namespace stet
