#pragma once
// Clock times as they are written, whether or not such an hour exists: 14:05, 7.30pm, 9 a.m., 12 noon.
#include <cstdint>
#include <optional>
#include <vector>

#include "facts/word_view.h"

namespace stet {

struct ClockTime {
  enum class Half : std::uint8_t { none, am, pm };
  WordRange words;       // all of it, the half of the day too
  WordRange half_words;  // "p.m."; empty where none is said
  int hour = 0;
  std::optional<int> minute;
  Half half = Half::none;
  bool named = false;  // noon or midnight is said
};

// The time that begins at word i, a number, or noon or midnight; nullopt where there is none. Digits with a colon may
// be a score or a verse: whether they are a time is for the reader of the words around them.
std::optional<ClockTime> clock_at(const WordView& words, std::uint32_t i);

}  // namespace stet
