#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <span>
#include <string>
#include <utility>

#include "facts/digits.h"
#include "facts/figure_number.h"
#include "facts/plain_number.h"
#include "facts/word_view.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

struct Settings {
  bool en_dash;
  std::vector<std::string> unit_price;
};

bool money(const Figure& f) { return f.dimension == Dimension::money; }
Letters letters_of(const Figure& f) { return money(f) ? Letters::scale : Letters::no_scale; }

// $1.2 is no price, which has two digits of cents: its scale is lost.
bool lone(const WordView& w, const Figure& f) {
  return money(f) && f.value && decimals_shown(f) == 1 && *f.value < 1000 && !f.quoted &&
         scale_said(w, f.words, Letters::scale).empty() && w.number(f.words.last - 1);
}

// The digits before the scale: 1.6 of $1.6 billion, as tenths.
std::optional<long> tenths(double value) {
  while (value >= 1000) value /= 1000;
  const double t = std::round(value * 10);
  if (std::abs(value * 10 - t) > 1e-6) return std::nullopt;
  return static_cast<long>(t);
}

std::string currency(const std::string& unit) { return unit.substr(0, 3); }

class Reader {
 public:
  Reader(const Settings& settings, const Facts& facts, Report& report)
      : settings_(settings), facts_(facts), report_(report) {}

  void draft() {
    for (const std::size_t p : facts_.with<Figure>()) {
      const WordView w(facts_.paragraph(p), facts_.context());
      const std::span<const Figure> figures = facts_.local(p).figures;
      for (std::size_t k = 0; k < figures.size(); ++k) {
        if (!figures[k].value) range(p, w, figures[k]);
        else if (k + 1 < figures.size()) change(p, w, figures[k], figures[k + 1]);
        if (lone(w, figures[k])) lone_.push_back({static_cast<std::uint32_t>(p), static_cast<std::uint32_t>(k)});
      }
    }
    if (lone_.empty()) return;
    find_scaled();
    for (const FactRef at : lone_) series_or_other(at);
  }

 private:
  // "from $1.2 to $1.6 billion"
  void range(std::size_t p, const WordView& w, const Figure& f) {
    if (f.quoted || f.dimension == Dimension::percent) return;
    At number = f.words.first;
    while (number < f.words.last && !w.number(number)) ++number;
    At join = number + 1;
    while (join < f.words.last && !w.any(join, {"to", "and", "or"}) && !w.dash(join)) {
      if (!w.number(join) && !w.mark(join, '.')) return;  // a word: its scale or its unit
      ++join;
    }
    if (join >= f.words.last || (settings_.en_dash && w.dash(join))) return;
    At first = number;
    while (first > f.words.first && !w.any(first - 1, {"from", "between", "about", "around", "some", "than"})) --first;
    if (!scale_said(w, {first, join}, letters_of(f)).empty()) return;
    const WordRange scale = scale_said(w, {join + 1, f.words.last}, letters_of(f));
    if (scale.empty() || !w.number(scale.first - 1) || !smaller(w, number, scale.first - 1)) return;
    if (w.is(scale.first, "hundred") || (!money(f) && w.is(scale.first, "thousand") && w.text(number).size() > 2))
      return;
    tell(p, w, {first, join}, join, scale, f.words.last);
  }

  // "rose from $2 to $3 million": no range, but the ends of a change have one scale, too.
  void change(std::size_t p, const WordView& w, const Figure& a, const Figure& b) {
    if (!money(a) || !money(b) || !b.value || a.quoted || a.unit != b.unit || a.words.last + 1 != b.words.first) return;
    const At join = a.words.last;
    if (!w.is(join, "to") || !w.is(a.words.first - 1, "from") || !scale_said(w, a.words, Letters::scale).empty())
      return;
    const WordRange scale = scale_said(w, b.words, Letters::scale);
    if (scale.empty() || !w.number(join - 1) || !w.number(scale.first - 1) || !smaller(w, join - 1, scale.first - 1))
      return;
    tell(p, w, a.words, join, scale, b.words.last);
  }

  // Is the first number a bit smaller than the second, as both stand without a scale? From $50 to $2 million may be.
  static bool smaller(const WordView& w, At first, At second) {
    const auto a = read_digits(w.text(first), w.locale()), b = read_digits(w.text(second), w.locale());
    return a && b && a->value > 0 && a->value < b->value && a->value * 20 > b->value;
  }

  void tell(std::size_t p, const WordView& w, WordRange first, At join, WordRange scale, At end) {
    const Paragraph& paragraph = facts_.paragraph(p);
    const std::string said = paragraph.text(first), word = paragraph.text(scale);
    const bool glued = w.glued(scale.first);
    const std::string whole = said + (glued ? "" : " ") + word;
    auto added = report_.add(p, paragraph.span(first),
                             fmt::format("{} by itself is not {}: repeat the “{}”", said, whole, word));
    added.fix(fmt::format("Replace with {}", whole), {{p, paragraph.span(first), whole}});
    At digits = join + 1;
    while (digits < scale.first && !w.number(digits)) ++digits;
    const At from = w.any(first.first - 1, {"from", "between"}) ? first.first - 1 : first.first;
    const std::string range = fmt::format("{}–{}", said, paragraph.text(WordRange{digits, end}));
    added.fix(fmt::format("Replace with {}", range), {{p, paragraph.span(WordRange{from, end}), range}});
    added.detail(fmt::format("As it stands: {}. Probably meant: {}.", said, whole));
  }

  void find_scaled() {
    for (const std::size_t p : facts_.with<Figure>()) {
      const WordView w(facts_.paragraph(p), facts_.context());
      for (const Figure& f : facts_.local(p).figures) {
        if (!money(f) || !f.value || *f.value < 1e5 || scale_said(w, f.words, Letters::scale).empty()) continue;
        if (const auto t = tenths(*f.value)) scaled_.emplace(std::pair{currency(f.unit), *t}, Place{p, &f});
      }
    }
  }

  // One of a series whose last alone has the scale, or the same digits as an amount that has it.
  void series_or_other(FactRef at) {
    const std::span<const Figure> figures = facts_.local(at.paragraph).figures;
    const Figure& f = figures[at.index];
    const Paragraph& paragraph = facts_.paragraph(at.paragraph);
    const WordView w(paragraph, facts_.context());
    if (priced(w, f)) return;
    for (std::size_t k = at.index + 1; k < figures.size() && k < at.index + 6; ++k) {
      const Figure& next = figures[k];
      if (!money(next) || currency(next.unit) != currency(f.unit)) break;
      const At gap = next.words.first - figures[k - 1].words.last;
      if (gap > 2 || !(w.mark(figures[k - 1].words.last, ',') || w.any(next.words.first - 1, {"to", "and", "or"})))
        break;
      const WordRange scale = scale_said(w, next.words, Letters::scale);
      if (!scale.empty()) return tell(at.paragraph, w, f.words, next.words.first - 1, scale, next.words.last);
    }
    const auto t = tenths(*f.value);
    if (!t) return;
    const auto other = scaled_.find({currency(f.unit), *t});
    if (other == scaled_.end()) return;
    const Place place = other->second;
    const std::string there = facts_.paragraph(place.paragraph).text(place.figure->words);
    const std::string here = paragraph.text(f.words);
    report_
        .add(at.paragraph, f.span,
             fmt::format("{} here, {} in paragraph {}: is the scale lost?", here, there, place.paragraph + 1))
        .related(place.paragraph, place.figure->span, there)
        .fix(fmt::format("Replace with {}", there), {{at.paragraph, f.span, there}});
  }

  // "$1.5 a litre": the price of one.
  bool priced(const WordView& w, const Figure& f) const {
    const At end = f.words.last;
    for (At i = end; i < end + 4 && !w.clause_end(i); ++i)
      for (const std::string& noun : settings_.unit_price)
        if (w.reads(i, noun)) return true;
    return w.any(end, {"a", "an", "per", "each", "apiece"});
  }

  struct Place {
    std::size_t paragraph = 0;
    const Figure* figure = nullptr;
  };

  const Settings& settings_;
  const Facts& facts_;
  Report& report_;
  std::vector<FactRef> lone_;
  std::map<std::pair<std::string, long>, Place> scaled_;  // the first of each
};

}  // namespace

Check dropped_magnitude(const Options& options) {
  const Settings settings{options.flag("allow_en_dash"), options.list("nouns_unit_price")};
  return [settings](const Facts& facts, const Sources&, Report& report) { Reader(settings, facts, report).draft(); };
}

}  // namespace stet::rules
