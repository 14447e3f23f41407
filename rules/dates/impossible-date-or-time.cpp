// Days that no month has, months that no year has, hours that no clock shows.
#include <fmt/format.h>

#include "facts/calendar.h"
#include "facts/clock.h"
#include "facts/date_text.h"
#include "facts/within.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

unsigned days_in(int year, unsigned month) {
  const DayRange range = month_range(year, month);
  return range.last ? static_cast<unsigned>(range.last->day()) : 31;
}

// Plain digits of at most four places.
struct Digits {
  int value;
  std::size_t places;
};
std::optional<Digits> digits(const WordView& w, At i) {
  const std::string_view s = w.text(i);
  if (!w.number(i) || s.size() > 4) return std::nullopt;
  int value = 0;
  for (const char c : s) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return Digits{value, s.size()};
}

class Reader {
 public:
  Reader(bool leap_check, const Facts& facts, Report& report, std::size_t p)
      : leap_check_(leap_check), facts_(facts), report_(report), p_(p), w_(facts.paragraph(p), facts.context()) {}

  void run() {
    const ParagraphFacts& local = facts_.local(p_);
    for (const DateMention& date : local.dates) {
      look(date, date);
      if (date.until) look(*date.until, date);
    }
    const Paragraph& paragraph = w_.paragraph();
    static const ClassSet hours = class_set({WordClass::day_part});
    if (!paragraph.holds(WordKind::number) && !paragraph.holds(hours)) return;
    const WordId noon = facts_.lexicon().id("noon"), midnight = facts_.lexicon().id("midnight");
    std::size_t next = 0;  // the date mention at or behind the word
    for (At i = 0; i < paragraph.words.size(); ++i) {
      const Word& word = paragraph.words[i];
      if (word.kind != WordKind::number && word.id != noon && word.id != midnight) continue;
      while (next < local.dates.size() && local.dates[next].words.last <= i) ++next;
      const bool dated = next < local.dates.size() && local.dates[next].words.contains(i) && local.dates[next].day;
      if (word.kind == WordKind::number) {
        if (!dated && numeric(i)) continue;
        day_word(i);
      }
      clock(i);
    }
  }

 private:
  Report::Added tell(WordRange words, std::string message) {
    auto added = report_.add(p_, w_.paragraph().span(words), std::move(message));
    if (w_[words.first].has(Word::in_quotation)) added.at_most(Severity::information);
    return added;
  }

  // June 31; February 29 in a common year.
  void look(const SaidDay& said, const DateMention& whole) {
    if (!said.month || !said.day || *said.day < 29 || *said.month < 1 || *said.month > 12) return;
    if (said.year && (!year_in_reach(*said.year) || *said.year <= 0)) return;
    const unsigned month = *said.month, day = *said.day;
    const unsigned longest = days_in(said.year.value_or(2000), month);
    if (day <= longest) return;
    const bool leap = month == 2 && day == 29;
    // Until 1923 somewhere a calendar stood in which 1900 was a leap year.
    if (leap && (!leap_check_ || (*said.year < 1924 && *said.year % 4 == 0))) return;
    if (by_other_calendar(w_.paragraph(), whole.words)) return;
    const std::string name(month_name(month));
    auto added = report_.add(
        p_, said.day_span.empty() ? whole.span : said.day_span,
        leap ? fmt::format("{} was no leap year: its February has 28 days", *said.year)
             : fmt::format("{} has {} days: there is no {} {}", name, month == 2 ? "28 or 29" : "30", name, day));
    if (whole.quoted) added.at_most(Severity::information);
    const std::string right = std::to_string(longest);
    for (At i = whole.words.first; i < whole.words.last; ++i)
      if (const auto d = digits(w_, i); d && d->places <= 2 && static_cast<unsigned>(d->value) == day) {
        added.fix(fmt::format("Change to {} {}", name, right), {{p_, w_[i].span(), right}});
        break;
      }
    added.detail(fmt::format("{}{} has {} days.", name, said.year ? " " + std::to_string(*said.year) : "", longest));
  }

  // 2020-14-03, 31/13/2020. What has larger parts than a day can have is a number of something else.
  bool numeric(At i) {
    const auto a = digits(w_, i), b = digits(w_, i + 2), c = digits(w_, i + 4);
    if (!a || !b || !c) return false;
    for (const At k : {i + 1, i + 2, i + 3, i + 4})
      if (!w_.glued(k)) return false;
    const bool slashes = w_.mark(i + 1, '/') && w_.mark(i + 3, '/');
    const bool hyphens = w_.hyphen(i + 1) && w_.hyphen(i + 3);
    if (w_.glued(i) && i > 0 && !w_.mark(i - 1, '(')) return false;
    if (w_.glued(i + 5) && (w_.dash(i + 5) || w_.mark(i + 5, '/') || !w_.kind(i + 5, WordKind::mark))) return false;
    if (w_.any(i - 1, {"version", "release", "build", "no", "number", "section", "case", "model", "part", "isbn",
                       "docket", "bill", "item"}) ||
        (w_.mark(i - 1, '.') && w_.is(i - 2, "no")))
      return false;
    const auto year = [](Digits d) { return d.places == 4 && d.value >= 1900 && d.value <= 2100; };
    const auto small = [](Digits d) { return d.places == 2 && d.value <= 31; };
    std::string why;
    if (hyphens && year(*a) && small(*b) && small(*c)) {
      if (b->value > 12) why = fmt::format("there is no month {}", b->value);
      else if (b->value == 0) why = "there is no month 0";
      else if (c->value == 0) why = "there is no day 0";
    } else if (slashes && year(*c) && a->places <= 2 && b->places <= 2 && a->value <= 31 && b->value <= 31) {
      if (a->value > 12 && b->value > 12) why = fmt::format("neither {} nor {} is a month", a->value, b->value);
      else if (a->value == 0 || b->value == 0) why = "no day and no month is 0";
    }
    if (why.empty()) return false;
    auto added = tell({i, i + 5}, why);
    if (hyphens && b->value > 12 && c->value >= 1 && c->value <= 12) {
      const std::string month(w_.text(i + 4)), day(w_.text(i + 2));
      added.fix(fmt::format("Change to {}-{}-{}", a->value, month, day),
                {{p_, w_[i + 2].span(), month}, {p_, w_[i + 4].span(), day}});
    }
    return true;
  }

  // "on June 32", "March 0, 2020", "on 32 June"
  void day_word(At i) {
    const auto d = digits(w_, i);
    if (!d || d->places > 2 || (d->value >= 1 && d->value <= 31)) return;
    const auto year = [&](At k) {
      const auto y = digits(w_, w_.mark(k, ',') ? k + 1 : k);
      return y && y->places == 4 && y->value >= 1500 && y->value <= 2100;
    };
    At month = i;
    if (w_.in(i - 1, WordClass::month) && w_.capital(i - 1) && (w_.is(i - 2, "on") || year(i + 1))) month = i - 1;
    else if (w_.in(i + 1, WordClass::month) && w_.capital(i + 1) && !w_.glued(i + 1) && w_.is(i - 1, "on"))
      month = i + 1;
    else return;
    if (w_.glued(i + 1) && !w_.kind(i + 1, WordKind::mark)) return;
    tell({std::min(month, i), std::max(month, i) + 1}, fmt::format("no month has a day {}", d->value));
  }

  void clock(At i) {
    const auto time = clock_at(w_, i);
    if (!time) return;
    const bool halved = time->half != ClockTime::Half::none;
    std::string why;
    if (time->named) {
      if (halved)
        why =
            fmt::format("{} is neither a.m. nor p.m.", w_.is(time->half_words.first - 1, "noon") ? "noon" : "midnight");
    } else if (halved && time->hour > 12 && time->hour <= 24) {
      why = fmt::format("hour {} is of the clock of 24 hours, which has no a.m. and p.m.", time->hour);
    } else if (halved || told_as_time(*time)) {
      if (time->hour > 24 || (time->hour == 24 && time->minute.value_or(0) > 0))
        why = fmt::format("no clock shows an hour {}", time->hour);
      else if (time->minute.value_or(0) > 59) why = fmt::format("an hour has 60 minutes, not {}", *time->minute);
    }
    if (why.empty()) return;
    auto added = tell(time->words, std::move(why));
    if (!halved || time->minute.value_or(0) > 59 || time->hour > 24) return;
    const Span half = w_.paragraph().span(time->half_words);
    const std::uint32_t before = w_[time->half_words.first - 1].end;
    // The stop that ends the sentence stays.
    const bool ends = time->half_words.last == w_.size() || w_.starts_sentence(time->half_words.last);
    const bool dotted = w_.text(time->half_words.last - 1).ends_with('.');
    added.fix(fmt::format("Drop “{}”", w_.paragraph().text(time->half_words)),
              {{p_, {before, half.end}, ends && dotted ? "." : ""}});
  }

  // "At 25:10": a time of day, where the sentence names a day and speaks of no match and no verse.
  bool told_as_time(const ClockTime& time) const {
    if (!time.minute || !w_.is(time.words.first - 1, "at") || (time.hour > 24 && *time.minute > 59)) return false;
    if (w_.any(time.words.last, {"gmt", "utc", "est", "bst", "cet", "local", "hours", "hrs"})) return true;
    const WordRange sentence = sentence_around(w_.paragraph(), time.words);
    if (sentence.size() > longest_sentence) return false;
    bool day = false;
    for (const DateMention& date : within(facts_.local(p_).dates, sentence))
      day = day || date.grain == DateMention::Grain::day;
    if (!day) return false;
    for (At k = sentence.first; k < sentence.last; ++k)
      if (w_.any(k, {"goal", "score", "scores", "won",    "set",      "points", "scored",   "minute",  "minutes",
                     "lap",  "laps",  "race",   "match",  "game",     "half",   "period",   "quarter", "video",
                     "film", "psalm", "verse",  "record", "marathon", "ran",    "finished", "odds"}))
        return false;
    return true;
  }

  bool leap_check_;
  const Facts& facts_;
  Report& report_;
  std::size_t p_;
  WordView w_;
};

}  // namespace

Check impossible_date_or_time(const Options& options) {
  const bool leap_check = options.flag("leap_check");
  return [leap_check](const Facts& facts, const Sources&, Report& report) {
    for (std::size_t p = 0; p < facts.size(); ++p) {
      const Paragraph& paragraph = facts.paragraph(p);
      if (paragraph.foreign || paragraph.zone == Zone::code || paragraph.zone == Zone::math) continue;
      Reader(leap_check, facts, report, p).run();
    }
  };
}

}  // namespace stet::rules
