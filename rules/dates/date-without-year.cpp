// A day or a month without its year, in a piece that tells of several.
#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>
#include <span>

#include "facts/date_carried.h"
#include "facts/date_text.h"
#include "facts/within.h"
#include "facts/word_view.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;
using Grain = DateMention::Grain;

class Reader {
 public:
  Reader(int span_years, const Facts& facts, Report& report)
      : span_years_(span_years), facts_(facts), report_(report) {}

  void run() {
    if (!spans_years()) return;
    carried_.emplace(facts_);
    for (std::size_t p = 0; p < facts_.size(); ++p) {
      const Zone zone = facts_.paragraph(p).zone;
      if (zone == Zone::subhead || zone == Zone::headline) section_year_ = said_in(p);
      else if (zone == Zone::body || zone == Zone::list) paragraph(p);
    }
  }

 private:
  // Does the draft tell of so many years? Without a publication date one year that is said is another than today's.
  bool spans_years() const {
    std::optional<int> low, high;
    if (const auto& anchor = facts_.context().date) low = high = static_cast<int>(anchor->year());
    for (const std::size_t p : facts_.with<DateMention>())
      for (const DateMention& d : facts_.local(p).dates)
        if (d.year && *d.year > 0) {
          low = std::min(low.value_or(*d.year), *d.year);
          high = std::max(high.value_or(*d.year), *d.year);
        }
    return low && (*high - *low >= span_years_ || !facts_.context().date);
  }

  bool said_in(std::size_t p) const {
    const auto& dates = facts_.local(p).dates;
    return std::any_of(dates.begin(), dates.end(), [](const DateMention& d) { return d.year_said; });
  }

  void paragraph(std::size_t p) {
    const WordView w(facts_.paragraph(p), facts_.context());
    const DateMention* year = nullptr;  // the last that said its year
    const std::span<const DateMention> dates = facts_.local(p).dates;
    for (std::size_t k = 0; k < dates.size(); ++k) {
      const DateMention& d = dates[k];
      if (d.year_said) {
        year = &d;
        continue;
      }
      if (!d.month || d.quoted || section_year_ || year != nullptr || *d.month > 12) continue;
      if (!w.any(d.words.first - 1, {"in", "on", "since", "until", "by", "from", "of", "after", "before"}) && !d.day)
        continue;
      if (holiday(w, d) || own_month(d) || directed(w, d) || comes_round(w, d)) continue;
      tell(p, w, d, carried_->of(p)[k].first);
    }
  }

  // "July 4", "May Day", "September 11": known by their number.
  static bool holiday(const WordView& w, const DateMention& d) {
    const unsigned day = d.day.value_or(0), month = *d.month;
    return (month == 7 && day == 4) || (month == 9 && day == 11) ||
           (month == 12 && (day == 24 || day == 25 || day == 31)) || (month == 1 && day == 1) ||
           (month == 5 && day == 1) || w.any(d.words.first - 1, {"every", "each"}) || w.is(d.words.last, "day") ||
           w.mark(d.words.first, '/') || w.number(d.words.last - 1) != d.day.has_value();
  }

  // "Those born in November", "it usually rains in April": a month of any year.
  static bool comes_round(const WordView& w, const DateMention& d) {
    if (d.day) return false;
    const WordRange sentence = sentence_around(w.paragraph(), d.words);
    if (sentence.size() > longest_sentence) return false;
    for (At i = sentence.first; i < sentence.last; ++i)
      if (w.any(i, {"born", "birthday", "birthdays", "usually", "always", "typically", "traditionally", "annually",
                    "annual", "yearly", "months", "weather", "season"}))
        return true;
    return false;
  }

  // "Last June", "that May": told from another date.
  static bool directed(const WordView& w, const DateMention& d) {
    for (At i = d.words.first; i < d.words.last; ++i)
      if (w.any(i, {"last", "next", "this", "past", "that", "same", "every", "each"})) return true;
    return w.any(d.words.first - 1, {"last", "next", "this", "every", "each"}) ||
           w.any(d.words.last, {"last", "this", "next"}) ||
           // "in April that year", not "in April that were forged"
           (w.is(d.words.last, "that") && w.any(d.words.last + 1, {"year", "same"}));
  }

  bool own_month(const DateMention& d) const {
    const auto& anchor = facts_.context().date;
    return anchor && static_cast<unsigned>(anchor->month()) == *d.month;
  }

  // `meant`: the day it would be, in a history by the year told of before.
  void tell(std::size_t p, const WordView& w, const DateMention& d, std::optional<Date> meant) {
    const bool led = w.any(d.words.first - 1, {"on", "in"});
    const WordRange words{led ? d.words.first - 1 : d.words.first, d.words.last};
    const At article = w.is(d.words.first, "the") ? 1 : 0;
    const std::string text = w.paragraph().text(WordRange{d.words.first + article, d.words.last});
    const bool known = facts_.context().date && meant;
    const bool told = known && d.first && d.first->year() != meant->year();
    auto added = report_.add(p, w.paragraph().span(words),
                             known ? fmt::format("{} of which year? {} {}", text, static_cast<int>(meant->year()),
                                                 told ? "is told of before" : "would be nearest")
                                   : fmt::format("{} of which year?", text));
    added.related_date();
    if (const DateMention* near = nearest(p, d)) added.related(p, near->span, "the nearest year said");
    if (known) {
      const std::string year = fmt::format("{}{}", d.day ? ", " : " ", static_cast<int>(meant->year()));
      added.fix(fmt::format("Add “{}”", year), {{p, {d.span.end, d.span.end}, year}});
    }
  }

  const DateMention* nearest(std::size_t p, const DateMention& d) const {
    const auto behind = within(facts_.local(p).dates, {d.words.last, d.words.last + 40});
    const auto it = std::find_if(behind.begin(), behind.end(), [](const DateMention& o) { return o.year_said; });
    return it == behind.end() ? nullptr : &*it;
  }

  int span_years_;
  const Facts& facts_;
  Report& report_;
  std::optional<CarriedDates> carried_;
  bool section_year_ = false;
};

}  // namespace

Check date_without_year(const Options& options) {
  const int span_years = static_cast<int>(std::clamp(options.number("span_years"), 1.0, 1000.0));
  return [span_years](const Facts& facts, const Sources&, Report& report) {
    if (facts.context().genre != Genre::fiction) Reader(span_years, facts, report).run();
  };
}

}  // namespace stet::rules
