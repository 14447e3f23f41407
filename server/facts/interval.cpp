#include "facts/interval.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

namespace stet {

double apart(Interval a, Interval b) { return std::max({0., a.low - b.high, b.low - a.high}); }

Interval quotient(Interval a, Interval b) {
  constexpr double infinite = std::numeric_limits<double>::infinity();
  if (b.high <= 0) return {-infinite, infinite};
  return {std::max(0., a.low) / b.high, b.low > 0 ? a.high / b.low : infinite};
}

Interval shown_interval(const Figure& f) {
  if (!f.value) return {f.low, f.high};
  return {*f.value - f.rounding, *f.value + f.rounding};
}

Interval interval_of(const Figure& f) {
  constexpr double infinite = std::numeric_limits<double>::infinity();
  if (!f.value) return {f.low, f.high};
  const double v = *f.value, size = std::abs(v);
  switch (f.hedge) {
    case Figure::Hedge::none: return {f.low, f.high};
    case Figure::Hedge::about: return {v - .15 * size, v + .15 * size};
    case Figure::Hedge::under: return {v - .2 * size, v};
    case Figure::Hedge::over:
    case Figure::Hedge::at_least: return {v, infinite};
    case Figure::Hedge::at_most: return {-infinite, v};
  }
  return {f.low, f.high};
}

std::string in_digits(double value, int decimals) {
  if (!std::isfinite(value) || std::abs(value) >= 1e18) return fmt::format("{:g}", value);
  std::string s = fmt::format("{:.{}f}", value, decimals);
  if (s.find('.') != s.npos) {
    s.resize(s.find_last_not_of('0') + 1);
    if (s.back() == '.') s.pop_back();
  }
  if (s == "-0") s = "0";
  for (std::size_t i = std::min(s.find('.'), s.size()); i > 3;) {
    i -= 3;
    if (s[i - 1] != '-') s.insert(i, 1, ',');
  }
  return s;
}

std::optional<Span> digits_of(const Paragraph& paragraph, const Figure& f) {
  if (!f.value || f.in_words) return std::nullopt;
  std::optional<std::uint32_t> only;
  for (std::uint32_t i = f.words.first; i < f.words.last; ++i) {
    if (paragraph.words[i].kind != WordKind::number) continue;
    if (only) return std::nullopt;
    only = i;
  }
  if (!only) return std::nullopt;
  const auto digits = [](std::string_view text) {
    std::string s;
    for (const char c : text)
      if (c != ',') s.push_back(c);
    if (s.find('.') != s.npos) s.resize(s.find_last_not_of('0') + 1);
    if (s.ends_with('.')) s.pop_back();
    return s;
  };
  if (digits(paragraph.text(*only)) != digits(in_digits(*f.value, 6))) return std::nullopt;
  return paragraph.words[*only].span();
}

bool same_kind(const Figure& a, const Figure& b) {
  if (counted(a) && counted(b)) return true;
  return a.dimension == b.dimension && a.unit == b.unit;
}

}  // namespace stet
