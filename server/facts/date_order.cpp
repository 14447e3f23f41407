#include "facts/date_order.h"

#include <algorithm>
#include <span>

#include "facts/date_text.h"
#include "facts/within.h"

namespace stet {

namespace {

using At = WordView::At;
using Grain = DateMention::Grain;

std::chrono::sys_days days(Date d) { return std::chrono::sys_days(d); }

// The word of order that rules the date: at most seven words before it, nothing between that ends a clause or is a
// verb of being.
std::optional<At> order_word(const WordView& w, At first, At floor) {
  for (At i = first, n = 0; i-- > floor && n < 7; ++n) {
    if (w.any(i, {"before", "after", "following"}) || (w.is(i, "to") && w.is(i - 1, "prior"))) return i;
    if (!w.word(i) && !w.number(i)) return std::nullopt;
    if (w.any(i, {"and", "or",  "but",  "when", "while", "who",   "which", "that", "was",  "were",    "is", "are",
                  "had", "has", "have", "by",   "since", "until", "than",  "as",   "with", "because", "if", "for"}))
      return std::nullopt;
  }
  return std::nullopt;
}

bool event_date(const WordView& w, const DateMention& d) {
  if (event_noun(w, d.words.last) || (w.word(d.words.last) && event_noun(w, d.words.last + 1))) return true;
  return w.any(d.words.first - 1, {"of", "in"}) && event_noun(w, d.words.first - 2);
}

}  // namespace

bool said_exactly(const DateMention& d) {
  return d.year_said && d.year && !d.until && !d.relative && !d.approximate && !d.quoted && d.first && d.last &&
         (d.grain == Grain::year || d.grain == Grain::month || d.grain == Grain::day) &&
         (d.grain != Grain::year || d.first->year() == d.last->year());
}

bool event_noun(const WordView& w, At i) {
  static constexpr WordKeySet nouns{
      {"accord",     "agreement",  "armistice",  "assassination", "attack",    "attacks",   "battle",    "blast",
       "bombing",    "ceasefire",  "collapse",   "coup",          "crash",     "crisis",    "cyclone",   "disaster",
       "drought",    "earthquake", "election",   "elections",     "eruption",  "explosion", "famine",    "fire",
       "fires",      "flood",      "floods",     "genocide",      "hurricane", "invasion",  "massacre",  "merger",
       "murder",     "outbreak",   "pandemic",   "putsch",        "quake",     "raid",      "rebellion", "recession",
       "referendum", "revolt",     "revolution", "riot",          "riots",     "shooting",  "storm",     "strike",
       "treaty",     "tsunami",    "uprising",   "vote",          "war",       "wreck"}};
  return w.inside(i) && nouns.contains(w.key(i));
}

DaysBetween days_between(const DateMention& from, const DateMention& to) {
  return {(days(*to.first) - days(*from.last)).count(), (days(*to.last) - days(*from.first)).count()};
}

std::optional<double> days_of_unit(std::string_view unit) {
  if (unit == "a") return 365.2425;
  if (unit == "mo") return 30.436875;
  if (unit == "wk") return 7;
  if (unit == "d") return 1;
  if (unit == "decade") return 3652.425;
  if (unit == "century") return 36524.25;
  return std::nullopt;
}

std::vector<DateOrder> date_orders(const WordView& w, const ParagraphFacts& facts) {
  std::vector<DateOrder> out;
  const std::span<const DateMention> dates = facts.dates;
  for (std::size_t k = 0; k < dates.size(); ++k) {
    const DateMention& other = dates[k];
    if (!said_exactly(other)) continue;
    const WordRange sentence = sentence_around(w.paragraph(), other.words);
    const At floor = k > 0 ? std::max(sentence.first, dates[k - 1].words.last) : sentence.first;
    const auto order = order_word(w, other.words.first, floor);
    if (!order) continue;
    DateOrder o;
    o.other = &other;
    o.after = !w.is(*order, "before") && !w.is(*order, "to");
    o.event = event_date(w, other);
    At begins = w.is(*order, "to") ? *order - 1 : *order;
    for (const Figure& f : within(facts.figures, {begins > 8 ? begins - 8 : 0, begins}))
      if (f.dimension == Dimension::duration && f.words.last == begins && f.value && days_of_unit(f.unit))
        o.distance = &f;
    if (o.distance != nullptr) {
      begins = o.distance->words.first;
      if (!o.distance->approximator.empty()) begins = std::min(begins, o.distance->approximator.first);
    }
    // "A year before": one of the unit, which is no figure.
    if (o.distance == nullptr && begins > sentence.first + 1 && w.any(begins - 2, {"a", "one"}) &&
        w.any(begins - 1, {"year", "decade", "month", "century", "week", "day"}))
      begins -= 2;
    while (begins > sentence.first && w.any(begins - 1, {"just", "shortly", "soon", "only", "barely", "immediately",
                                                         "right", "well", "long", "some", "exactly", "a", "full"}))
      --begins;
    o.words = {o.distance != nullptr ? o.distance->words.first : *order, other.words.last};
    // "In 2015, three years before …"
    if (k > 0 && sentence.contains(dates[k - 1].words.first)) {
      At i = dates[k - 1].words.last;
      if (w.mark(i, ',') || w.mark(i, '(') || w.dash(i)) ++i;
      if (i == begins && said_exactly(dates[k - 1]) && dates[k - 1].bound == DateMention::Bound::at)
        o.told = &dates[k - 1];
      else o.told = nullptr;
    } else {
      o.told = nullptr;
    }
    // "Three years before the war of 2012, in 2015, …"
    if (o.told == nullptr && k + 1 < dates.size() && sentence.contains(dates[k + 1].words.first)) {
      const DateMention& next = dates[k + 1];
      At i = other.words.last;
      for (int n = 0; n < 3 && w.word(i) && i < next.words.first; ++n) ++i;
      if (w.mark(i, ',') && w.any(i + 1, {"in", "on"}) && i + 2 == next.words.first && said_exactly(next) &&
          next.bound == DateMention::Bound::at)
        o.told = &next;
    }
    if (o.told != nullptr) out.push_back(o);
  }
  return out;
}

}  // namespace stet
