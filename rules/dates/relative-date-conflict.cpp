// "Last year", and elsewhere the year itself.
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <memory>
#include <span>
#include <unordered_map>

#include "facts/date_event.h"
#include "facts/date_order.h"
#include "facts/date_text.h"
#include "facts/word_view.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;
using Grain = DateMention::Grain;

// Counted from the day of publication and sure: not a month that names no year ("in April", "last June"), of which
// either reading may be meant.
bool relative(const DateMention& d) {
  return d.relative && !d.month && !d.year_said && !d.quoted && d.first && d.last && !d.until && !d.approximate &&
         d.grain != Grain::open && d.grain != Grain::season && d.grain != Grain::quarter;
}

// Days by which two dates miss each other; 0 where they meet.
long gap(const DateMention& a, const DateMention& b) {
  const auto days = [](Date d) { return std::chrono::sys_days(d); };
  return std::max({0L, static_cast<long>((days(*a.first) - days(*b.last)).count()),
                   static_cast<long>((days(*b.first) - days(*a.last)).count())});
}

// How far a relative date may be off: "two years ago" half a unit, a weekday a week, "last year" not at all.
long slack(const WordView& w, const DateMention& d) {
  const bool ago = w.is(d.words.last - 1, "ago");
  switch (d.grain) {
    case Grain::day: return d.weekday ? 7 : 1;
    case Grain::week: return 7;
    case Grain::month: return ago ? 15 : 0;
    default: return ago ? 183 : 0;
  }
}

class Reader {
 public:
  Reader(const Facts& facts, Report& report) : facts_(facts), report_(report) {}

  void read(std::size_t p) {
    const std::span<const DateMention> dates = facts_.local(p).dates;
    for (std::size_t k = 0; k + 1 < dates.size(); ++k) beside(p, dates[k], dates[k + 1]);
  }

  // "The mission ended last year. … in August 2019, when the mission ended."
  void events() {
    struct Place {
      std::size_t paragraph;
      const DateMention* date;
      Span span;
      int count;
    };
    const std::vector<DatedEvent> found = dated_events(facts_);
    std::unordered_map<std::uint64_t, Place> sure;
    const auto date_of = [&](const DatedEvent& e) -> const DateMention& {
      return facts_.local(e.paragraph).dates[e.date];
    };
    for (const DatedEvent& e : found) {
      if (e.noun || !said_exactly(date_of(e))) continue;
      const auto [it, fresh] = sure.try_emplace(e.key, Place{e.paragraph, &date_of(e), {}, 1});
      // Told of two days: there are two of them.
      if (!fresh && gap(*it->second.date, date_of(e)) > 0) ++it->second.count;
    }
    for (const DatedEvent& e : found) {
      const DateMention& d = date_of(e);
      if (e.noun || !relative(d)) continue;
      const auto it = sure.find(e.key);
      if (it == sure.end() || it->second.count > 1) continue;
      const WordView w(facts_.paragraph(e.paragraph), facts_.context());
      if (gap(d, *it->second.date) <= slack(w, d)) continue;
      tell(e.paragraph, w.paragraph().span(e.words), d, it->second.paragraph, *it->second.date);
    }
  }

 private:
  // "Last year, in 2018," and "in 2018, two years ago,".
  void beside(std::size_t p, const DateMention& a, const DateMention& b) {
    if (b.words.first - a.words.last > 3) return;
    const bool first = relative(a) && said_exactly(b), second = relative(b) && said_exactly(a);
    if (!first && !second) return;
    const WordView w(facts_.paragraph(p), facts_.context());
    if (a.bound != DateMention::Bound::at ||
        w.paragraph().sentence_of(a.words.first) != w.paragraph().sentence_of(b.words.first))
      return;
    At i = a.words.last;
    const bool bracket = w.mark(i, '(');
    if (!bracket && !w.mark(i, ',')) return;
    ++i;
    if (w.any(i, {"in", "on"})) ++i;
    else if (first && !bracket && b.grain != Grain::day) return;
    if (i != b.words.first || (bracket && !w.mark(b.words.last, ')'))) return;
    if (!bracket && !w.clause_end(b.words.last) && !w.mark(b.words.last, ',')) return;
    // "From a low last year, in 2018 …", "As last year, in 2018 …"
    if (a.words.first > 0 && w.any(a.words.first - 1, {"as", "like", "unlike", "than", "until", "from", "to"})) return;
    const DateMention &said = first ? a : b, &date = first ? b : a;
    if (gap(said, date) <= slack(w, said)) return;
    tell(p, said.span, said, p, date);
  }

  void tell(std::size_t p, Span span, const DateMention& said, std::size_t q, const DateMention& date) {
    const Date published = *facts_.context().date;
    const std::string words = facts_.paragraph(p).text(said.words), there = facts_.paragraph(q).text(date.words);
    auto added =
        report_.add(p, span,
                    fmt::format("{} is {}, counted from {}; {} says {}", words, written_days(said), written(published),
                                p == q ? "the text" : fmt::format("paragraph {}", q + 1), there));
    added.related(q, date.span, there).related_date();
    added.detail(fmt::format("| said | means |\n| --- | --- |\n| {} | {} |\n| {} | {} |\n", words, written_days(said),
                             there, written_days(date)));
    const bool year = said.grain == Grain::year;
    const std::string year_word = std::to_string(static_cast<int>(date.first->year()));
    if (year) added.fix(fmt::format("Replace with “in {}”", year_word), {{p, said.span, "in " + year_word}});
    const Paragraph& paragraph = facts_.paragraph(q);
    const std::string right = std::to_string(static_cast<int>(said.first->year()));
    if (year && right != year_word)
      for (std::uint32_t i = date.words.first; i < date.words.last; ++i)
        if (paragraph.words[i].kind == WordKind::number && paragraph.text(i) == year_word) {
          added.fix(fmt::format("Change {} to {}", year_word, right), {{q, paragraph.words[i].span(), right}});
          break;
        }
  }

  const Facts& facts_;
  Report& report_;
};

}  // namespace

Check relative_date_conflict(const Options&) {
  return [](const Facts& facts, const Sources&, Report& report) {
    if (!facts.context().date || facts.context().genre == Genre::fiction) return Pass{};
    const auto reader = std::make_shared<Reader>(facts, report);
    return Pass{[&facts, reader](std::size_t p) {
                  if (facts.local(p).dates.size() < 2) return Holds::nothing;
                  reader->read(p);
                  return Holds::something;
                },
                [reader] { reader->events(); }};
  };
}

}  // namespace stet::rules
