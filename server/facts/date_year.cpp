// Years, decades and centuries: 1997, 2018-19, the 1990s, the '60s, the sixties, 19th century, 776 BC, FY 2018.
#include <array>

#include "facts/date_expression.h"

namespace stet {

namespace {

struct Words {
  WordId s = date_word("s"), the = date_word("the"), and_ = date_word("and"), early = date_word("early"),
         late = date_word("late"), mid = date_word("mid"), in = date_word("in"), his = date_word("his"),
         her = date_word("her"), their = date_word("their"), my = date_word("my"), bc = date_word("bc"),
         bce = date_word("bce"), ad = date_word("ad"), ce = date_word("ce"), st = date_word("st"), nd = date_word("nd"),
         rd = date_word("rd"), th = date_word("th"), circa = date_word("circa"), c = date_word("c"),
         ca = date_word("ca"), year = date_word("year"), fiscal = date_word("fiscal"),
         financial = date_word("financial"), academic = date_word("academic"), fy = date_word("fy"),
         since = date_word("since"), until = date_word("until"), by = date_word("by"), than = date_word("than"),
         some = date_word("some"), nearly = date_word("nearly"), almost = date_word("almost"), over = date_word("over"),
         of = date_word("of"), around = date_word("around"), about = date_word("about"), gmt = date_word("gmt"),
         to = date_word("to"), from = date_word("from"), between = date_word("between"), before = date_word("before"),
         after = date_word("after"), during = date_word("during"), is = date_word("is"), was = date_word("was"),
         has = date_word("has"), through = date_word("through");
};
const Words& words() {
  static const Words made;
  return made;
}

// A lower-case plural after the number: people count with it. "2000 voters", not "2000 was".
bool counted_noun(const DateText& t, std::uint32_t i) {
  const Words& w = words();
  if (!t.lower_word(i) || t.joined(i)) return false;
  if (t.is(i, w.was) || t.is(i, w.is) || t.is(i, w.has)) return false;
  static constexpr std::array<std::string_view, 7> irregular{"people", "men", "women", "children", "m", "km", "kg"};
  const std::string_view s = t.text(i);
  for (const std::string_view word : irregular)
    if (s == word) return true;
  return s.size() > 3 && s.ends_with('s') && !s.ends_with("ss") && !s.ends_with("us") && !s.ends_with("is") &&
         s != "across" && s != "always" && s != "sees" && s != "begins" && s != "brings" && s != "marks" &&
         s != "perhaps" && s != "towards" && s != "afterwards";
}

bool bare_year_context(const DateText& t, std::uint32_t i) {
  const Words& w = words();
  if (i == 0) return false;
  const WordId before = t.id(i - 1);
  for (const WordId id : {w.in, w.since, w.until, w.by, w.during, w.year, w.circa, w.early, w.late, w.mid, w.after,
                          w.before, w.between, w.from})
    if (before == id) return true;
  return false;
}

bool rank_suffix(const DateText& t, std::uint32_t i) {
  const Words& w = words();
  return t.is(i, w.st) || t.is(i, w.nd) || t.is(i, w.rd) || t.is(i, w.th);
}

// 's
bool clitic(const DateText& t, std::uint32_t i) {
  const std::string_view s = t.text(i);
  return t.joined(i) && t.word(i).kind == WordKind::word && (s == "'s" || s == "’s");
}

bool plural_s(const DateText& t, std::uint32_t i) { return t.joined(i) && (t.text(i) == "s" || clitic(t, i)); }

std::optional<DateExpression> read_decade(const DateText& t, std::uint32_t i, DateText::Digits a) {
  const Words& w = words();
  if (!plural_s(t, i + 1) || a.value % 10 != 0) return std::nullopt;
  DateExpression e;
  e.words = {i, i + 2};
  if (a.count == 4 && a.value >= 1000 && a.value <= 2200) {
    e.kind = DateExpression::Kind::decade;
    e.number = a.value;
    // "The 1600s" are a century, "the 2000s" a decade.
    if (a.value % 100 == 0 && a.value < 2000) {
      e.kind = DateExpression::Kind::century;
      e.number = a.value / 100 + 1;
    }
    // "1980's decision": only the plural told with an article is a decade.
    if (clitic(t, i + 1) && !(i > 0 && (t.is(i - 1, w.the) || t.is(i - 1, w.early) || t.is(i - 1, w.late))))
      return std::nullopt;
    return e;
  }
  if (a.count != 2 || a.value < 20 || i == 0) return std::nullopt;
  const bool apostrophe = t.joined(i) && (t.mark(i - 1, U'\'') || t.mark(i - 1, U'’') || t.mark(i - 1, U'‘'));
  const std::uint32_t before = apostrophe ? i - 1 : i;
  if (before == 0) return std::nullopt;
  const bool own =
      t.is(before - 1, w.his) || t.is(before - 1, w.her) || t.is(before - 1, w.their) || t.is(before - 1, w.my);
  const bool told = t.is(before - 1, w.the) || t.is(before - 1, w.early) || t.is(before - 1, w.late) ||
                    t.is(before - 1, w.mid) || (t.is(before - 1, w.in) && clitic(t, i + 1)) ||
                    (t.is(before - 1, w.and_) && before > 1 && plural_s(t, before - 2));
  // "In her late 30s" is an age.
  for (std::uint32_t k = before >= 3 ? before - 3 : 0; k < before; ++k)
    if (t.is(k, w.his) || t.is(k, w.her) || t.is(k, w.their) || t.is(k, w.my)) return std::nullopt;
  if (own || !(told || apostrophe)) return std::nullopt;
  e.kind = DateExpression::Kind::decade;
  e.number = 1900 + a.value;
  e.words.first = before;
  return e;
}

std::optional<DateExpression> century(const DateText& t, std::uint32_t i, std::uint32_t at, int number) {
  const auto dash = t.dash(at) ? 1u : 0u;
  const auto unit = unit_of(t.id(at + dash));
  if (unit != TimeUnit::century || number < 1 || number > 99) return std::nullopt;
  DateExpression e;
  e.kind = DateExpression::Kind::century;
  e.number = number;
  at += dash + 1;
  if (t.is(at, words().bc) || t.is(at, words().bce)) {
    e.number = -number;
    ++at;
  } else if (t.is(at, words().ad) || t.is(at, words().ce)) {
    ++at;
  }
  e.words = {i, at};
  return e;
}

// "15th" of "15th and 16th centuries", "the 15th to the 19th century".
std::optional<DateExpression> first_of_centuries(const DateText& t, std::uint32_t i, int number) {
  const Words& w = words();
  std::uint32_t at = i + 2;
  if (!(t.is(at, w.and_) || t.is(at, w.to) || t.dash(at))) return std::nullopt;
  ++at;
  if (t.is(at, w.the)) ++at;
  if (!t.digits(at) || !rank_suffix(t, at + 1) || !century(t, at, at + 2, t.digits(at)->value)) return std::nullopt;
  DateExpression e;
  e.kind = DateExpression::Kind::century;
  e.number = number;
  e.words = {i, i + 2};
  return e;
}

}  // namespace

bool looks_like_year(const DateText& t, std::uint32_t i, int value) {
  const Words& w = words();
  if (value < 1000 || value > 2200) return false;
  const bool round = value % 50 == 0;
  if (i > 0) {
    const Word& before = t.word(i - 1);
    if (t.joined(i)) {
      if (before.kind == WordKind::number) return false;
      if (before.kind == WordKind::mark) {
        constexpr std::u32string_view fine = U"([{“\"‘'’–—-,;:/…";
        if (fine.find(static_cast<char32_t>(before.id & ~mark_bit)) == std::u32string_view::npos) return false;
        // A telephone number, a model (F-2000), a decimal.
        if ((t.dash(i - 1) || t.mark(i - 1, U'/') || t.mark(i - 1, U':')) && t.joined(i - 1) && i >= 2) {
          const auto other = t.digits(i - 2);
          if (t.word(i - 2).kind == WordKind::number && !(other && other->count == 4)) return false;
          if (t.word(i - 2).kind == WordKind::word && t.capital(i - 2) && !month_of(t.id(i - 2)) &&
              !unit_of(t.id(i - 2)))
            return false;
        }
      }
    }
    for (const char32_t c : {U'$', U'€', U'£', U'¥', U'#', U'№', U'+'})
      if (before.is_mark(c)) return false;
    static constexpr std::array<std::string_view, 10> numbered{"page", "pages", "room",    "number", "flight",
                                                               "no",   "route", "section", "line",   "lines"};
    const std::string_view s = t.text(i - 1);
    for (const std::string_view word : numbered)
      if (s == word) return false;
    for (const WordId id : {w.some, w.nearly, w.almost, w.over, w.than})
      if (before.id == id && (round || counted_noun(t, i + 1))) return false;
    if ((before.id == w.about || before.id == w.around) && counted_noun(t, i + 1)) return false;
  }
  const std::uint32_t next = i + 1;
  if (t.mark(next, U'%') || t.is(next, w.gmt)) return false;
  // 1000–5000: a range of numbers.
  if (t.dash(next) && t.digits(next + 1) && t.digits(next + 1)->count == 4 && t.digits(next + 1)->value > 2200)
    return false;
  if (t.joined(next)) {
    if (t.word(next).kind == WordKind::word && !clitic(t, next) && !t.is(next, w.s)) return false;
    if (t.dash(next) && t.joined(next + 1) && t.has(next + 1) && t.word(next + 1).kind == WordKind::word &&
        (round || value < 1800))
      return false;  // 1500-metre
  }
  if (counted_noun(t, next)) {
    const bool told = i > 0 && (t.is(i - 1, w.in) || t.is(i - 1, w.since));
    if (value < 1900 || value > 2039 || (round && !told)) return false;
    if (i > 0 && t.is(i - 1, w.of)) return false;
  }
  return true;
}

std::optional<DateExpression> read_year(const DateText& t, std::uint32_t i, std::uint32_t floor) {
  const Words& w = words();
  DateExpression e;
  e.kind = DateExpression::Kind::year;
  if (const auto decade = decade_of(t.id(i))) {
    // "The sixties", not "in his sixties".
    if (i == 0 || !(t.is(i - 1, w.the) || t.is(i - 1, w.early) || t.is(i - 1, w.late) || t.is(i - 1, w.mid)))
      return std::nullopt;
    e.kind = DateExpression::Kind::decade;
    e.number = 1900 + *decade;
    e.words = {i, i + 1};
    return e;
  }
  if (t.is(i, w.ad) || t.is(i, w.ce)) {  // AD 842
    const auto year = t.digits(i + 1);
    if (!year || year->value == 0 || !t.word(i).has(Word::capitals)) return std::nullopt;
    e.year = year->value;
    e.words = {i, i + 2};
    return e;
  }
  if (t.is(i, w.fy) || t.is(i, w.fiscal)) {
    std::uint32_t at = i + 1;
    if (t.is(at, w.year)) ++at;
    const auto year = t.digits(at);
    if (!year || year->count != 4) return std::nullopt;
    auto inner = read_year(t, at, at);
    if (inner) inner->words.first = i;
    return inner;
  }
  const auto a = t.digits(i);
  if (!a) return std::nullopt;
  if (auto decade = read_decade(t, i, *a)) {
    if (decade->words.first < floor) return std::nullopt;
    return decade;
  }
  if (a->count <= 2 && t.joined(i + 1) && rank_suffix(t, i + 1)) {
    if (auto c = century(t, i, i + 2, a->value)) return c;
    return first_of_centuries(t, i, a->value);
  }
  if (t.is(i + 1, w.bc) || t.is(i + 1, w.bce)) {
    if (a->value == 0) return std::nullopt;
    e.year = 1 - a->value;
    e.words = {i, i + 2};
    return e;
  }
  if ((t.is(i + 1, w.ad) || t.is(i + 1, w.ce)) && t.word(i + 1).has(Word::capitals) && a->value > 0) {
    e.year = a->value;
    e.words = {i, i + 2};
    return e;
  }
  e.year = a->value;
  e.words = {i, i + 1};
  if (a->count < 4) {
    // "The year 71", "c. 347": the years of antiquity want a word before them.
    const bool told = i > 0 && (t.is(i - 1, w.year) || t.is(i - 1, w.circa) || t.is(i - 1, w.c) || t.is(i - 1, w.ca) ||
                                (i > 1 && t.mark(i - 1, U'.') && (t.is(i - 2, w.c) || t.is(i - 2, w.ca))));
    if (!told || a->value == 0 || (t.dash(i + 1) && t.joined(i + 2)) || (a->count == 1)) return read_short_year(t, i);
    return e;
  }
  if (!looks_like_year(t, i, a->value)) return std::nullopt;
  if ((a->value < 1500 || a->value > 2040) && !bare_year_context(t, i) &&
      !(t.dash(i + 1) && t.digits(i + 2) && t.digits(i + 2)->count == 4) && !(i > 0 && t.mark(i - 1, U'(')))
    return std::nullopt;
  // 2016 November: never "in 2016 November Reyes said".
  if (const auto month = month_of(t.id(i + 1));
      month && t.text(i + 1).size() > 3 && t.capital(i + 1) && !t.digits(i + 2) && t.text(i + 1) != "March" &&
      t.text(i + 1) != "April" && !(t.has(i + 2) && t.word(i + 2).kind == WordKind::word && t.capital(i + 2))) {
    e.kind = DateExpression::Kind::month;
    e.month = month;
    e.words.last = i + 2;
    return e;
  }
  // 2018-19, 1890 – 91, 2018/19
  if (t.dash(i + 1) || (t.mark(i + 1, U'/') && t.joined(i + 1) && t.joined(i + 2))) {
    const auto b = t.digits(i + 2);
    if (b && b->count == 2 && b->value > a->value % 100 && !t.mark(i + 3, U'%') &&
        !(t.joined(i + 3) && (t.dash(i + 3) || t.mark(i + 3, U'/')))) {
      e.end_year = a->value / 100 * 100 + b->value;
      e.words.last = i + 3;
      // "2018-19" is one season or budget; "1892–94" and "1892 - 94" run from one year to another.
      if (!t.mark(i + 1, U'/') && !(t.mark(i + 1, U'-') && t.joined(i + 1))) {
        e.day_span = t.word(i).span();
        e.until.emplace();
        e.until->year = e.end_year;
        e.until->day_span = t.word(i + 2).span();
      }
    }
  }
  return e;
}

// Shared with ranks in words ("nineteenth century").
std::optional<DateExpression> read_century_in_words(const DateText& t, std::uint32_t i) {
  const auto rank = rank_of(t.id(i));
  if (!rank) return std::nullopt;
  // "twenty-first century" begins at "twenty".
  if (i >= 2 && t.dash(i - 1) && t.joined(i) && count_of(t.id(i - 2)) == 20)
    return century(t, i - 2, i + 1, 20 + *rank);
  return century(t, i, i + 1, *rank);
}

}  // namespace stet
