#include "facts/date_carried.h"

#include <algorithm>
#include <cstdlib>
#include <span>

#include "facts/calendar.h"
#include "facts/date_expression.h"

namespace stet {

namespace {

// Counts from now: yesterday, last week, on Friday. Histories, too, say "today" for these days.
bool from_now(const Paragraph& p, const DateMention& d) {
  if (!d.relative || d.month || d.quoted) return false;
  return d.words.size() > 1 || (p.text(d.words.first) != "today" && p.text(d.words.first) != "Today");
}

bool year_of_its_own(const DateMention& d) { return d.year && !d.quoted && d.bound == DateMention::Bound::at; }

// Does the draft tell of years long before or after it was published, and of hardly any other?
bool tells_of_other_years(const Facts& facts) {
  if (!facts.context().date) return false;
  const int now = year_of(*facts.context().date);
  std::size_t far = 0, near = 0;
  for (const std::size_t p : facts.with<DateMention>())
    for (const DateMention& d : facts.local(p).dates) {
      if (from_now(facts.paragraph(p), d)) ++near;
      else if (d.year) ++(std::abs(*d.year - now) >= 2 ? far : near);
    }
  return far >= 4 && far >= 4 * near;
}

bool leaves_its_year(const DateMention& d) { return d.month && d.relative && !d.year_said; }
bool leaves_its_day(const DateMention& d) { return !d.relative && !d.year_said && !d.first && !d.last; }

}  // namespace

CarriedDates::CarriedDates(const Facts& facts) : facts_(facts) {
  const bool history = tells_of_other_years(facts);
  DateScene before;
  for (const std::size_t p : facts.with<DateMention>()) {
    const std::span<const DateMention> own = facts.local(p).dates;
    if ((history && std::ranges::any_of(own, leaves_its_year)) || std::ranges::any_of(own, leaves_its_day)) {
      std::vector<DateMention> again = find_dates(facts.paragraph(p), facts.context(), before);
      if (again.size() == own.size()) read_[p] = std::move(again);
    }
    for (const DateMention& d : of(p)) {
      if (history && year_of_its_own(d)) before.year = d.year;
      if (d.quoted || !d.first || (d.relative && !d.month)) continue;
      before.day = d.first;
      before.day_end = d.last;
    }
  }
}

std::span<const DateMention> CarriedDates::of(std::size_t p) const {
  const auto found = read_.find(p);
  if (found != read_.end()) return found->second;
  return facts_.local(p).dates;
}

}  // namespace stet
