#include "prose/context.h"

#include <array>
#include <charconv>
#include <cstdio>
#include <utility>

namespace stet {

namespace {

constexpr std::array<std::pair<std::string_view, Genre>, 8> genres{{
    {"news", Genre::news},
    {"magazine", Genre::magazine},
    {"opinion", Genre::opinion},
    {"review", Genre::review},
    {"academic", Genre::academic},
    {"encyclopedic", Genre::encyclopedic},
    {"press-release", Genre::press_release},
    {"fiction", Genre::fiction},
}};

std::string lower(std::string_view s) {
  std::string out(s);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    else if (c == '_') c = '-';
  return out;
}

std::optional<unsigned> digits(std::string_view s) {
  unsigned value = 0;
  const auto [end, error] = std::from_chars(s.data(), s.data() + s.size(), value);
  if (error != std::errc() || end != s.data() + s.size()) return std::nullopt;
  return value;
}

}  // namespace

std::optional<Genre> genre_of(std::string_view name) {
  const std::string wanted = lower(name);
  for (const auto& [known, genre] : genres)
    if (known == wanted) return genre;
  return std::nullopt;
}

std::string_view genre_name(Genre genre) {
  for (const auto& [known, g] : genres)
    if (g == genre) return known;
  return "news";
}

std::optional<Locale> locale_of(std::string_view name) {
  const std::string wanted = lower(name);
  if (wanted == "en-us" || wanted == "en") return Locale::en_us;
  if (wanted.starts_with("en-")) return Locale::en_gb;
  if (wanted.size() >= 2) return Locale::other;
  return std::nullopt;
}

std::optional<Date> date_of(std::string_view iso) {
  if (iso.size() < 10 || iso[4] != '-' || iso[7] != '-') return std::nullopt;
  const auto year = digits(iso.substr(0, 4)), month = digits(iso.substr(5, 2)), day = digits(iso.substr(8, 2));
  if (!year || !month || !day) return std::nullopt;
  const Date date{std::chrono::year(static_cast<int>(*year)), std::chrono::month(*month), std::chrono::day(*day)};
  return date.ok() ? std::optional(date) : std::nullopt;
}

std::string iso_date(const Date& date) {
  char out[32];
  std::snprintf(out, sizeof out, "%04d-%02u-%02u", static_cast<int>(date.year()), static_cast<unsigned>(date.month()),
                static_cast<unsigned>(date.day()));
  return out;
}

}  // namespace stet
