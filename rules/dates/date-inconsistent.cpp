// Two days for one event.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <unordered_map>

#include "facts/calendar.h"
#include "facts/date_event.h"
#include "facts/date_text.h"
#include "facts/word_view.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using Grain = DateMention::Grain;

// Do the two days tell each other's slip? An event's noun may be told of two events, and those are far apart or
// different in everything.
bool near_miss(const DateMention& a, const DateMention& b) {
  if (a.month && b.month && a.day && b.day) {
    if (a.year && b.year && *a.year != *b.year) return a.month == b.month && a.day == b.day;
    if (a.month != b.month) return a.day == b.day && *a.month + 1 >= *b.month && *b.month + 1 >= *a.month;
    return std::max(*a.day, *b.day) - std::min(*a.day, *b.day) <= 3;
  }
  return false;
}

// Days by which they miss, at the coarser of their grains.
bool apart(const DateMention& a, const DateMention& b) {
  if (a.month && b.month && a.day && b.day && (!a.year || !b.year)) return a.month != b.month || a.day != b.day;
  if (!a.year_said || !b.year_said) return false;
  return *a.last < *b.first || *b.last < *a.first;
}

class Reader {
 public:
  Reader(const Facts& facts, Report& report) : facts_(facts), report_(report) {}

  void run() {
    std::vector<std::uint64_t> order;
    std::unordered_map<std::uint64_t, std::vector<DatedEvent>> groups;
    for (const DatedEvent& e : dated_events(facts_)) {
      const DateMention& d = date(e);
      if (!d.month && !d.year) continue;
      auto& group = groups[e.key];
      if (group.empty()) order.push_back(e.key);
      group.push_back(e);
    }
    for (const std::uint64_t key : order) judge(groups[key]);
  }

 private:
  const DateMention& date(const DatedEvent& e) const { return facts_.local(e.paragraph).dates[e.date]; }

  // The days told, each with the first that tells it: two make a conflict, more are several events.
  void judge(const std::vector<DatedEvent>& group) {
    std::vector<std::pair<DatedEvent, std::size_t>> days;
    for (const DatedEvent& e : group) {
      const auto same =
          std::find_if(days.begin(), days.end(), [&](const auto& d) { return !apart(date(d.first), date(e)); });
      if (same != days.end()) ++same->second;
      else days.emplace_back(e, 1);
      if (days.size() > 2) return;
    }
    if (days.size() != 2) return;
    // What is told more often is likelier right; else the later place is asked.
    const bool first_wrong = days[1].second > days[0].second;
    const DatedEvent &here = days[first_wrong ? 0 : 1].first, &there = days[first_wrong ? 1 : 0].first;
    if (here.noun && !near_miss(date(here), date(there))) return;
    const Paragraph &p = facts_.paragraph(here.paragraph), &q = facts_.paragraph(there.paragraph);
    if (here.paragraph == there.paragraph && p.sentence_of(here.words.first) == p.sentence_of(there.words.first))
      return;
    const WordView w(p, facts_.context()), v(q, facts_.context());
    if (another(w, here) || another(v, there)) return;
    const std::string mine = core(p, date(here)), theirs = core(q, date(there));
    auto added = report_.add(
        here.paragraph, p.span(here.words),
        fmt::format("{} here, {} in paragraph {}: one event, two dates", mine, theirs, there.paragraph + 1));
    added.related(there.paragraph, q.span(there.words), theirs);
    std::string table = "| paragraph | date |\n| --- | --- |\n";
    std::size_t rows = 0;
    for (const DatedEvent& e : group)
      if (++rows <= 20)
        table += fmt::format("| {} | {} |\n", e.paragraph + 1, facts_.paragraph(e.paragraph).text(date(e).words));
    added.detail(std::move(table));
    added.fix(fmt::format("Replace with {}", core(q, date(there))),
              {{here.paragraph, core_span(p, date(here)), core(q, date(there))}});
    added.fix(fmt::format("Replace the other with {}", core(p, date(here))),
              {{there.paragraph, core_span(q, date(there)), core(p, date(here))}});
  }

  // The date without "the", so that one can stand for the other.
  static WordRange without_article(const Paragraph& p, const DateMention& d) {
    const std::string_view first = p.text(d.words.first);
    return {d.words.first + (first == "the" || first == "The" ? 1u : 0u), d.words.last};
  }
  static Span core_span(const Paragraph& p, const DateMention& d) { return p.span(without_article(p, d)); }
  static std::string core(const Paragraph& p, const DateMention& d) { return p.text(without_article(p, d)); }

  // "Another", "second", "later": not the same one; "local time", UTC: a day's difference is none.
  static bool another(const WordView& w, const DatedEvent& e) {
    const WordRange sentence = sentence_around(w.paragraph(), e.words);
    for (std::uint32_t i = sentence.first; i < std::min(sentence.last, sentence.first + 80); ++i)
      if (w.any(i, {"another", "second", "third", "previous", "earlier", "failed", "attempted", "reported", "gmt",
                    "utc", "annual", "anniversary", "planned", "postponed", "rescheduled", "originally"}))
        return true;
    return false;
  }

  const Facts& facts_;
  Report& report_;
};

}  // namespace

Check date_inconsistent(const Options&) {
  return [](const Facts& facts, const Sources&, Report& report) {
    if (facts.context().genre != Genre::fiction) Reader(facts, report).run();
  };
}

}  // namespace stet::rules
