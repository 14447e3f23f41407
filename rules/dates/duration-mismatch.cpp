// Durations against the dates they are counted between.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "facts/calendar.h"
#include "facts/date_order.h"
#include "facts/date_text.h"
#include "facts/within.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;
using Grain = DateMention::Grain;

// What is said, in the unit said: from the least to the most that the words can mean.
struct Said {
  double low, high;
};
Said meant(const Figure& f) {
  double low = f.low, high = f.high;
  if (f.hedge == Figure::Hedge::under) low = std::min(low, 0.8 * *f.value);  // nearly
  if (f.hedge == Figure::Hedge::over || f.hedge == Figure::Hedge::at_least) high = 1e9;
  if (f.hedge == Figure::Hedge::at_most) low = 0;
  if (f.low < f.high && f.in_words && f.hedge == Figure::Hedge::none) --low;  // a few: two to five
  return {low, high};
}

std::string_view unit_name(std::string_view unit, double n) {
  const bool one = n == 1;
  if (unit == "a") return one ? "year" : "years";
  if (unit == "mo") return one ? "month" : "months";
  if (unit == "wk") return one ? "week" : "weeks";
  if (unit == "d") return one ? "day" : "days";
  if (unit == "decade") return one ? "decade" : "decades";
  return one ? "century" : "centuries";
}

std::string number(double v) {
  std::string s = fmt::format("{:.1f}", v);
  if (s.ends_with(".0")) s.resize(s.size() - 2);
  return s;
}

class Reader {
 public:
  Reader(bool inclusive, const Facts& facts, Report& report, std::size_t p)
      : inclusive_(inclusive),
        facts_(facts),
        report_(report),
        p_(p),
        w_(facts.paragraph(p), facts.context()),
        local_(facts.local(p)) {}

  void run() {
    for (const DateOrder& order : date_orders(w_, local_)) counted(order);
    for (std::size_t k = 0; k < local_.dates.size(); ++k) {
      range(local_.dates[k]);
      if (k + 1 < local_.dates.size()) bracketed(local_.dates[k], local_.dates[k + 1]);
      if (k + 2 < local_.dates.size()) later(local_.dates[k], local_.dates[k + 1], local_.dates[k + 2]);
    }
    for (const Figure& f : local_.figures)
      if (f.dimension == Dimension::ordinal) anniversary(f);
      else if (f.dimension == Dimension::duration) so_long_since(f);
  }

 private:
  std::string text(const DateMention& d) const { return w_.paragraph().text(d.words); }

  // "In 2018, three years after the war of 2012". Both years: one more or less may be right.
  void counted(const DateOrder& o) {
    if (o.distance == nullptr || o.distance->quoted) return;
    const DateMention &from = o.after ? *o.other : *o.told, &to = o.after ? *o.told : *o.other;
    if (*from.year <= 0 || *to.year <= 0 || *to.last < *from.first) return;  // the order is another rule's matter
    const double unit = *days_of_unit(o.distance->unit);
    const DaysBetween days = days_between(from, to);
    const Said said = meant(*o.distance);
    // Rounding: what is told in whole units may be all but one short or long; decades are told roughly.
    const double least = static_cast<double>(std::max(days.low, 0L)) / unit,
                 most = static_cast<double>(days.high) / unit;
    const bool rough = unit > 3000;
    const double low = rough ? least - 0.3 : std::floor(least) - 0.5, high = rough ? most + 0.3 : std::ceil(most) + 0.5;
    if (said.high >= low && said.low <= high) return;
    tell(*o.distance, from, to, "from");
  }

  void tell(const Figure& f, const DateMention& from, const DateMention& to, std::string_view lead) {
    const double unit = *days_of_unit(f.unit);
    const DaysBetween days = days_between(from, to);
    std::string right;
    if (from.grain == Grain::year && to.grain == Grain::year && f.unit == "a")
      right = std::to_string(*to.year - *from.year);
    else right = number(std::round(static_cast<double>(days.low + days.high) / 2 / unit * 10) / 10);
    auto added =
        report_.add(p_, f.span,
                    fmt::format("{} {} to {} is {} {}, not {}", lead, written_days(from), written_days(to), right,
                                unit_name(f.unit, std::atof(right.c_str())), w_.paragraph().text(f.words)));
    added.related(p_, from.span, text(from)).related(p_, to.span, text(to));
    fix(added, f, right);
  }

  void fix(Report::Added& added, const Figure& f, const std::string& right) {
    for (At i = f.words.first; i < f.words.last; ++i) {
      if (w_.number(i)) {
        added.fix(fmt::format("Replace with {}", right), {{p_, w_[i].span(), right}});
        return;
      }
    }
    // In letters: the number's words are all but the unit.
    if (f.words.size() == 2 && w_.word(f.words.first))
      added.fix(fmt::format("Replace with {}", right), {{p_, w_[f.words.first].span(), right}});
  }

  // "From 2009 to 2016, a span of nine years"; "nine years, from 2009 to 2016".
  void range(const DateMention& d) {
    if (!d.until || !d.first || !d.last || d.quoted || d.approximate || d.relative || !d.year_said) return;
    if (d.grain != Grain::year && d.grain != Grain::month && d.grain != Grain::day) return;
    if (!d.year || !d.until->year || *d.year <= 0 || interrupted(sentence_around(w_.paragraph(), d.words))) return;
    const Figure* f = behind(d);
    if (f == nullptr) f = before(d);
    if (f == nullptr || !f->value || f->quoted || f->dimension != Dimension::duration) return;
    const auto unit = days_of_unit(f->unit);
    if (!unit) return;
    const Said said = meant(*f);
    const double whole = std::chrono::duration<double, std::chrono::days::period>(std::chrono::sys_days(*d.last) -
                                                                                  std::chrono::sys_days(*d.first))
                             .count() +
                         1;
    const bool by_years = d.grain == Grain::year && f->unit == "a",
               by_months = d.grain == Grain::month && f->unit == "mo";
    double low = 0, high = 0;
    std::string right;
    if (by_years || by_months) {
      const int n = by_years ? year_of(*d.last) - year_of(*d.first)
                             : (year_of(*d.last) - year_of(*d.first)) * 12 +
                                   static_cast<int>(static_cast<unsigned>(d.last->month())) -
                                   static_cast<int>(static_cast<unsigned>(d.first->month()));
      low = n;
      high = inclusive_ ? n + 1 : n;
      right = inclusive_ ? fmt::format("{} or {}", n, n + 1) : std::to_string(n);
    } else {
      const double ends = d.grain == Grain::year ? 366 : d.grain == Grain::month ? 31 : 1;
      low = std::floor((whole - 2 * ends) / *unit);
      high = std::ceil(whole / *unit);
      if (f->unit == "d" && d.grain == Grain::day) low = whole - 1;
      if (low < 0) low = 0;
      right = low == high ? number(low) : fmt::format("{} to {}", number(low), number(high));
    }
    if (said.high >= low && said.low <= high) return;
    auto added = report_.add(
        p_, f->span,
        fmt::format("{} is {} {}, not {}", text(d), right, unit_name(f->unit, high), w_.paragraph().text(f->words)));
    // One less is a count from the end of the first to the beginning of the last.
    if (said.high + 1 >= low && said.low <= high) added.at_most(Severity::warning);
    added.related(p_, d.span, text(d));
    added.detail(fmt::format("{} to {}, both ends counted: {} days.", written(*d.first), written(*d.last),
                             static_cast<long>(whole)));
    for (double n = low; n <= std::min(high, low + 1); ++n) fix(added, *f, number(n));
  }

  // "The 12-year war (1990–1996)"
  void bracketed(const DateMention& a, const DateMention& b) {
    if (!said_exactly(a) || !said_exactly(b) || a.grain != Grain::year || b.grain != Grain::year) return;
    if (!w_.mark(a.words.first - 1, '(') || !w_.dash(a.words.last) || a.words.last + 1 != b.words.first ||
        !w_.mark(b.words.last, ')') || *a.year <= 0 || *b.year < *a.year)
      return;
    const At bracket = a.words.first - 1;
    for (const Figure& f : within(local_.figures, {bracket > 6 ? bracket - 6 : 0, bracket})) {
      if (f.dimension != Dimension::duration || f.unit != "a" || f.words.size() < 2 || !f.value || f.quoted) continue;
      if (!w_.hyphen(f.words.last - 2) || f.words.last + 2 < bracket || f.words.last == bracket) continue;
      const int years = *b.year - *a.year;
      const Said said = meant(f);
      if (said.high >= years - 1 && said.low <= years + 1) return;
      auto added = report_.add(
          p_, f.span,
          fmt::format("{} to {} is {} or {} years, not {}", *a.year, *b.year, years, years + 1, number(*f.value)));
      added.related(p_, a.span, text(a)).related(p_, b.span, text(b));
      fix(added, f, std::to_string(years));
      return;
    }
  }

  bool interrupted(WordRange sentence) const {
    if (sentence.size() > 120) return true;
    for (At i = sentence.first; i < sentence.last; ++i)
      if (w_.any(i, {"total", "interrupted", "combined", "terms", "seasons", "school", "fiscal", "academic", "off",
                     "intermittently", "aggregate", "altogether", "financial", "old", "age", "aged", "later", "ago"}))
        return true;
    return false;
  }

  const Figure* figure_at(At first) const {
    const auto found = within(local_.figures, {first, first + 1});
    return found.empty() ? nullptr : &found.front();
  }

  const Figure* behind(const DateMention& d) const {
    At i = d.words.last;
    if (!w_.mark(i, ',') && !w_.mark(i, '(') && !w_.dash(i)) return nullptr;
    ++i;
    if (w_.any(i, {"a", "or", "nearly", "almost", "some", "about"})) ++i;
    for (int n = 0; n < 2 && w_.word(i) && !span_noun(i); ++n) {
      if (figure_at(i) != nullptr) break;
      ++i;
    }
    if (span_noun(i) && w_.is(i + 1, "of")) i += 2;
    const Figure* f = figure_at(i);
    if (f == nullptr) {
      for (const Figure& candidate : within(local_.figures, {i, i + 4}))
        if (!candidate.approximator.empty() && candidate.approximator.first == i) f = &candidate;
      if (f == nullptr) return nullptr;
    }
    // It says the range again: nothing but a noun of duration follows.
    const At end = f->words.last;
    if (w_.clause_end(end) || w_.mark(end, ')') || w_.mark(end, ',') || span_noun(end)) return f;
    return nullptr;
  }

  const Figure* before(const DateMention& d) const {
    At i = d.words.first;
    if (!w_.is(i - 1, "from")) return nullptr;
    --i;
    if (w_.mark(i - 1, ',')) --i;
    if (span_noun(i - 1)) --i;
    for (const Figure& f : within(local_.figures, {i > 6 ? i - 6 : 0, i}))
      if (f.words.last == i && (w_.any(f.words.first - 1, {"for", "over", "spent", "a", "the", "lasted", "of", "in"}) ||
                                !f.approximator.empty()))
        return &f;
    return nullptr;
  }

  bool span_noun(At i) const {
    return w_.any(i, {"span", "period", "stretch", "reign", "run", "tenure", "spell", "interval", "stint", "span",
                      "duration", "career", "rule", "time", "war", "siege", "drought", "stay"});
  }

  // "Built in 2012 … three years later, in 2018"
  void later(const DateMention& from, const DateMention& moved, const DateMention& to) {
    const WordRange sentence = sentence_around(w_.paragraph(), moved.words);
    if (!sentence.contains(from.words.first) || !sentence.contains(to.words.first)) return;
    if (!said_exactly(from) || !said_exactly(to) || !moved.first || !moved.last || moved.quoted || moved.approximate)
      return;
    if (moved.grain != Grain::year || !w_.any(moved.words.last - 1, {"later", "earlier"})) return;
    At i = moved.words.last;
    if (w_.mark(i, ',') || w_.mark(i, '(')) ++i;
    if (w_.is(i, "in")) ++i;
    if (i != to.words.first || from.grain != Grain::year || to.grain != Grain::year) return;
    const int right = std::abs(*to.year - *from.year), said = std::abs(year_of(*moved.first) - *from.year);
    const bool after = w_.is(moved.words.last - 1, "later");
    if ((*to.year < *from.year) == after || std::abs(right - said) <= 1 || *from.year <= 0) return;
    auto added = report_.add(p_, moved.span,
                             fmt::format("from {} to {} is {} years, not {}", *from.year, *to.year, right, said));
    added.related(p_, from.span, text(from)).related(p_, to.span, text(to));
    if (w_.number(moved.words.first))
      added.fix(fmt::format("Replace with {}", right), {{p_, w_[moved.words.first].span(), std::to_string(right)}});
  }

  // "The 10th anniversary of the 2012 flood", held against the day of publication and every year said in the sentence.
  void anniversary(const Figure& f) {
    const auto& anchor = facts_.context().date;
    if (!anchor || f.quoted || !f.value || *f.value < 1 || *f.value > 2000 || !w_.is(f.words.last, "anniversary"))
      return;
    const WordRange sentence = sentence_around(w_.paragraph(), f.words);
    if (sentence.size() > longest_sentence) return;
    if (!w_.is(f.words.last + 1, "of")) return;
    const DateMention* event = nullptr;
    for (const DateMention& d : within(local_.dates, sentence)) {
      if (d.words.first < f.words.last) {
        if (d.year_said) return;  // "In 1999 it marked the …"
        continue;
      }
      if (event != nullptr && d.year_said) return;
      if (event == nullptr) event = &d;
    }
    if (event == nullptr || !said_exactly(*event) || *event->year <= 0 || event->words.first > f.words.last + 9) return;
    for (At i = f.words.last; i < event->words.first; ++i)
      if (w_.kind(i, WordKind::mark) || w_.any(i, {"when", "that", "which", "who", "and"})) return;
    // "On", "in": the date may be the anniversary's own.
    if (!w_.is(event->words.first, "the") && !w_.any(event->words.first - 1, {"of", "the", "its"})) return;
    const int right = year_of(*anchor) - *event->year, off = static_cast<int>(*f.value) - right;
    // An anniversary just gone or to come is right; one far off is of another time.
    if (std::abs(off) <= 1 || std::abs(off) > 5) return;
    if (past_year_in(sentence)) return;
    auto added = report_.add(
        p_, f.span,
        fmt::format("from {} to {} is {} years: the {} anniversary was in {}", *event->year, year_of(*anchor), right,
                    w_.paragraph().text(f.words), *event->year + static_cast<int>(*f.value)));
    added.related(p_, event->span, text(*event)).related_date();
  }

  // "This year marks 30 years since the 1985 earthquake."
  void so_long_since(const Figure& f) {
    const auto& anchor = facts_.context().date;
    if (!anchor || f.quoted || !f.value || f.unit != "a" || f.hedge != Figure::Hedge::none ||
        !w_.is(f.words.last, "since"))
      return;
    const WordRange sentence = sentence_around(w_.paragraph(), f.words);
    if (sentence.size() > longest_sentence) return;
    const auto dates = within(local_.dates, {f.words.last, f.words.last + 4});
    if (dates.empty() || !said_exactly(dates.front()) || *dates.front().year <= 0) return;
    for (const DateMention& d : within(local_.dates, sentence))
      if (&d != &dates.front() && d.year_said) return;
    bool present = false;
    for (At i = f.words.first, n = 0; i-- > sentence.first && n < 5; ++n)
      present = present || w_.any(i, {"marks", "mark", "been", "is", "it's", "'s"});
    const int right = year_of(*anchor) - *dates.front().year, off = static_cast<int>(*f.value) - right;
    if (!present || std::abs(off) <= 1 || std::abs(off) > 5 || past_year_in(sentence)) return;
    auto added = report_.add(p_, f.span,
                             fmt::format("from {} to {} is {} years, not {}", *dates.front().year, year_of(*anchor),
                                         right, number(*f.value)));
    added.related(p_, dates.front().span, text(dates.front())).related_date();
    fix(added, f, std::to_string(right));
  }

  // Another year of the paragraph may be the anniversary's.
  bool past_year_in(WordRange sentence) const {
    std::size_t tried = 0;
    for (const DateMention& d : local_.dates) {
      if (++tried > 200) return true;
      if (d.year_said && !sentence.contains(d.words.first)) return true;
    }
    return false;
  }

  bool inclusive_;
  const Facts& facts_;
  Report& report_;
  std::size_t p_;
  WordView w_;
  const ParagraphFacts& local_;
};

}  // namespace

Check duration_mismatch(const Options& options) {
  const bool inclusive = options.flag("inclusive");
  return [inclusive](const Facts& facts, const Sources&, Report& report) {
    for (const std::size_t p : facts.with<DateMention>()) Reader(inclusive, facts, report, p).run();
  };
}

}  // namespace stet::rules
