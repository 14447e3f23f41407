// A century or a decade, and right behind it a year that lies outside it.
#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "facts/calendar.h"
#include "facts/date_text.h"
#include "facts/word_view.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using Grain = DateMention::Grain;
using At = WordView::At;

std::string ordinal(int n) {
  const int tens = n % 100;
  const std::string_view end = tens >= 11 && tens <= 13 ? "th"
                               : n % 10 == 1            ? "st"
                               : n % 10 == 2            ? "nd"
                               : n % 10 == 3            ? "rd"
                                                        : "th";
  return fmt::format("{}{}", n, end);
}

// "the 20th century" for 1912, "the 1910s" for a decade.
std::string home_of(Grain grain, int year) {
  if (grain == Grain::century) return fmt::format("the {} century", ordinal(year / 100 + 1));
  return fmt::format("the {}s", year / 10 * 10);
}

enum class Part { whole, early, mid, late };

class Reader {
 public:
  Reader(int early, int late, const Facts& facts, Report& report, std::size_t p)
      : early_(early), late_(late), facts_(facts), report_(report), p_(p), w_(facts.paragraph(p), facts.context()) {}

  void run() {
    const std::span<const DateMention> dates = facts_.local(p_).dates;
    for (std::size_t k = 0; k + 1 < dates.size(); ++k) {
      const DateMention &a = dates[k], &b = dates[k + 1];
      if ((a.grain != Grain::century && a.grain != Grain::decade) || !a.first || !a.last) continue;
      if (b.grain != Grain::year || !b.year || !b.first || !b.last || *b.year <= 0) continue;
      if (!explains(a, b)) continue;
      // "(1919–1929)": two dates with a dash between them.
      const DateMention* end = k + 2 < dates.size() ? &dates[k + 2] : nullptr;
      if (end != nullptr && (!w_.dash(b.words.last) || end->words.first != b.words.last + 1 || !end->last))
        end = nullptr;
      judge(a, b, year_of(end != nullptr ? *end->last : *b.last));
    }
  }

 private:
  // Does year b say again when a was? "(1912)", ", in 1912 and 1914." at the end of the sentence.
  bool explains(const DateMention& a, const DateMention& b) const {
    if (a.bound != DateMention::Bound::at || b.words.first > a.words.last + 3) return false;
    if (w_.paragraph().sentence_of(a.words.first) != w_.paragraph().sentence_of(b.words.first)) return false;
    At i = a.words.last;
    const bool bracket = w_.mark(i, '(');
    if (bracket || w_.mark(i, ',')) ++i;
    if (w_.any(i, {"in", "during"})) ++i;
    else if (!bracket) return false;
    if (i != b.words.first) return false;
    if (!closes(b, bracket)) return false;
    // "After the boom of the 1990s, in 2001": the year tells of something else.
    if (!bracket)
      for (At k = a.words.first, n = 0; k-- > 0 && n < 12; ++n) {
        if (w_.clause_end(k)) break;
        if (w_.any(k, {"after",  "since", "following", "before",  "than", "from",    "to",   "until", "till", "like",
                       "unlike", "as",    "compared",  "despite", "by",   "against", "with", "half",  "turn", "end"}))
          return false;
      }
    if (w_.any(a.words.first - 1, {"long", "short", "pre", "post", "and", "or", "to"}) || w_.dash(a.words.first - 1) ||
        w_.any(a.words.first, {"long", "short"}) || w_.any(a.words.first + 1, {"long", "short"}))
      return false;
    return true;
  }

  // Years alone up to the bracket's or the sentence's end.
  bool closes(const DateMention& b, bool bracket) const {
    At i = b.words.last;
    while (w_.any(i, {"and", "to"}) || w_.mark(i, ',') || w_.mark(i, ';') || w_.dash(i) ||
           (w_.number(i) && w_.text(i).size() == 4))
      ++i;
    if (bracket) return w_.mark(i, ')');
    return !w_.inside(i) || w_.mark(i, '.') || w_.mark(i, ';') || w_.mark(i, ')') || w_.starts_sentence(i);
  }

  Part part(const DateMention& a) const {
    for (At i = a.words.first; i < a.words.last; ++i) {
      if (w_.any(i, {"early", "beginning", "start"})) return Part::early;
      if (w_.any(i, {"late", "end"})) return Part::late;
      if (w_.any(i, {"mid", "middle"})) return Part::mid;
    }
    return Part::whole;
  }

  void judge(const DateMention& a, const DateMention& b, int last) {
    // The whole of it: the ordinal says which, the part only where in it.
    const bool century = a.grain == Grain::century;
    const int size = century ? 100 : 10, begin = year_of(*a.first) / size * size, end = begin + size - 1;
    const int first = year_of(*b.first);
    if (begin <= 0) return;
    const Part where = part(a);
    const std::string said = w_.paragraph().text(a.words), year = w_.paragraph().text(b.words);
    // The 19th century may be counted to 1900; "the 2000s" may be all of this century.
    const bool open = !century && begin % 100 == 0 && where == Part::whole;
    const int reach = open ? begin + 99 : century ? end + 1 : end;
    if (last < begin || first > reach) {
      const Grain grain = century ? Grain::century : Grain::decade;
      auto added = report_.add(p_, a.span,
                               fmt::format("{} {} {} to {}; {} is in {}", said, century ? "is" : "are", begin, end,
                                           year, home_of(grain, first)));
      finish(added, a, b);
      const std::string home = home_of(grain, first);
      if (where == Part::whole) added.fix(fmt::format("Replace with {}", home), {{p_, a.span, home}});
      return;
    }
    // Early and late, in decades: the first and the last years, and one year's grace.
    if (century || open || where == Part::whole || where == Part::mid) return;
    const bool early = where == Part::early;
    if (early ? first <= begin + early_ : last >= end - late_) return;
    auto added = report_.add(p_, a.span,
                             fmt::format("{} is not {}: that is {} to {}", year, said, early ? begin : end - late_ + 1,
                                         early ? begin + early_ - 1 : end));
    added.at_most(Severity::warning);
    finish(added, a, b);
  }

  void finish(Report::Added& added, const DateMention& a, const DateMention& b) {
    added.related(p_, b.span, w_.paragraph().text(b.words));
    added.detail(fmt::format("| said | means |\n| --- | --- |\n| {} | {} |\n| {} | {} |\n",
                             w_.paragraph().text(a.words), written_days(a), w_.paragraph().text(b.words),
                             written_days(b)));
    if (a.quoted || b.quoted) added.at_most(Severity::information);
  }

  int early_, late_;
  const Facts& facts_;
  Report& report_;
  std::size_t p_;
  WordView w_;
};

}  // namespace

Check century_decade_slip(const Options& options) {
  const int early = static_cast<int>(std::clamp(options.number("early"), 1.0, 9.0));
  const int late = static_cast<int>(std::clamp(options.number("late"), 1.0, 9.0));
  return [=](const Facts& facts, const Sources&, Report& report) {
    for (const std::size_t p : facts.with<DateMention>())
      if (facts.local(p).dates.size() >= 2) Reader(early, late, facts, report, p).run();
  };
}

}  // namespace stet::rules
