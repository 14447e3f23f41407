// Dates told by what happened: World War II, the Middle Ages, the night before he died, the decades since.
#include <array>

#include "facts/date_expression.h"

namespace stet {

namespace {

using Kind = DateExpression::Kind;

struct Words {
  WordId the = date_word("the"), that = date_word("that"), since = date_word("since"), before = date_word("before"),
         after = date_word("after"), in = date_word("in"), during = date_word("during"), until = date_word("until"),
         of = date_word("of"), from = date_word("from"), first = date_word("first"), second = date_word("second"),
         one = date_word("one"), two = date_word("two"), war = date_word("war"), ages = date_word("ages"),
         present = date_word("present"), to = date_word("to"), same = date_word("same"), opening = date_word("opening"),
         closing = date_word("closing"), wwi = date_word("wwi"), wwii = date_word("wwii");
};
const Words& words() {
  static const Words made;
  return made;
}

struct Period {
  int first, last;
};
constexpr Period first_war{1914, 1918}, second_war{1939, 1945}, middle_ages{500, 1499};

DateExpression period(Period years, WordRange words) {
  DateExpression e;
  e.kind = Kind::period;
  e.number = years.first;
  e.end_year = years.last;
  e.words = words;
  return e;
}

}  // namespace

std::optional<DateExpression> read_period(const DateText& t, std::uint32_t i, std::uint32_t floor) {
  const Words& w = words();
  std::optional<DateExpression> e;
  if (t.is(i, w.wwi)) e = period(first_war, {i, i + 1});
  if (t.is(i, w.wwii)) e = period(second_war, {i, i + 1});
  const auto named = [&](std::string_view before) { return i > floor && t.text(i - 1) == before && t.capital(i); };
  if (t.is(i, w.war) && named("World")) {
    if (t.text(i + 1) == "I" || t.is(i + 1, w.one)) e = period(first_war, {i - 1, i + 2});
    else if (t.text(i + 1) == "II" || t.is(i + 1, w.two)) e = period(second_war, {i - 1, i + 2});
    else if (i > floor + 1 && t.is(i - 2, w.first)) e = period(first_war, {i - 2, i + 1});
    else if (i > floor + 1 && t.is(i - 2, w.second)) e = period(second_war, {i - 2, i + 1});
  }
  if (t.is(i, w.ages) && named("Middle")) e = period(middle_ages, {i - 1, i + 1});
  if (!e || e->words.first < floor) return std::nullopt;
  if (e->words.first > floor && t.is(e->words.first - 1, w.the)) --e->words.first;
  // Only what happens then is dated by it; "a World War II bomber" and "the causes of the war" are not.
  const std::uint32_t first = e->words.first;
  if (first == 0) return std::nullopt;
  const std::array told{w.in, w.during, w.since, w.before, w.after, w.until, w.from};
  for (const WordId id : told)
    if (t.is(first - 1, id) && !t.lower_word(e->words.last)) return e;
  return std::nullopt;
}

// "2013 to the present", "(2013 – present)": the day of publication, behind a year, a month or a day.
std::optional<DateExpression> read_present(const DateText& t, std::uint32_t i, std::uint32_t floor) {
  const Words& w = words();
  if (!t.is(i, w.present)) return std::nullopt;
  const std::uint32_t first = i > 0 && t.is(i - 1, w.the) ? i - 1 : i;
  // Behind a date, and nothing between them but what joins the two.
  if (first == 0 || first != floor + 1 || !(t.dash(first - 1) || t.is(first - 1, w.to) || t.is(first - 1, w.until)))
    return std::nullopt;
  DateExpression e;
  e.kind = Kind::shift;
  e.words = {i, i + 1};
  if (first < i) e.words.first = first;
  return e;
}

// What hangs on an event or on the date before: "the decades since", "the years that followed", "the night before he
// died", "in 2003, her gap year".
std::optional<DateExpression> read_event_date(const DateText& t, std::uint32_t i, std::uint32_t floor) {
  const Words& w = words();
  if (i <= floor) return std::nullopt;
  const bool plural = t.text(i).ends_with('s');
  DateExpression e;
  e.kind = Kind::unit;
  e.unit = *unit_of(t.id(i));
  e.from_before = true;
  if (t.is(i - 1, w.the) && plural) {
    const bool since = t.is(i + 1, w.since) && (!t.has(i + 2) || t.word(i + 2).kind == WordKind::mark ||
                                                plain_lexicon()->is(t.id(i + 2), WordClass::auxiliary));
    const bool followed = t.text(t.is(i + 1, w.that) ? i + 2 : i + 1) == "followed";
    if (!since && !followed) return std::nullopt;
    e.direction = 1;
    e.counted = e.vague = true;
    e.words = {i - 1, i + (since || !t.is(i + 1, w.that) ? 2u : 3u)};
    return e;
  }
  if (t.is(i - 1, w.the) && (t.is(i + 1, w.before) || t.is(i + 1, w.after)) && t.lower_word(i + 2)) {
    e.kind = Kind::event;
    e.words = {i - 1, i + 2};
    return e;
  }
  // The opening night, election day: known to whoever knows the event.
  const std::string_view event = t.text(i - 1);
  if (e.unit == TimeUnit::day && !plural &&
      (t.is(i - 1, w.opening) || t.is(i - 1, w.closing) || event == "election" || event == "Election" ||
       event == "polling")) {
    e.kind = Kind::event;
    e.words = {i > floor + 1 && t.is(i - 2, w.the) ? i - 2 : i - 1, i + 1};
    return e;
  }
  if (e.unit != TimeUnit::year || plural || i < floor + 2) return std::nullopt;
  // A year of somebody's life: which one, the date just said tells ("in 2003, her third year"), or whoever knows him.
  const bool named = plain_lexicon()->is(t.id(i - 1), WordClass::life_year);
  if (!plain_lexicon()->is(t.id(i - 2), WordClass::determiner) || (!named && !rank_of(t.id(i - 1))))
    return std::nullopt;
  e.words = {i - 2, i + 1};
  if (t.mark(i - 3, U',') && i >= 3 && floor + 1 == i - 2) {
    e.direction = 0;
    return e;
  }
  e.kind = Kind::event;
  return named ? std::optional(e) : std::nullopt;
}

}  // namespace stet
