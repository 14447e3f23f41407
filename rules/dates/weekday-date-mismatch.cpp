// The weekday said beside a date against the calendar.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <span>

#include "facts/calendar.h"
#include "facts/date_carried.h"
#include "facts/date_text.h"
#include "lint/rule.h"
#include "prose/fold.h"

namespace stet::rules {

namespace {

class Reader {
 public:
  Reader(int window, const Facts& facts, Report& report) : window_(window), facts_(facts), report_(report) {}

  Holds paragraph(std::size_t p) {
    p_ = p;
    const std::span<const DateMention> dates = facts_.local(p).dates;
    if (std::ranges::none_of(dates, [](const DateMention& d) { return d.weekday || (d.until && d.until->weekday); }))
      return Holds::nothing;
    for (index_ = 0; index_ < dates.size(); ++index_) {
      look(dates[index_], dates[index_]);
      if (dates[index_].until) look(*dates[index_].until, dates[index_]);
    }
    return Holds::something;
  }

 private:
  void look(const SaidDay& said, const DateMention& whole) {
    if (!said.weekday || !said.month || !said.day || by_other_calendar(facts_.paragraph(p_), whole.words) ||
        in_a_name(said))
      return;
    std::vector<int> years = candidates(said);
    if (years.empty()) {
      if (told_) return;
      told_ = true;
      report_.not_assessed("no publication date: add date: to the front matter or pass --date",
                           facts_.absolute(p_, said.weekday_span));
      return;
    }
    std::optional<Date> day;
    for (const int year : years) {
      const auto there = make_date(year, *said.month, *said.day);
      if (!there) {
        if (said.year) return;  // a day that does not exist is another rule's matter
        continue;
      }
      if (weekday_of(*there) == *said.weekday) return;
      if (!day) day = there;
    }
    if (day) report(said, *day);
  }

  // The year said, or every one that may be meant, the likeliest first.
  std::vector<int> candidates(const SaidDay& said) {
    if (said.year) return {*said.year};
    std::vector<int> years;
    if (const auto& anchor = facts_.context().date) {
      const int year = static_cast<int>(anchor->year());
      const std::optional<int> told = carried_year();
      if (told) years.push_back(*told);
      years.push_back(year);
      for (int n = 1; n <= window_ && !told; ++n) {
        years.push_back(year - n);
        years.push_back(year + n);
      }
      std::size_t tried = 0;
      for (const DateMention& other : facts_.local(p_).dates)
        if (other.year && ++tried <= 50) years.push_back(*other.year);
    }
    return years;
  }

  // In a history, the year of the paragraphs before: "In 1832 she bought a yard. … On Saturday, May 30, …"
  std::optional<int> carried_year() {
    if (!carried_) carried_ = std::make_shared<CarriedDates>(facts_);
    const std::optional<Date> own = facts_.local(p_).dates[index_].first, told = carried_->of(p_)[index_].first;
    if (!told || (own && own->year() == told->year())) return std::nullopt;
    return static_cast<int>(told->year());
  }

  // "The Sunday Times, March 14", "Black Friday, 5 June": the weekday belongs to a name.
  bool in_a_name(const SaidDay& said) const {
    const Paragraph& p = facts_.paragraph(p_);
    const auto at = std::lower_bound(p.words.begin(), p.words.end(), said.weekday_span.begin,
                                     [](const Word& w, std::uint32_t b) { return w.begin < b; });
    const auto i = static_cast<std::uint32_t>(at - p.words.begin());
    if (i == 0) return false;
    const Word& before = p.words[i - 1];
    if (before.kind != WordKind::word || !before.has(Word::capital)) return false;
    static constexpr std::array<std::string_view, 12> named{"black",  "good",  "ash",    "bloody", "palm",   "holy",
                                                            "easter", "cyber", "maundy", "shrove", "giving", "super"};
    const std::string folded = fold(p.text(i - 1));
    return std::find(named.begin(), named.end(), folded) != named.end();
  }

  std::string as_said(const SaidDay& said, Date day) const {
    return fmt::format("{} {}{}", month_name(*said.month), *said.day,
                       said.year ? fmt::format(", {}", static_cast<int>(day.year())) : std::string());
  }

  void report(const SaidDay& said, Date day) {
    const std::chrono::weekday right = weekday_of(day);
    const auto& anchor = facts_.context().date;
    const bool past = !anchor || day <= *anchor;
    std::string message = said.year ? fmt::format("{} {} a {}, not a {}", as_said(said, day), past ? "was" : "is",
                                                  weekday_name(right), weekday_name(*said.weekday))
                                    : fmt::format("{} is a {} in {}, not a {}", as_said(said, day), weekday_name(right),
                                                  static_cast<int>(day.year()), weekday_name(*said.weekday));
    const Paragraph& p = facts_.paragraph(p_);
    const Span span = said.weekday_span.joined(said.day_span);
    auto added = report_.add(p_, span, std::move(message));
    const std::string_view now = p.letters.substr(said.weekday_span.begin, said.weekday_span.size());
    const bool short_form = now.size() < 6;
    const std::string weekday(short_form ? weekday_name(right).substr(0, 3) : weekday_name(right));
    added.fix("Change the day to " + weekday, {{p_, said.weekday_span, weekday}});
    // The nearest days with that weekday, before and after.
    if (const auto digits = day_digits(said))
      for (const Date near : {weekday_before(day, *said.weekday), weekday_after(day, *said.weekday)})
        if (near.month() == day.month()) {
          const std::string text = std::to_string(static_cast<unsigned>(near.day()));
          added.fix(fmt::format("Change the date to {} {}", month_name(*said.month), text), {{p_, *digits, text}});
        }
    added.detail(calendar_of(day));
    if (!said.year && anchor)
      added.related(p_, said.day_span,
                    carried_year() ? fmt::format("held against the year told of before, {}", year_of(day))
                                   : "held against the publication date, " + iso_date(*anchor));
  }

  // Where the day's number stands.
  std::optional<Span> day_digits(const SaidDay& said) const {
    const Paragraph& p = facts_.paragraph(p_);
    const std::string wanted = std::to_string(*said.day);
    for (auto at = std::lower_bound(p.words.begin(), p.words.end(), said.day_span.begin,
                                    [](const Word& w, std::uint32_t b) { return w.begin < b; });
         at != p.words.end() && at->begin < said.day_span.end; ++at)
      if (at->kind == WordKind::number && p.text(*at) == wanted) return at->span();
    return std::nullopt;
  }

  // The month as a small calendar, for the hover.
  static std::string calendar_of(Date day) {
    std::string out = fmt::format("{} {}\n\n| Mo | Tu | We | Th | Fr | Sa | Su |\n|---|---|---|---|---|---|---|\n",
                                  month_name(static_cast<unsigned>(day.month())), static_cast<int>(day.year()));
    const DayRange month = month_range(static_cast<int>(day.year()), static_cast<unsigned>(day.month()));
    if (!month.first || !month.last) return {};
    Date at = weekday_before(*month.first, std::chrono::Monday);
    while (at <= *month.last) {
      out += "|";
      for (int column = 0; column < 7; ++column) {
        const auto number = static_cast<unsigned>(at.day());
        if (at.month() != day.month()) out += "  |";
        else out += at == day ? fmt::format(" **{}** |", number) : fmt::format(" {} |", number);
        at = add_days(at, 1).value_or(at);
      }
      out += "\n";
    }
    return out;
  }

  int window_;
  const Facts& facts_;
  Report& report_;
  std::size_t p_ = 0, index_ = 0;          // the paragraph, and the date among its dates
  std::shared_ptr<CarriedDates> carried_;  // made where a year is left out
  bool told_ = false;                      // that without a publication date nothing can be said
};

}  // namespace

Check weekday_date_mismatch(const Options& options) {
  const int window = std::clamp(static_cast<int>(options.number("year_window")), 0, 20);
  return [window](const Facts& facts, const Sources&, Report& report) {
    return Pass{[reader = Reader(window, facts, report)](std::size_t p) mutable { return reader.paragraph(p); }};
  };
}

}  // namespace stet::rules
