#include "facts/digits.h"

#include <array>
#include <charconv>
#include <cmath>
#include <string>
#include <vector>

#include "text/utf8.h"

namespace stet {

namespace {

// First digits of the decimal digit blocks an English text may hold (Unicode 15, general category Nd).
constexpr std::array<char32_t, 6> zeros{U'0', 0x0660, 0x06F0, 0x0966, 0x09E6, 0xFF10};

struct Vulgar {
  char32_t mark;
  double value;
};
constexpr std::array<Vulgar, 9> vulgar{{{0xBC, .25},
                                        {0xBD, .5},
                                        {0xBE, .75},
                                        {0x2153, 1. / 3},
                                        {0x2154, 2. / 3},
                                        {0x215B, .125},
                                        {0x215C, .375},
                                        {0x215D, .625},
                                        {0x215E, .875}}};

// The token with every digit as ASCII, separators as , and . ; a vulgar fraction at its end apart.
struct Plain {
  std::string letters;
  std::optional<double> fraction;
  bool valid = true;
};

Plain plain(std::string_view token) {
  Plain out;
  for (std::size_t i = 0; i < token.size();) {
    const Decoded d = decode_utf8(token, i);
    i += d.length;
    char32_t c = d.code_point;
    if (c == 0x066B) c = '.';
    if (c == 0x066C) c = ',';
    if (c == ',' || c == '.') {
      out.letters += static_cast<char>(c);
      continue;
    }
    bool digit = false;
    for (const char32_t zero : zeros)
      if (c >= zero && c <= zero + 9) {
        out.letters += static_cast<char>('0' + (c - zero));
        digit = true;
      }
    if (digit) continue;
    for (const Vulgar& v : vulgar)
      if (v.mark == c && i == token.size()) out.fraction = v.value;
    if (!out.fraction) out.valid = false;
  }
  return out;
}

// Are the parts after the first all groups: of three digits, or Indian (two, then three at the end)?
bool groups(const std::vector<std::string_view>& parts, std::size_t last) {
  if (parts[0].empty() || parts[0].size() > 3 || parts[0] == "0") return false;
  bool western = true, indian = parts[0].size() <= 2;
  for (std::size_t k = 1; k < last; ++k) {
    western = western && parts[k].size() == 3;
    indian = indian && parts[k].size() == (k + 1 == last ? 3 : 2);
  }
  return western || indian;
}

}  // namespace

std::optional<Digits> read_digits(std::string_view token, Locale locale) {
  if (token.size() > 4096) return std::nullopt;
  const Plain p = plain(token);
  if (!p.valid) return std::nullopt;
  const std::string_view s = p.letters;
  std::vector<std::string_view> parts;
  std::string separators;
  std::size_t from = 0;
  for (std::size_t k = 0; k <= s.size(); ++k)
    if (k == s.size() || s[k] == ',' || s[k] == '.') {
      parts.push_back(s.substr(from, k - from));
      if (k < s.size()) separators += s[k];
      from = k + 1;
    }
  Digits out;
  std::size_t whole = parts.size();  // parts before the decimal separator
  const auto only = [&](char c) { return separators.find_first_not_of(c) == std::string::npos; };
  if (separators.empty()) {
  } else if (only(',')) {
    if (!groups(parts, parts.size())) {
      if (separators.size() > 1) return std::nullopt;
      whole = 1;
    }
  } else if (only('.')) {
    if (separators.size() == 1) {
      const bool thousands = locale == Locale::other && groups(parts, 2);
      if (!thousands) whole = 1;
    } else if (!groups(parts, parts.size())) {
      return std::nullopt;
    }
  } else {
    whole = parts.size() - 1;
    const char last = separators.back();
    const std::string before = separators.substr(0, separators.size() - 1);
    if (before.find(last) != std::string::npos || !groups(parts, whole)) return std::nullopt;
  }
  std::string number;
  for (std::size_t k = 0; k < whole; ++k) number += parts[k];
  out.whole_digits = static_cast<int>(number.size());
  out.grouped = whole > 1;
  out.padded = number.size() > 1 && number[0] == '0';
  out.decimal = whole < parts.size();
  if (out.decimal) {
    if (parts[whole].empty()) return std::nullopt;
    if (number.empty()) number.push_back('0');
    number += '.';
    number += parts[whole];
    out.rounding = .5 * std::pow(10, -static_cast<double>(parts[whole].size()));
  }
  if (number.empty()) {
    if (!p.fraction) return std::nullopt;
    number.push_back('0');
  }
  const auto result = std::from_chars(number.data(), number.data() + number.size(), out.value);
  if (result.ec != std::errc() || !std::isfinite(out.value)) return std::nullopt;
  if (p.fraction) {
    if (out.decimal) return std::nullopt;
    out.value += *p.fraction;
    out.decimal = true;
  }
  return out;
}

}  // namespace stet
