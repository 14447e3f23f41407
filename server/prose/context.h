#pragma once
// Context: what reading needs to know from outside the draft. There is no clock in it on purpose: what a draft says
// about "last year" is read against its publication date or not at all.
#include <chrono>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace stet {

class Lexicon;

using Date = std::chrono::year_month_day;

// Decides 03/04 (day or month first) and digit grouping.
enum class Locale : std::uint8_t { en_us, en_gb, other };
enum class Genre : std::uint8_t {
  news,
  magazine,
  opinion,
  review,
  academic,
  encyclopedic,
  press_release,
  fiction,
};

struct Context {
  std::optional<Date> date;  // of publication
  Locale locale = Locale::en_us;
  std::string language = "en";  // BCP 47; what does not begin with "en" is not assessed
  Genre genre = Genre::news;
  std::shared_ptr<const Lexicon> lexicon;

  friend bool operator==(const Context&, const Context&) = default;
};

std::optional<Genre> genre_of(std::string_view name);  // "press-release"
std::string_view genre_name(Genre genre);
std::optional<Locale> locale_of(std::string_view name);  // "en-US", "en_GB"; other English locales are en_gb
std::optional<Date> date_of(std::string_view iso);       // the first ten characters, YYYY-MM-DD; must exist
std::string iso_date(const Date& date);

}  // namespace stet
