// Dates told with units: last year, two weeks ago, the following month, this morning, the day before yesterday.
#include <algorithm>

#include "facts/date_expression.h"

namespace stet {

namespace {

using Kind = DateExpression::Kind;

struct Words {
  WordId the = date_word("the"), a = date_word("a"), of = date_word("of"), in = date_word("in"), ago = date_word("ago"),
         later = date_word("later"), earlier = date_word("earlier"), now = date_word("now"), from = date_word("from"),
         before = date_word("before"), after = date_word("after"), that = date_word("that"), same = date_word("same"),
         recent = date_word("recent"), following = date_word("following"), previous = date_word("previous"),
         preceding = date_word("preceding"), next = date_word("next"), last = date_word("last"),
         past = date_word("past"), this_ = date_word("this"), today = date_word("today"),
         tonight = date_word("tonight"), yesterday = date_word("yesterday"), tomorrow = date_word("tomorrow"),
         end = date_word("end"), beginning = date_word("beginning"), start = date_word("start"),
         middle = date_word("middle"), rest = date_word("rest"), many = date_word("many"),
         several = date_word("several"), few = date_word("few"), some = date_word("some"), back = date_word("back"),
         hence = date_word("hence"), couple = date_word("couple"), day = date_word("day"), on = date_word("on"),
         to = date_word("to"), by = date_word("by"), until = date_word("until");
};
const Words& words() {
  static const Words made;
  return made;
}

// The count that ends before word i: "two", "12", "a couple of", "the last few".
struct Count {
  int value;
  bool vague;
  std::uint32_t first;
};
std::optional<Count> count_before(const DateText& t, std::uint32_t i, std::uint32_t floor) {
  const Words& w = words();
  if (i <= floor) return std::nullopt;
  std::uint32_t at = i - 1;
  if (t.dash(at) && at > floor) --at;
  // "[Ten] years ago": an editor's word in a quotation.
  if (t.mark(at, U']') && at > floor + 1 && t.mark(at - 2, U'[')) {
    const auto number = t.digits(at - 1);
    const auto n = number ? std::optional(number->value) : count_of(t.id(at - 1));
    return n ? std::optional(Count{*n, false, at - 2}) : std::nullopt;
  }
  const auto with_article = [&](int value, bool vague) {
    const bool article = at > floor && t.is(at - 1, w.a);
    return Count{value, vague, article ? at - 1 : at};
  };
  if (const auto digits = t.digits(at)) return Count{digits->value, false, at};
  if (t.is(at, w.few)) return with_article(3, true);
  if (t.is(at, w.several) || t.is(at, w.many) || t.is(at, w.some)) return Count{5, true, at};
  if (t.is(at, w.couple)) return with_article(2, true);
  if (t.is(at, w.of) && at > floor && t.is(at - 1, w.couple)) {
    --at;
    return with_article(2, true);
  }
  // 10,000 years ago, 1.5 years ago: not to the day.
  if (t.word(at).kind == WordKind::number) return Count{0, true, at};
  if (const auto n = count_of(t.id(at))) {
    if (at > floor + 1 && t.dash(at - 1)) {
      if (const auto tens = count_of(t.id(at - 2)); tens && *tens >= 20 && *n < 10)
        return Count{*tens + *n, false, at - 2};
    }
    return Count{*n, false, at};
  }
  return std::nullopt;
}

bool plural(const DateText& t, std::uint32_t i) { return t.text(i).ends_with('s'); }

// "ago", "later", "from now" after the unit at i.
struct After {
  int direction;
  bool from_before;
  std::uint32_t end;
};
std::optional<After> direction_after(const DateText& t, std::uint32_t i) {
  const Words& w = words();
  if (t.is(i, w.ago)) return After{-1, false, i + 1};
  if (t.is(i, w.back) && (!t.has(i + 1) || t.word(i + 1).kind == WordKind::mark || t.is(i + 1, w.that)))
    return After{-1, false, i + 1};
  if (t.is(i, w.later)) return After{1, true, i + 1};
  if (t.is(i, w.earlier)) return After{-1, true, i + 1};
  if (t.is(i, w.hence)) return After{1, false, i + 1};
  if (t.is(i, w.from) && (t.is(i + 1, w.now) || t.is(i + 1, w.today))) return After{1, false, i + 2};
  const bool closes = !t.has(i + 1) || t.word(i + 1).kind == WordKind::mark;
  if (t.is(i, w.before) && closes) return After{-1, true, i + 1};
  if (t.is(i, w.after) && closes) return After{1, true, i + 1};
  if (t.is(i, w.before) && t.is(i + 1, w.yesterday)) return After{-1, false, i + 2};
  if (t.is(i, w.after) && t.is(i + 1, w.tomorrow)) return After{1, false, i + 2};
  return std::nullopt;
}

std::optional<DateExpression> read_shift(const DateText& t, std::uint32_t i) {
  const Words& w = words();
  DateExpression e;
  e.kind = Kind::shift;
  e.words = {i, i + 1};
  if (t.is(i, w.today) || t.is(i, w.tonight)) {
    // "today's youth" is no day, but nobody can tell by the words alone.
    return e;
  }
  if (t.is(i, w.yesterday)) e.number = -1;
  else if (t.is(i, w.tomorrow)) e.number = 1;
  else return std::nullopt;
  return e;
}

// "this morning", "the following night"
std::optional<DateExpression> read_day_part(const DateText& t, std::uint32_t i, std::uint32_t floor) {
  const Words& w = words();
  if (i <= floor) return std::nullopt;
  const auto direction = direction_of(t.id(i - 1));
  DateExpression e;
  e.words = {i - 1, i + 1};
  if (!direction) return std::nullopt;
  if (t.is(i - 1, w.this_)) {
    e.kind = Kind::shift;
  } else if (*direction == 1) {
    e.kind = Kind::unit;
    e.direction = 1;
    e.from_before = true;
  } else {
    return std::nullopt;
  }
  return e;
}

// "The last week of July", "the first weekend of 2015": roughly, the end or the beginning of it.
bool part_of_period(const DateText& t, std::uint32_t i, DateExpression& e, bool last) {
  const Words& w = words();
  const auto unit = unit_of(t.id(i));
  if (!last || e.counted || !t.is(i + 1, w.of) || plural(t, i)) return false;
  if (unit != TimeUnit::week && unit != TimeUnit::weekend && unit != TimeUnit::month) return false;
  const auto month = month_of(t.id(i + 2));
  const auto year = read_year_tail(t, month ? i + 3 : i + 2);
  if (!month && !year) return false;
  e.kind = month ? Kind::month : Kind::year;
  e.month = month;
  e.part = DateExpression::Part::late;
  e.direction.reset();
  e.words.last = i + 3;
  if (year) {
    e.year = year->year;
    e.words.last = year->end;
  }
  if (e.words.first > 0 && t.is(e.words.first - 1, w.the)) --e.words.first;
  return true;
}

}  // namespace

std::optional<DateExpression> read_unit_date(const DateText& t, std::uint32_t i, std::uint32_t floor) {
  const Words& w = words();
  if (auto shift = read_shift(t, i)) return shift;
  if (plain_lexicon()->is(t.id(i), WordClass::day_part)) {
    if (auto part = read_day_part(t, i, floor)) return part;
  }
  const auto unit = unit_of(t.id(i));
  if (!unit || i <= floor) return std::nullopt;
  DateExpression e;
  e.unit = *unit;
  e.words = {i, i + 1};

  if (*unit == TimeUnit::year && !plural(t, i)) {  // the year to date, year-to-date
    const std::uint32_t to = t.dash(i + 1) ? i + 2 : i + 1, date = t.dash(to + 1) ? to + 2 : to + 1;
    if (t.is(to, w.to) && t.text(date) == "date") {
      e.kind = Kind::unit;
      e.direction = 0;
      e.words = {i, date + 1};
      return e;
    }
  }
  if (*unit == TimeUnit::year && t.is(i + 1, w.end) && !plural(t, i) && (t.is(i - 1, w.by) || t.is(i - 1, w.until))) {
    e.month = 12;  // by year end
    e.day = 31;
    e.direction = 0;
    e.words = {i, i + 2};
    return e;
  }
  if (t.is(i - 1, w.the) && t.is(i + 1, w.after) && t.is(i + 2, w.next) && !plural(t, i)) {  // the week after next
    e.kind = Kind::ago;
    e.direction = 1;
    e.number = 2;
    e.words = {i - 1, i + 3};
    return e;
  }
  if (const auto after = direction_after(t, i + 1)) {
    const auto count = count_before(t, i, floor);
    e.kind = Kind::ago;
    e.direction = after->direction;
    e.from_before = after->from_before;
    e.words.last = after->end;
    if (count) {
      e.number = count->value;
      e.vague = count->vague;
      e.words.first = count->first;
      return e;
    }
    if (t.is(i - 1, w.the) && !plural(t, i)) {  // the year before, the day after tomorrow
      e.number = 1;
      if (t.is(after->end - 1, w.yesterday) || t.is(after->end - 1, w.tomorrow)) {
        e.kind = Kind::shift;
        e.number = 2 * after->direction;
      }
      e.words.first = i - 1;
      return e;
    }
    if (plural(t, i) && t.is(i + 1, w.ago)) {
      e.vague = true;
      return e;
    }
    return std::nullopt;
  }

  e.kind = Kind::unit;
  std::uint32_t first = i;
  if (const auto count = count_before(t, i, floor);
      count && count->first > floor && direction_of(t.id(count->first - 1))) {
    e.number = count->value;
    e.vague = count->vague;
    e.counted = true;
    first = count->first;
  }
  if (first <= floor) return std::nullopt;
  if (const auto direction = direction_of(t.id(first - 1))) {
    std::uint32_t told = first - 1;
    e.direction = direction;
    const WordId word = t.id(told);
    if (word == w.following || word == w.previous || word == w.preceding) e.from_before = true;
    if (word == w.next && told > floor && t.is(told - 1, w.the) && !e.counted) e.from_before = true;
    // "The last day", "this quarter" of a match, "this night": no dates.
    if (*unit == TimeUnit::day && !e.counted) {
      const bool night = t.text(i).starts_with('n');
      if (*direction == -1 && !(night && word == w.last)) return std::nullopt;
      if (*direction == 0) return std::nullopt;
    }
    while (told > floor && direction_of(t.id(told - 1))) --told;  // this past week
    e.words.first = told;
    // "Next week Sunday", "this week on Friday"
    if (*unit == TimeUnit::week && !e.counted && !e.from_before && !plural(t, i)) {
      const std::uint32_t at = t.is(i + 1, w.on) ? i + 2 : i + 1;
      if (const auto weekday = weekday_of_word(t.id(at)); weekday && t.text(at).size() >= 6) {
        e.kind = Kind::weekday;
        e.weekday = weekday;
        e.weekday_span = t.word(at).span();
        e.words.last = at + 1;
        return e;
      }
    }
    if (part_of_period(t, i, e, word == w.last)) return e;
    if (plural(t, i) && !e.counted) {
      if (*direction == 0) return std::nullopt;
      e.vague = e.counted = true;
    }
    // "The past decade" is the ten years up to now.
    if ((word == w.past || (word == w.last && t.is(told - 1, w.the) && told > 0)) && *unit != TimeUnit::day &&
        !e.counted && *unit != TimeUnit::century && *unit != TimeUnit::week) {
      e.counted = true;
      e.number = 1;
    }
    return e;
  }
  if (t.is(i - 1, w.recent) && plural(t, i)) {
    e.direction = -1;
    e.vague = e.counted = true;
    e.words.first = i - 1;
    return e;
  }
  if (t.is(i - 1, w.same) || (t.is(i - 1, w.that) && !t.has(i + 1)) ||
      (t.is(i - 1, w.that) && !plural(t, i) && *unit != TimeUnit::day) || (t.is(i - 1, w.that) && t.is(i, w.day))) {
    e.direction = 0;
    e.from_before = true;
    e.words.first = i - 1;
    return e;
  }
  if (auto event = read_event_date(t, i, floor)) return event;
  if (t.is(i - 1, w.the) && i > floor) {
    if (*unit == TimeUnit::weekend) {
      e.direction = 0;
      return e;
    }
    // later in the year, early in the week
    if (i > floor + 2 && t.is(i - 2, w.in) && (t.is(i - 3, w.later) || t.is(i - 3, w.earlier)) && !plural(t, i) &&
        *unit != TimeUnit::day) {
      e.direction = 0;
      e.words.first = i - 3;
      return e;
    }
    // the end of the year
    if (i > 1 && t.is(i - 2, w.of) && i > floor + 2 &&
        (t.is(i - 3, w.end) || t.is(i - 3, w.beginning) || t.is(i - 3, w.start) || t.is(i - 3, w.middle) ||
         t.is(i - 3, w.rest)) &&
        !plural(t, i) && *unit != TimeUnit::day) {
      e.direction = 0;
      return e;
    }
  }
  return std::nullopt;
}

}  // namespace stet
