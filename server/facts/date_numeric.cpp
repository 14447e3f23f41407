// Dates that begin with a number: 2020-08-18, 18/8/2020, 18 August 2020, 3-5 March, the 1990s, 1997.
#include "facts/date_expression.h"

namespace stet {

namespace {

struct Words {
  WordId of = date_word("of"), to = date_word("to"), until = date_word("until"), till = date_word("till"),
         and_ = date_word("and"), or_ = date_word("or"), on = date_word("on"), day = date_word("day"),
         by = date_word("by"), from = date_word("from"), st = date_word("st"), nd = date_word("nd"),
         rd = date_word("rd"), th = date_word("th"), bc = date_word("bc"), bce = date_word("bce"), ad = date_word("ad"),
         ce = date_word("ce"), century = date_word("century"), through = date_word("through"), the = date_word("the"),
         for_ = date_word("for");
};
const Words& words() {
  static const Words made;
  return made;
}

bool rank_suffix(const DateText& t, std::uint32_t i) {
  const Words& w = words();
  return t.joined(i) && (t.is(i, w.st) || t.is(i, w.nd) || t.is(i, w.rd) || t.is(i, w.th));
}

bool separator(const DateText& t, std::uint32_t i) { return t.joined(i) && (t.mark(i, U'/') || t.dash(i)); }

// A month that two-digit years around it make plain: which of a/b/c is what. nullopt where none fits.
struct Triple {
  int year;
  unsigned month, day;
};
std::optional<Triple> triple(DateText::Digits a, DateText::Digits b, DateText::Digits c, Locale locale) {
  const auto fits = [](int month, int day) { return month >= 1 && month <= 12 && day >= 1 && day <= 31; };
  if (a.count == 4) {
    if (c.count > 2 || b.count > 2 || !fits(b.value, c.value)) return std::nullopt;
    return Triple{a.value, static_cast<unsigned>(b.value), static_cast<unsigned>(c.value)};
  }
  if (a.count > 2 || b.count > 2 || (c.count != 4 && c.count != 2)) return std::nullopt;
  const int year = c.count == 4 ? c.value : c.value + (c.value < 50 ? 2000 : 1900);
  const bool month_first = locale == Locale::en_us ? fits(a.value, b.value) : !fits(b.value, a.value);
  const int month = month_first ? a.value : b.value, day = month_first ? b.value : a.value;
  if (!fits(month, day)) return std::nullopt;
  return Triple{year, static_cast<unsigned>(month), static_cast<unsigned>(day)};
}

void set_day(DateExpression& e, const Triple& t) {
  e.year = t.year;
  e.month = t.month;
  e.day = t.day;
}

// 13.5.2015 is cut as one number.
std::optional<Triple> dotted(std::string_view s, Locale locale) {
  DateText::Digits parts[3]{};
  std::size_t n = 0;
  for (const char c : s) {
    if (c == '.') {
      if (++n > 2) return std::nullopt;
    } else if (c < '0' || c > '9' || parts[n].count >= 4) {
      return std::nullopt;
    } else {
      parts[n].value = parts[n].value * 10 + (c - '0');
      ++parts[n].count;
    }
  }
  if (n != 2) return std::nullopt;
  // With dots the day comes first everywhere.
  return triple(parts[0], parts[1], parts[2], parts[0].value > 12 || locale != Locale::en_us ? Locale::en_gb : locale);
}

std::optional<DateExpression> read_slashed(const DateText& t, std::uint32_t i, DateText::Digits a, Locale locale) {
  if (!separator(t, i + 1) || !t.joined(i + 2)) return std::nullopt;
  DateExpression e;
  const auto b = t.digits(i + 2);
  const std::optional<unsigned> named = month_of(t.id(i + 2));
  const bool known = a.value == 9 && b && b->value == 11 && t.mark(i + 1, U'/');  // by its number
  if (separator(t, i + 3) && t.joined(i + 4) && !(known && !t.digits(i + 4))) {   // 9/11-related
    const auto c = t.digits(i + 4);
    if (!c || separator(t, i + 5)) return std::nullopt;
    if (named) {  // 2019-Aug-1, 1-Aug-2019
      const DateText::Digits year = a.count == 4 ? a : *c, day = a.count == 4 ? *c : a;
      if (day.count > 2 || day.value < 1 || day.value > 31 || (year.count != 4 && year.count != 2)) return std::nullopt;
      set_day(e, {year.count == 4 ? year.value : year.value + (year.value < 50 ? 2000 : 1900), *named,
                  static_cast<unsigned>(day.value)});
    } else {
      const auto found = b ? triple(a, *b, *c, locale) : std::nullopt;
      // 9-18-15 is a date, 6-4-2 a score.
      if (!found || (c->count == 2 && a.count != 4 && t.dash(i + 1) && (b->count < 2 || b->value <= 12)))
        return std::nullopt;
      set_day(e, *found);
    }
    e.words = {i, i + 5};
    return e;
  }
  if (named && a.count <= 2 && a.value >= 1 && a.value <= 31) {  // 28-nov
    e.month = named;
    e.day = static_cast<unsigned>(a.value);
    e.words = {i, i + 3};
    return e;
  }
  if (b && a.count <= 2 && a.value >= 1 && a.value <= 12 && b->count == 4 && b->value >= 1900 && b->value <= 2100 &&
      t.mark(i + 1, U'/') && !separator(t, i + 3) &&
      !(t.joined(i + 3) && t.word(i + 3).kind != WordKind::mark)) {  // 11/2016
    e.kind = DateExpression::Kind::month;
    e.month = static_cast<unsigned>(a.value);
    e.year = b->value;
    e.words = {i, i + 3};
    return e;
  }
  if (!b || a.count > 2 || b->count > 2) return std::nullopt;
  if (known) {
    set_day(e, {2001, 9, 11});
    e.words = {i, i + 3};
    return e;
  }
  // 4/22 is a fraction, a score or a date: only "on", "by", "from" and "until" tell.
  const Words& w = words();
  // A nought before one of them tells too: 22/04.
  const bool nought = (t.text(i).starts_with('0') || t.text(i + 2).starts_with('0')) && a.count == 2 && b->count == 2;
  const bool told = i > 0 && (t.is(i - 1, w.on) || t.is(i - 1, w.by) || t.is(i - 1, w.from) || t.is(i - 1, w.until));
  if (!told && !nought) return std::nullopt;
  if (!t.mark(i + 1, U'/')) return std::nullopt;
  const auto found = triple(a, *b, {2000, 4}, locale);
  if (!found) return std::nullopt;
  e.month = found->month;
  e.day = found->day;
  e.words = {i, i + 3};
  return e;
}

// 18 [st] [day] [of] August [,] [2020]; also 3-5 March and 3 to 5 March.
std::optional<DateExpression> read_day_month(const DateText& t, std::uint32_t i, DateText::Digits a) {
  if (a.count > 2 || a.value < 1 || a.value > 31) return std::nullopt;
  const Words& w = words();
  std::uint32_t at = i + 1;
  bool sure = false;
  if (rank_suffix(t, at)) {
    sure = true;
    ++at;
  }
  std::optional<unsigned> last;
  const bool between = t.dash(at) || t.is(at, w.to) || t.is(at, w.until) || t.is(at, w.till) || t.is(at, w.and_) ||
                       t.is(at, w.or_) || t.is(at, w.through);
  if (const auto b = between ? t.digits(at + 1) : std::nullopt; b && b->count <= 2 && b->value >= 1 && b->value <= 31) {
    last = static_cast<unsigned>(b->value);
    at += 2;
    if (rank_suffix(t, at)) {
      sure = true;
      ++at;
    }
  }
  if (t.mark(at, U'.') && t.joined(at)) ++at;  // 16. Nov.
  if (t.is(at, w.day)) ++at;
  if (t.is(at, w.of)) {
    sure = true;
    ++at;
  }
  const auto month = month_of(t.id(at));
  if (!month || (!sure && !t.capital(at) && (t.text(at).size() <= 5))) return std::nullopt;
  DateExpression e;
  e.month = month;
  e.day = static_cast<unsigned>(a.value);
  ++at;
  if (t.mark(at, U'.') && t.digits(at + 1) && t.joined(at)) ++at;
  if (const auto year = read_year_tail(t, at)) {
    e.year = year->year;
    at = year->end;
  }
  if (last) {
    e.until = SaidDay{};
    e.until->month = month;
    e.until->day = last;
    e.until->year = e.year;
  }
  e.words = {i, at};
  return e;
}

// "On the 27th", "by the 3rd": a day whose month nobody names; "the 27th" of anything else is none.
std::optional<DateExpression> read_day_alone(const DateText& t, std::uint32_t i, DateText::Digits a) {
  const Words& w = words();
  if (a.count > 2 || a.value < 1 || a.value > 31 || !rank_suffix(t, i + 1) || i == 0) return std::nullopt;
  const bool the = t.is(i - 1, w.the);
  if (the && i < 2) return std::nullopt;
  const std::uint32_t before = the ? i - 2 : i - 1;
  if (!t.is(before, w.on) && !t.is(before, w.by) && !t.is(before, w.until) && !(the && t.is(before, w.for_)))
    return std::nullopt;
  const std::uint32_t next = i + 2;
  if (t.has(next) && t.word(next).kind != WordKind::mark) return std::nullopt;
  if (t.dash(next) && t.joined(next)) return std::nullopt;
  DateExpression e;
  e.day = static_cast<unsigned>(a.value);
  e.words = {the ? i - 1 : i, next};
  return e;
}

}  // namespace

std::optional<DateExpression> read_number_date(const DateText& t, std::uint32_t i, Locale locale) {
  const auto a = t.digits(i);
  if (!a) {
    const std::string_view s = t.text(i);
    if (s.size() < 6 || s.size() > 10) return std::nullopt;
    const auto found = dotted(s, locale);
    if (!found) return std::nullopt;
    DateExpression e;
    set_day(e, *found);
    e.words = {i, i + 1};
    return e;
  }
  // "555-1234": what is joined to a number or a sign before it begins no date.
  if (t.joined(i) && (t.dash(i - 1) || t.mark(i - 1, U'/') || t.mark(i - 1, U'$') || t.mark(i - 1, U':')) && i >= 2 &&
      t.joined(i - 1) && t.word(i - 2).kind == WordKind::number)
    return std::nullopt;
  if (auto e = read_slashed(t, i, *a, locale)) return e;
  if (auto e = read_day_month(t, i, *a)) return e;
  return read_day_alone(t, i, *a);
}

std::optional<YearTail> read_year_tail(const DateText& t, std::uint32_t i) {
  const Words& w = words();
  std::uint32_t at = i;
  const bool comma = t.mark(at, U',');
  if (comma) ++at;
  const bool of = !comma && t.is(at, w.of);
  if (of) ++at;
  auto digits = t.digits(at);
  if (!digits && (t.mark(at, U'’') || t.mark(at, U'\'')) && t.joined(at + 1)) {
    digits = t.digits(at + 1);
    if (!digits || digits->count != 2) return std::nullopt;
    return YearTail{digits->value + (digits->value < 40 ? 2000 : 1900), at + 2};
  }
  if (!digits) return comma ? std::nullopt : read_spoken_year(t, at);
  const bool era = t.is(at + 1, w.bc) || t.is(at + 1, w.bce);
  if (era) return YearTail{1 - digits->value, at + 2};
  if (t.is(at + 1, w.ad) || t.is(at + 1, w.ce)) return YearTail{digits->value, at + 2};
  if (digits->count == 3 && !comma && digits->value >= 100) return YearTail{digits->value, at + 1};
  if (digits->count == 2 && !comma && !of && digits->value > 31) return YearTail{1900 + digits->value, at + 1};
  if (digits->count != 4 || digits->value < 1000 || digits->value > 2200) return std::nullopt;
  if ((comma || digits->value % 100 == 0) && !looks_like_year(t, at, digits->value)) return std::nullopt;
  return YearTail{digits->value, at + 1};
}

}  // namespace stet
