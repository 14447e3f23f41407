#include "facts/clock.h"

namespace stet {

namespace {

using At = WordView::At;
using Half = ClockTime::Half;

// One or two plain digits.
std::optional<int> two_digits(std::string_view s) {
  if (s.empty() || s.size() > 2) return std::nullopt;
  int value = 0;
  for (const char c : s) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

// "p.m.", "pm" and "p. m." at word i. The bare "am" is a verb unless it is glued to the digits or follows minutes.
void read_half(const WordView& w, At i, bool sure, ClockTime& time) {
  if (w.any(i, {"a.m.", "a.m", "p.m.", "p.m", "pm"}) || (w.is(i, "am") && (w.glued(i) || sure))) {
    time.half = w.text(i).starts_with('p') || w.text(i).starts_with('P') ? Half::pm : Half::am;
    time.half_words = {i, i + 1};
  } else if (w.any(i, {"a", "p"}) && w.mark(i + 1, '.') && w.is(i + 2, "m")) {
    time.half = w.is(i, "p") ? Half::pm : Half::am;
    time.half_words = {i, w.mark(i + 3, '.') ? i + 4 : i + 3};
  } else {
    return;
  }
  time.words.last = time.half_words.last;
}

}  // namespace

std::optional<ClockTime> clock_at(const WordView& w, std::uint32_t i) {
  ClockTime time;
  time.words = {i, i + 1};
  if (w.any(i, {"noon", "midnight"})) {
    time.named = true;
    time.hour = w.is(i, "noon") ? 12 : 0;
    if (w.number(i - 1) && w.text(i - 1) == "12") time.words.first = i - 1;
    read_half(w, i + 1, true, time);
    return time;
  }
  if (!w.number(i) || (w.glued(i) && i > 0 && !w.mark(i - 1, '(') && !w.mark(i - 1, '[') && !w.dash(i - 1)))
    return std::nullopt;
  if (w.dash(i - 1) && w.glued(i) && w.glued(i - 1) && !w.number(i - 2)) return std::nullopt;
  const std::string_view text = w.text(i);
  if (const std::size_t dot = text.find('.'); dot != std::string_view::npos) {  // 7.30pm: a number without its half
    const auto hour = two_digits(text.substr(0, dot)), minute = two_digits(text.substr(dot + 1));
    if (!hour || !minute || text.size() - dot != 3) return std::nullopt;
    time.hour = *hour;
    time.minute = minute;
    read_half(w, i + 1, true, time);
    if (time.half == Half::none) return std::nullopt;
    return time;
  }
  const auto hour = two_digits(text);
  if (!hour) return std::nullopt;
  time.hour = *hour;
  if (w.mark(i + 1, ':') && w.glued(i + 1) && w.glued(i + 2) && w.number(i + 2)) {
    time.minute = two_digits(w.text(i + 2));
    if (!time.minute || w.text(i + 2).size() != 2) return std::nullopt;
    time.words.last = i + 3;
    // 25:10:03 and 25:10.4 are measured, not told.
    if (w.glued(i + 3) && (w.mark(i + 3, ':') || (w.mark(i + 3, '.') && w.number(i + 4) && w.glued(i + 4))))
      return std::nullopt;
  }
  read_half(w, time.words.last, time.minute.has_value(), time);
  if (!time.minute && time.half == Half::none) return std::nullopt;
  return time;
}

}  // namespace stet
