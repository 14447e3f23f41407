#include "lsp/conversion.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <utility>

#include "facts/convert.h"
#include "facts/interval.h"

namespace stet {

namespace {

// The unit of about the same size that readers of the other system know.
constexpr std::array pairs = std::to_array<std::pair<std::string_view, std::string_view>>({
    {"km", "mi"},     {"mi", "km"},   {"m", "ft"},    {"ft", "m"},       {"cm", "in"},      {"in", "cm"},
    {"yd", "m"},      {"kg", "lb"},   {"lb", "kg"},   {"g", "oz"},       {"oz", "g"},       {"km2", "mi2"},
    {"mi2", "km2"},   {"ha", "acre"}, {"acre", "ha"}, {"m2", "ft2"},     {"ft2", "m2"},     {"km/h", "mi/h"},
    {"mi/h", "km/h"}, {"kn", "km/h"}, {"nmi", "km"},  {"Cel", "[degF]"}, {"[degF]", "Cel"},
});

// How many digits of a number count: 2 of 12, 1 of 4,000.
int digits_that_count(double value) {
  std::string digits = fmt::format("{:.10g}", std::abs(value));
  digits = digits.substr(0, digits.find('e'));
  std::erase(digits, '.');
  digits.erase(0, digits.find_first_not_of('0'));
  return static_cast<int>(digits.find_last_not_of('0') + 1);
}

// As many digits as were said, and at least two.
std::string rounded(double value, double said) {
  const double size = std::abs(value);
  if (size == 0) return "0";
  constexpr int least = 2, decimals = 3;
  const double unit = std::pow(10.0, std::floor(std::log10(size)) + 1 - std::max(least, digits_that_count(said)));
  return in_digits(std::round(value / unit) * unit, decimals);
}

}  // namespace

std::optional<std::string> in_the_other_system(const Figure& f) {
  const auto pair =
      std::ranges::find(pairs, std::string_view(f.unit), &std::pair<std::string_view, std::string_view>::first);
  if (pair == pairs.end()) return std::nullopt;
  const auto ways = conversions(pair->first, pair->second);
  if (ways.size() != 1) return std::nullopt;
  const Conversion& way = ways.front();
  const std::string unit(unit_in_prose(pair->second));
  if (f.value) return rounded(way.of(*f.value), *f.value) + " " + unit;
  if (!std::isfinite(f.low) || !std::isfinite(f.high)) return std::nullopt;
  return rounded(way.of(f.low), f.low) + "–" + rounded(way.of(f.high), f.high) + " " + unit;
}

}  // namespace stet
