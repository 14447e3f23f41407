#include "facts/date_words.h"

#include <array>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace stet {

namespace {

enum class Role : std::uint8_t { none, month, weekday, season, unit, count, rank, decade };

constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                  "may",       "june",     "july",     "august",
                                                  "september", "october",  "november", "december"};
constexpr std::array<std::string_view, 7> weekdays{"sunday",   "monday", "tuesday", "wednesday",
                                                   "thursday", "friday", "saturday"};
constexpr std::array<std::pair<std::string_view, TimeUnit>, 10> units{{{"day", TimeUnit::day},
                                                                       {"night", TimeUnit::day},
                                                                       {"week", TimeUnit::week},
                                                                       {"fortnight", TimeUnit::fortnight},
                                                                       {"weekend", TimeUnit::weekend},
                                                                       {"month", TimeUnit::month},
                                                                       {"quarter", TimeUnit::quarter},
                                                                       {"year", TimeUnit::year},
                                                                       {"decade", TimeUnit::decade},
                                                                       {"century", TimeUnit::century}}};
constexpr std::array<std::string_view, 27> counts{
    "one",      "two",    "three",  "four",     "five",     "six",     "seven",   "eight",     "nine",
    "ten",      "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
    "nineteen", "twenty", "thirty", "forty",    "fifty",    "sixty",   "seventy", "eighty",    "ninety"};
constexpr std::array<std::string_view, 21> ranks{
    "first",     "second",    "third",       "fourth",     "fifth",      "sixth",      "seventh",
    "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",    "thirteenth", "fourteenth",
    "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth",  "thirtieth"};
constexpr std::array<std::string_view, 8> decades{"twenties", "thirties",  "forties",  "fifties",
                                                  "sixties",  "seventies", "eighties", "nineties"};

int value_at(std::size_t i) { return i < 20 ? static_cast<int>(i) + 1 : (static_cast<int>(i) - 20) * 10 + 30; }

struct Table {
  struct Row {
    Role role = Role::none;
    std::int8_t value = 0;
    std::int8_t direction = 9;  // 9: none
    bool begins = false;
  };
  std::vector<Row> rows;
  std::vector<char> beginnings;  // of the rows, for who asks of every word

  Table() {
    const Lexicon& lexicon = *plain_lexicon();
    const auto row = [&](std::string_view word) -> Row& {
      const WordId id = date_word(word);
      if (id >= rows.size()) rows.resize(id + 1);
      return rows[id];
    };
    const ClassSet timely = class_set({WordClass::month, WordClass::weekday, WordClass::time_unit});
    std::vector<WordId> forms;  // of months, weekdays and units
    for (WordId id = 0; lexicon.known(id); ++id)
      if ((lexicon.classes(id) & timely).any()) forms.push_back(id);
    // Forms share their entry's value.
    const auto put_forms = [&](std::string_view lemma, Role role, int value, bool begins) {
      const WordId wanted = date_word(lemma);
      const auto put_form = [&](WordId id) {
        if (lexicon.lemma(id) != wanted) return;
        if (id >= rows.size()) rows.resize(id + 1);
        rows[id].role = role;
        rows[id].value = static_cast<std::int8_t>(value);
        rows[id].begins = begins;
      };
      put_form(wanted);
      for (const WordId id : forms) put_form(id);
    };
    for (std::size_t i = 0; i < months.size(); ++i) put_forms(months[i], Role::month, static_cast<int>(i) + 1, true);
    for (std::size_t i = 0; i < weekdays.size(); ++i) put_forms(weekdays[i], Role::weekday, static_cast<int>(i), true);
    for (const auto& [word, unit] : units) put_forms(word, Role::unit, static_cast<int>(unit), true);
    const auto put = [&](std::string_view word, Role role, int value, bool begins) {
      Row& r = row(word);
      r.role = role;
      r.value = static_cast<std::int8_t>(value);
      r.begins = begins;
    };
    constexpr std::array<std::pair<std::string_view, int>, 5> seasons{
        {{"spring", 0}, {"summer", 1}, {"autumn", 2}, {"fall", 2}, {"winter", 3}}};
    for (const auto& [word, value] : seasons) put(word, Role::season, value, true);
    // Years in letters begin with fifteen to twenty, or with "two thousand".
    for (std::size_t i = 0; i < counts.size(); ++i)
      put(counts[i], Role::count, value_at(i), i == 1 || (i >= 14 && i <= 19));
    for (std::size_t i = 0; i < ranks.size(); ++i) put(ranks[i], Role::rank, value_at(i), true);
    for (std::size_t i = 0; i < decades.size(); ++i) put(decades[i], Role::decade, static_cast<int>(i + 2) * 10, true);
    constexpr std::array<std::pair<std::string_view, int>, 5> vague{
        {{"a", 1}, {"an", 1}, {"couple", 2}, {"few", 3}, {"several", 5}}};
    for (const auto& [word, value] : vague) put(word, Role::count, value, false);
    constexpr std::array<std::pair<std::string_view, int>, 10> directions{{{"last", -1},
                                                                           {"past", -1},
                                                                           {"previous", -1},
                                                                           {"preceding", -1},
                                                                           {"this", 0},
                                                                           {"current", 0},
                                                                           {"next", 1},
                                                                           {"coming", 1},
                                                                           {"upcoming", 1},
                                                                           {"following", 1}}};
    for (const auto& [word, value] : directions) row(word).direction = static_cast<std::int8_t>(value);
    for (const std::string_view word :
         {"morning", "afternoon", "evening", "today",     "tonight", "yesterday",    "tomorrow",
          "fiscal",  "fy",        "ad",      "ce",        "q1",      "q2",           "q3",
          "q4",      "h1",        "h2",      "christmas", "easter",  "thanksgiving", "halloween",
          "eve",     "eid",       "war",     "present",   "ages",    "wwi",          "wwii"})
      row(word).begins = true;
    for (const Row& r : rows) beginnings.push_back(r.begins ? 1 : 0);
  }

  Row of(WordId id) const { return id < rows.size() ? rows[id] : Row{}; }
};

const Table& table() {
  static const Table made;
  return made;
}

std::optional<int> value(WordId id, Role role) {
  const Table::Row row = table().of(id);
  return row.role == role ? std::optional<int>(row.value) : std::nullopt;
}

}  // namespace

WordId date_word(std::string_view word) {
  const WordId id = plain_lexicon()->id(word);
  if (!plain_lexicon()->known(id)) throw std::logic_error("not on a list: " + std::string(word));
  return id;
}

std::optional<unsigned> month_of(WordId id) {
  const auto v = value(id, Role::month);
  return v ? std::optional(static_cast<unsigned>(*v)) : std::nullopt;
}
std::optional<std::chrono::weekday> weekday_of_word(WordId id) {
  const auto v = value(id, Role::weekday);
  return v ? std::optional(std::chrono::weekday(static_cast<unsigned>(*v))) : std::nullopt;
}
std::optional<int> season_of(WordId id) { return value(id, Role::season); }
std::optional<TimeUnit> unit_of(WordId id) {
  const auto v = value(id, Role::unit);
  return v ? std::optional(static_cast<TimeUnit>(*v)) : std::nullopt;
}
std::optional<int> count_of(WordId id) { return value(id, Role::count); }
std::optional<int> rank_of(WordId id) { return value(id, Role::rank); }
std::optional<int> decade_of(WordId id) { return value(id, Role::decade); }
std::optional<int> direction_of(WordId id) {
  const int d = table().of(id).direction;
  return d != 9 ? std::optional(d) : std::nullopt;
}
std::span<const char> date_beginnings() { return table().beginnings; }

std::optional<DateText::Digits> DateText::digits(std::uint32_t i) const {
  if (!has(i) || word(i).kind != WordKind::number) return std::nullopt;
  const std::string_view t = text(i);
  if (t.empty() || t.size() > 4) return std::nullopt;
  int value = 0;
  for (const char c : t) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return Digits{value, static_cast<std::uint8_t>(t.size())};
}

}  // namespace stet
