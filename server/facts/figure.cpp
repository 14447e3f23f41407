#include "facts/figure.h"

#include <algorithm>
#include <cmath>
#include <span>

#include "facts/figure_exclude.h"
#include "facts/figure_heads.h"
#include "facts/figure_range.h"
#include "facts/hedges.h"
#include "facts/quantity.h"
#include "facts/units.h"

namespace stet {

namespace {

using At = WordView::At;

class FigureFinder {
 public:
  FigureFinder(const Paragraph& paragraph, const Context& context, std::span<const DateMention> dates)
      : w_(paragraph, context), dates_(dates) {}

  std::vector<Figure> find() {
    const std::vector<Word>& words = w_.paragraph().words;
    // A paragraph that is nothing but "a pound".
    if (words.size() == 2 && w_.any(0, {"a", "an"})) read(0);
    static const ClassSet in_letters = class_set({WordClass::number_word});
    if (!w_.paragraph().holds(WordKind::number) && !w_.paragraph().holds(in_letters)) return std::move(figures_);
    const Lexicon& lexicon = w_.lexicon();
    for (At i = 0; i < words.size(); ++i) {
      const Word& word = words[i];
      const bool number = word.kind == WordKind::number;
      if (!number && !(word.kind == WordKind::word && lexicon.is(word.id, WordClass::number_word))) continue;
      if (i < free_ || in_date(i)) continue;
      read(i);
    }
    return std::move(figures_);
  }

 private:
  bool in_date(At i) {
    while (date_ < dates_.size() && dates_[date_].words.last <= i) ++date_;
    return date_ < dates_.size() && dates_[date_].words.contains(i);
  }

  void read(At i) {
    const At begin = std::max(quantity_begin(w_, i), free_);
    auto quantity = read_quantity(w_, begin);
    if (!quantity && begin != i) quantity = read_quantity(w_, i);
    if (!quantity) {
      // What cannot be read is not read by its end: the million of 1e308 million.
      for (At k = i + 1; w_.number(i) && (w_.glued(k) || w_.in(k, WordClass::number_word)); ++k) free_ = k + 1;
      return;
    }
    free_ = quantity->words.last;
    if (const auto ratio = read_ratio(w_, *quantity)) {
      quantity = ratio;
    } else if (const auto range = read_range(w_, *quantity)) {
      if (!is_no_figure(w_, range->low, true) && !is_no_figure(w_, range->high, true) && !year_range(*range)) {
        add_range(*range);
        return;
      }
    } else if (const auto bounds = read_bounds(w_, *quantity)) {
      add_range(*bounds);
      return;
    }
    add(*quantity);
  }

  bool year_range(const Range& r) const {
    const auto year = [](const Quantity& q) {
      return !q.unit_said && q.value >= 1500 && q.value < 2100 && !q.number.grouped && !q.number.in_words;
    };
    return year(r.low) && (year(r.high) || r.high.value < 100);
  }

  void add(const Quantity& q) {
    const bool bare = !q.unit_said && q.dimension != Dimension::age && q.dimension != Dimension::ordinal;
    const bool one = q.value == 1 && !q.number.fraction;
    const At after =
        q.words.last + (w_.hyphen(q.words.last) && w_.glued(q.words.last) && w_.glued(q.words.last + 1) ? 1 : 0);
    const bool hyphenated = after != q.words.last || q.hyphenated;
    std::optional<Head> head;
    if (bare) head = counted_noun(w_, after, one || hyphenated);
    else if (q.dimension != Dimension::ordinal && q.dimension != Dimension::age) head = measured_noun(w_, q.words);
    if (is_no_figure(w_, q, head.has_value())) return;
    if (!bare && !head && q.dimension != Dimension::ordinal && q.dimension != Dimension::age)
      head = named_noun(w_, q.words);
    if (q.number.vague && w_.any(q.words.first, {"few"}) && w_.inside(1)) return;
    if (q.number.ordinal && not_ranked(q)) return;
    Figure f = figure(q);
    if (bare) count(f, q, head, hyphenated);
    if (head) f.head = head->word;
    finish(f, q.value, scaled(meant(q.number), q), head && head->partitive);
  }

  // "second" the unit of time, "first" in "first of all".
  bool not_ranked(const Quantity& q) const { return w_.is(q.words.first, "second") && w_.any(q.words.last, {"hand"}); }

  Figure figure(const Quantity& q) const {
    Figure f;
    f.words = q.words;
    f.dimension = q.dimension;
    f.unit = q.unit;
    f.value = q.value;
    f.rounding = q.number.rounding * q.worth;
    f.in_words = q.number.in_words;
    return f;
  }

  void count(Figure& f, const Quantity& q, const std::optional<Head>& head, bool hyphenated) const {
    if (q.number.fraction) {
      f.dimension = Dimension::ratio;
      return;
    }
    if (!head) {
      const At prev = q.words.first - 1;
      const bool apposition = w_.mark(prev, ',') && w_.mark(q.words.last, ',') && w_.capital(prev - 1) &&
                              q.value < 120 && q.value > 0 && w_.number(q.words.first) && !q.number.decimal;
      f.dimension = apposition ? Dimension::age : Dimension::number;
      if (apposition) f.unit.assign(1, 'a');
      return;
    }
    f.dimension = Dimension::count;
    f.unit = singular(w_.text(head->word));
    if (hyphenated) return;
    rate_of_count(f, *head);
  }

  // "590 burglaries per 100,000 people", "40 deaths a day"
  void rate_of_count(Figure& f, const Head& head) const {
    const At i = head.phrase_end;
    const bool per = w_.is(i, "per");
    if (!per && !w_.any(i, {"a", "an"})) return;
    At k = i + 1;
    std::string number;
    if (per && w_.number(k)) number = std::string(w_.text(k++));
    const auto unit = read_unit(w_, k);
    const bool time = unit && unit->dimension == Dimension::duration;
    if (!time && !per) return;
    if (!time && (!w_.word(k) || w_.in(k, WordClass::np_stop))) return;
    f.unit.append("/").append(number).append(time ? unit->symbol : singular(w_.text(k)));
    f.dimension = Dimension::rate;
    f.words.last = (time ? unit->words.last : k + 1);
  }

  static std::pair<double, double> scaled(std::pair<double, double> meant, const Quantity& q) {
    if (q.number.value == 0 || q.value == q.number.value) return meant;
    const double ratio = q.value / q.number.value;
    const auto p = std::minmax({meant.first * ratio, meant.second * ratio});
    return {p.first, p.second};
  }

  void add_range(const Range& r) {
    Figure f = figure(r.high);
    f.words = r.words;
    f.value.reset();
    if (r.high.dimension == Dimension::ordinal) f.dimension = Dimension::ordinal;
    std::optional<Head> head;
    if (!r.high.unit_said && f.dimension != Dimension::ordinal) {
      head = counted_noun(w_, r.words.last, false);
      if (head) {
        f.dimension = Dimension::count;
        f.unit = singular(w_.text(head->word));
      }
    } else if (f.dimension != Dimension::ordinal) {
      head = measured_noun(w_, r.words);
    }
    if (head) f.head = head->word;
    f.low = r.low.value;
    f.high = r.high.value;
    place_figure(w_, f);
    close(f);
  }

  void finish(Figure& f, double value, std::pair<double, double> meant, bool partitive) {
    const HedgeRead hedge = read_hedge(w_, {f.words.first, f.words.last});
    f.approximator = hedge.words;
    f.hedge = hedge.hedge;
    std::tie(f.low, f.high) = hedged(hedge.hedge, value, meant);
    place_figure(w_, f);
    f.part = f.part || partitive;
    if (vague(f)) f.value.reset();
    close(f);
  }

  // "dozens", "hundreds": an interval, no value. "a few", said alone, is three.
  bool vague(const Figure& f) const {
    return f.in_words && f.words.size() >= 1 && !w_.any(f.words.last - 1, {"few"}) && plural_scale_alone(f);
  }
  bool plural_scale_alone(const Figure& f) const {
    return w_.any(f.words.first,
                  {"dozens", "hundreds", "thousands", "millions", "billions", "trillions", "lakhs", "crores"});
  }

  void close(Figure& f) {
    f.span = w_.paragraph().span(f.words);
    for (At i = f.words.first; i < f.words.last; ++i) f.quoted = f.quoted || w_[i].has(Word::in_quotation);
    free_ = std::max(free_, f.words.last);
    if (!std::isfinite(f.value.value_or(0)) || std::isnan(f.low) || std::isnan(f.high)) return;
    if (!figures_.empty() && figures_.back().words.last > f.words.first) return;
    figures_.push_back(std::move(f));
  }

  WordView w_;
  std::span<const DateMention> dates_;
  std::size_t date_ = 0;
  At free_ = 0;
  std::vector<Figure> figures_;
};

}  // namespace

std::vector<Figure> find_figures(const Paragraph& paragraph, const Context& context,
                                 std::span<const DateMention> dates) {
  return FigureFinder(paragraph, context, dates).find();
}

}  // namespace stet
