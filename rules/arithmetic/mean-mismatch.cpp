#include <fmt/format.h>

#include <cmath>

#include "facts/figure_sentences.h"
#include "facts/interval.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

// So many, at so much each, for so much.
struct Product {
  const Figure *count, *each, *total;
};

bool priced(const WordView& w, const Figure& f) {
  return f.dimension == Dimension::rate || w.any(f.words.last, {"each", "apiece"});
}

// "1,200 tickets at $30 each", "1,200 tickets at an average of $30"
bool at_price(const WordView& w, const Figure& count, const Figure& each) {
  if (count.dimension != Dimension::count || (each.dimension != Dimension::money && each.dimension != Dimension::rate))
    return false;
  const At end = with_noun(count).last;
  if (each.words.first < end || each.words.first - end > 5) return false;
  bool at = false;
  for (At i = end; i < each.words.first; ++i) {
    if (w.any(i, {"at", "averaging"})) at = true;
    else if (!w.any(i, {"an", "a", "average", "mean", "price", "cost", "of", "for"})) return false;
  }
  return at || (w.is(each.words.first - 1, "for") && priced(w, each));
}

// What the words before the money say that it is the takings: "taking in", "for a total of", "raised".
bool takings(const WordView& w, const Figure& f) {
  const At i = f.words.first;
  if (w.is(i - 1, "of") && w.any(i - 2, {"total", "revenue", "takings", "sales", "proceeds"})) return true;
  if (w.is(i - 1, "in") && w.any(i - 2, {"taking", "took", "brought", "bringing", "pulled", "pulling", "takes"}))
    return true;
  return w.any(i - 1, {"raising", "raised", "earning", "earned", "grossing", "grossed", "totalling", "totaling",
                       "totalled", "totaled", "making", "made", "yielding", "costing", "cost", "paying", "paid"});
}

// Words that say the product is not all, or not the same for all.
bool otherwise(const WordView& w, WordRange sentence) {
  for (At i = sentence.first; i < sentence.last; ++i)
    if (w.any(i, {"discount",  "discounts",  "discounted", "fee",       "fees",     "tax",   "taxes",   "vat",
                  "net",       "profit",     "profits",    "including", "plus",     "up",    "median",  "tier",
                  "tiers",     "concession", "half",       "more",      "another",  "other", "costs",   "expenses",
                  "donations", "month",      "week",       "year",      "day",      "first", "deposit", "free",
                  "some",      "extra",      "after",      "before",    "starting", "least", "rising"}))
      return true;
  return false;
}

// Paid by the hour or the day: for how many of them is not said.
bool by_time(const Figure& f) {
  for (const std::string_view unit : {"/s", "/min", "/h", "/d", "/wk", "/mo", "/a"})
    if (f.unit.ends_with(unit)) return true;
  return false;
}

std::string_view currency(const Figure& f) { return std::string_view(f.unit).substr(0, f.unit.find('/')); }

class Products {
 public:
  Products(double tolerance, Report& report) : tolerance_(tolerance), report_(report) {}

  void sentence(const WordView& w, const FigureSentence& s) {
    for (std::size_t k = 0; k + 1 < s.figures.size(); ++k) {
      if (!at_price(w, s.figures[k], s.figures[k + 1])) continue;
      for (const std::size_t t : {k + 2, k - 1})
        if (t < s.figures.size() && s.figures[t].dimension == Dimension::money && takings(w, s.figures[t]) &&
            !otherwise(w, s.words))
          check(w, s.p, {&s.figures[k], &s.figures[k + 1], &s.figures[t]});
    }
  }

 private:
  void check(const WordView& w, std::size_t p, const Product& m) {
    for (const Figure* f : {m.count, m.each, m.total})
      if (!f->value || *f->value <= 0) return;
    if (currency(*m.each) != currency(*m.total) || by_time(*m.each)) return;
    const Interval n = within(*m.count), each = within(*m.each), total = within(*m.total);
    const Interval made{n.low * each.low, n.high * each.high};
    const double size = *m.total->value;
    if (!std::isfinite(made.high) || apart(made, total) <= tolerance_ * size) return;
    const Paragraph& paragraph = w.paragraph();
    const double product = *m.count->value * *m.each->value;
    const std::string a = in_digits(*m.count->value), b = in_digits(*m.each->value, 2), c = in_digits(product, 2);
    const std::string said = paragraph.text(m.total->words);
    auto added = report_.add(p, m.total->span, fmt::format("{} × {} is {}, not {}", a, b, c, said));
    added.related(p, m.count->span, paragraph.text(m.count->words))
        .related(p, m.each->span, paragraph.text(m.each->words));
    added.detail(fmt::format("{} × {} = {}; {} / {} = {}; {} / {} = {}", a, b, c, in_digits(size), a,
                             in_digits(size / *m.count->value, 2), in_digits(size), b,
                             in_digits(size / *m.each->value, 2)));
    offer(added, paragraph, p, *m.total, product);
    offer(added, paragraph, p, *m.each, size / *m.count->value);
    offer(added, paragraph, p, *m.count, size / *m.each->value);
    if (quoted(paragraph, *m.total)) added.quoted();
  }

  // Approximately: within a tenth.
  static Interval within(const Figure& f) {
    const double v = *f.value;
    switch (f.hedge) {
      case Figure::Hedge::none: return shown_interval(f);
      case Figure::Hedge::about: return {.9 * v, 1.1 * v};
      case Figure::Hedge::under: return {.9 * v, v};
      default: return {0, 1e300};
    }
  }

  static void offer(Report::Added& added, const Paragraph& paragraph, std::size_t p, const Figure& f, double right) {
    const std::string number = in_digits(right, 2);
    if (const auto place = digits_of(paragraph, f))
      added.fix(fmt::format("Replace {} with {}", in_digits(*f.value, 2), number), {{p, *place, number}});
  }

  double tolerance_;
  Report& report_;
};

}  // namespace

Check mean_mismatch(const Options& options) {
  const double tolerance = options.number("tolerance");
  return [=](const Facts& facts, const Sources&, Report& report) {
    Products products(tolerance, report);
    for_figure_sentences(facts, 3, [&](const WordView& w, const FigureSentence& s) { products.sentence(w, s); });
  };
}

}  // namespace stet::rules
