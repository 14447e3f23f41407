// Years in letters, as transcripts and older prose have them: nineteen eighty-four, two thousand and twelve, the
// nineteen-seventies.
#include <array>

#include "facts/date_expression.h"

namespace stet {

namespace {

struct Words {
  WordId the = date_word("the"), and_ = date_word("and"), in = date_word("in"), since = date_word("since"),
         until = date_word("until"), by = date_word("by"), during = date_word("during"), year = date_word("year"),
         early = date_word("early"), late = date_word("late"), mid = date_word("mid"), after = date_word("after"),
         before = date_word("before"), between = date_word("between"), from = date_word("from"), of = date_word("of"),
         to = date_word("to"), thousand = date_word("thousand");
};
const Words& words() {
  static const Words made;
  return made;
}

struct Part {
  int value;
  std::uint32_t end;
};

// "-" or nothing before the next word of a number.
std::uint32_t past_hyphen(const DateText& t, std::uint32_t i) { return t.dash(i) && t.joined(i + 1) ? i + 1 : i; }

// One to ninety-nine. "A", "an", "few" count too, but no year ends in them.
std::optional<Part> below_hundred(const DateText& t, std::uint32_t i) {
  const auto n = count_of(t.id(i));
  if (!n || t.text(i).size() < 3 || t.text(i) == "few") return std::nullopt;
  if (*n < 20) return Part{*n, i + 1};
  const std::uint32_t at = past_hyphen(t, i + 1);
  const auto ones = count_of(t.id(at));
  return ones && *ones < 10 && t.text(at).size() >= 3 && t.text(at) != "few" ? Part{*n + *ones, at + 1}
                                                                             : Part{*n, i + 1};
}

// What a number of things is not followed by: the end of a clause, or a word that goes on with the sentence.
bool ends_here(const DateText& t, std::uint32_t i) {
  if (!t.lower_word(i) || plain_lexicon()->is(t.id(i), WordClass::preposition)) return true;
  const Words& w = words();
  return t.is(i, w.and_) || t.is(i, w.to) || t.is(i, w.until) || plain_lexicon()->is(t.id(i), WordClass::auxiliary) ||
         plain_lexicon()->is(t.id(i), WordClass::subject_pronoun);
}

bool year_told(const DateText& t, std::uint32_t i) {
  if (i == 0) return false;
  const Words& w = words();
  const std::array told{w.in,  w.since, w.until,  w.by,      w.during, w.year, w.early, w.late,
                        w.mid, w.after, w.before, w.between, w.from,   w.to,   w.of};
  for (const WordId id : told)
    if (t.is(i - 1, id)) return true;
  return false;
}

DateExpression decade(int first_year, WordRange words) {
  DateExpression e;
  e.kind = DateExpression::Kind::decade;
  e.number = first_year;
  e.words = words;
  return e;
}

bool tens(const DateText& t, std::uint32_t i) { return t.text(i) == "tens" || t.text(i) == "teens"; }

}  // namespace

std::optional<YearTail> read_spoken_year(const DateText& t, std::uint32_t i) {
  const Words& w = words();
  const auto hundreds = count_of(t.id(i));
  if (!hundreds) return std::nullopt;
  if (*hundreds == 2 && t.is(i + 1, w.thousand)) {
    const auto rest = below_hundred(t, t.is(i + 2, w.and_) ? i + 3 : i + 2);
    if (!rest || !ends_here(t, rest->end)) return std::nullopt;
    return YearTail{2000 + rest->value, rest->end};
  }
  if (*hundreds < 15 || *hundreds > 20) return std::nullopt;
  const auto rest = below_hundred(t, past_hyphen(t, i + 1));
  if (!rest || rest->value < 10 || !ends_here(t, rest->end)) return std::nullopt;
  return YearTail{*hundreds * 100 + rest->value, rest->end};
}

std::optional<DateExpression> read_spoken_date(const DateText& t, std::uint32_t i) {
  const Words& w = words();
  const auto count = count_of(t.id(i));
  if (!count || i == 0) return std::nullopt;
  if (t.is(i - 1, w.the) || year_told(t, i)) {
    const std::uint32_t at = past_hyphen(t, i + 1);
    const auto ten = decade_of(t.id(at));
    if (ten && *count >= 15 && *count <= 20) return decade(*count * 100 + *ten, {i, at + 1});
    if (*count == 20 && tens(t, at)) return decade(2010, {i, at + 1});
    if (*count == 2 && t.text(i + 1) == "thousands" && t.is(i - 1, w.the) && ends_here(t, i + 2))
      return decade(2000, {i, i + 2});
    if (*count == 2 && t.is(i + 1, w.thousand) && t.is(i + 2, w.and_) && tens(t, i + 3))
      return decade(2010, {i, i + 4});
  }
  if (!year_told(t, i)) return std::nullopt;
  const auto year = read_spoken_year(t, i);
  if (!year) return std::nullopt;
  DateExpression e;
  e.kind = DateExpression::Kind::year;
  e.year = year->year;
  e.words = {i, year->end};
  return e;
}

}  // namespace stet
