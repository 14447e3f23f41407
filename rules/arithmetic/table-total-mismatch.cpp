#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "facts/interval.h"
#include "facts/table.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

// So many of the summed cells are shown.
constexpr std::size_t most_parts = 12;

struct Place {
  std::size_t p;
  WordRange words;
};

// What stands above a total, summed as it is read.
struct Column {
  double section = 0, all = 0, totals = 0;  // since the last total; of all plain rows; of the totals so far
  double lowest = std::numeric_limits<double>::infinity(), highest = 0;
  double slack = 0;  // half a unit for every rounded number
  std::size_t n = 0, sections = 0;
  bool summable = true;  // no mean, rate or year; no cell that cannot be read
  bool blank = false;    // a cell is empty: nobody knows whether that is nothing or was left out
  bool rounded = false;  // in thousands, in percent
  std::string unit;
  std::vector<Place> parts;  // the first few

  void take(const CellNumber& c, std::size_t p) {
    if (n == 0) unit = c.unit;
    summable = summable && c.unit == unit && c.value >= 0;
    rounded = rounded || c.percent;
    section += c.value;
    all += c.value;
    lowest = std::min(lowest, c.value);
    highest = std::max(highest, c.value);
    slack += c.rounding > 0 ? c.rounding : rounded ? .5 : 0;
    ++n;
    if (parts.size() < most_parts) parts.push_back({p, c.words});
  }
};

bool says_rounding(const WordView& w) {
  for (At i = 0; i < w.size(); ++i)
    if (w.any(i, {"rounding", "rounded", "overlap", "overlapping", "subset"})) return true;
  return false;
}

// "Total", "Totals", "Grand total", "Total votes", "Subtotal"; "All" and "Sum" alone.
bool total_label(const WordView& w, WordRange cell, const std::vector<std::string>& labels) {
  if (cell.empty()) return false;
  const At i = w.is(cell.first, "grand") ? cell.first + 1 : cell.first;
  if (w.any(i, {"subtotal", "subtotals"}) || (w.is(i, "sub") && w.hyphen(i + 1) && w.is(i + 2, "total"))) return true;
  const std::string word = w.lower(i);
  return std::find(labels.begin(), labels.end(), word) != labels.end() &&
         (cell.size() == 1 || word.starts_with("total") || w.mark(i + 1, ':'));
}

// Means, rates, changes, years and ranks are not added up.
bool no_sum(const WordView& w, WordRange cell) {
  for (At i = cell.first; i < cell.last; ++i)
    if (w.any(i, {"average", "mean",  "median",     "rate",    "rates",  "ratio",      "per",    "index",
                  "rank",    "year",  "years",      "age",     "price",  "prices",     "change", "growth",
                  "turnout", "score", "cumulative", "density", "margin", "difference", "no",     "position",
                  "points",  "max",   "maximum",    "minimum", "peak"}))
      return true;
  return false;
}

bool in_thousands(const WordView& w, WordRange cell) {
  for (At i = cell.first; i < cell.last; ++i)
    if (w.any(i, {"thousand", "thousands", "million", "millions", "billion", "billions", "bn", "m", "000", "000s",
                  "percent", "share", "tonnes"}) ||
        w.mark(i, '%'))
      return true;
  return false;
}

// A row whose last number is not the sum of those before it.
struct Across {
  std::size_t p;
  CellNumber total;
  double sum;
  std::vector<Place> parts;
};

class Tables {
 public:
  Tables(const std::vector<std::string>& labels, const Facts& facts, Report& report)
      : labels_(labels), facts_(facts), report_(report) {}

  void table(const Table& t) {
    const std::size_t width = facts_.paragraph(t.first).columns, named = cells(t.first).size();
    // The corner is often empty; where another name is missing nobody knows which.
    if (width < 2 || named > width || named + 1 < width || noted(t)) return;
    columns_.assign(width, {});
    across_.clear();
    across_right_ = across_at_ = 0;
    const WordView head(facts_.paragraph(t.first), facts_.context());
    for (std::size_t c = 1; c < width; ++c) {
      const WordRange name = cells(t.first)[c + named - width].words;
      columns_[c].summable = !no_sum(head, name);
      columns_[c].rounded = in_thousands(head, name);
      if (c > 2 && across_at_ == 0 && total_label(head, name, labels_)) across_at_ = c;
    }
    for (std::size_t p = t.first + 1; p < t.last; ++p) row(p);
    // A column of totals shows by most of its rows that it is one.
    if (across_.size() <= across_right_)
      for (const Across& a : across_)
        tell(WordView(facts_.paragraph(a.p), facts_.context()), a.p, a.total.words, a.total, a.sum, a.parts);
  }

  // North | 12 | South | 9 | Total | 22: a row of pairs.
  void pairs(std::size_t p) {
    const WordView w(facts_.paragraph(p), facts_.context());
    Column column;
    At from = 1;
    WordRange label{0, 0};
    for (At i = 1; i < w.size(); ++i) {
      if (!w.mark(i, '|')) continue;
      const WordRange cell{from, i};
      from = i + 1;
      if (label.empty()) {
        if (cell.empty() || number_in(w, cell)) return;
        label = cell;
        continue;
      }
      const auto number = number_in(w, cell);
      if (!number) return;
      if (total_label(w, label, labels_)) check(w, p, {label.first, cell.last}, *number, column);
      column.take(*number, p);
      label = {};
    }
  }

 private:
  const std::vector<Sentence>& cells(std::size_t p) const { return facts_.paragraph(p).sentences; }

  // "Columns may not sum due to rounding" beside the table, or in it.
  bool noted(const Table& t) const {
    const std::size_t from = t.first - std::min<std::size_t>(t.first, 2), to = std::min(facts_.size(), t.last + 2);
    for (std::size_t p = from; p < to; ++p) {
      if (p > t.first && p + 1 < t.last) p = t.last - 1;
      if (says_rounding(WordView(facts_.paragraph(p), facts_.context()))) return true;
    }
    return false;
  }

  void row(std::size_t p) {
    const auto& row_cells = cells(p);
    if (row_cells.size() != columns_.size()) {
      // A heading inside the table has one cell; where others are missing nobody knows which.
      if (row_cells.size() > 1)
        for (Column& c : columns_) c.summable = false;
      else if (columns_.size() == 2) columns_[1].blank = true;
      return;
    }
    const WordView w(facts_.paragraph(p), facts_.context());
    const bool total = total_label(w, row_cells[0].words, labels_);
    if (w.any(row_cells[0].words.first, {"of", "including", "average", "mean", "median", "change", "turnout"}) &&
        !total)
      return;
    if (across_at_ > 0) across(w, p);
    for (std::size_t c = 1; c < columns_.size(); ++c) {
      const auto number = number_in(w, row_cells[c].words);
      Column& column = columns_[c];
      if (number && total) {
        check(w, p, number->words, *number, column);
        column.totals += number->value;
        ++column.sections;
        column.section = 0;
        column.parts.clear();
      } else if (number) {
        column.take(*number, p);
      } else if (!empty_cell(w, row_cells[c].words)) {
        column.summable = false;
      }
    }
  }

  // The row's own total: of all numbers left of it.
  void across(const WordView& w, std::size_t p) {
    const auto& row_cells = cells(p);
    const auto total = number_in(w, row_cells[across_at_].words);
    if (!total || total->percent) return;
    Column left;
    for (std::size_t c = 1; c < across_at_; ++c) {
      const auto number = number_in(w, row_cells[c].words);
      if (!number || !columns_[c].summable) return;
      left.rounded = left.rounded || columns_[c].rounded;
      left.take(*number, p);
    }
    if (!left.summable || left.unit != total->unit) return;
    const double slack = left.slack + (total->rounding > 0 ? total->rounding : left.rounded ? .5 : 0) + 1e-9 * left.all;
    if (std::abs(left.all - total->value) <= slack) ++across_right_;
    else across_.push_back({p, *total, left.all, left.parts});
  }

  void check(const WordView& w, std::size_t p, WordRange words, const CellNumber& total, const Column& column) {
    if (!column.summable || column.n < 2 || total.unit != column.unit || !(total.value > 0)) return;
    const double slack = column.slack +
                         (total.rounding > 0 ? total.rounding
                          : column.rounded   ? .5
                                             : 0) +
                         1e-9 * total.value;
    for (const double sum : {column.section, column.all, column.totals, column.totals + column.section})
      if (std::abs(sum - total.value) <= slack) return;
    const double sum = column.section > 0 ? column.section : column.totals;
    // Where the total lies among its parts the column is of means or rates; where it is far from the sum, the rows
    // overlap or the table has an order of its own.
    if (total.value <= column.highest || std::abs(sum - total.value) > .3 * total.value) return;
    if (total.percent && total.value != 100) return;
    if (column.blank && total.value > sum) return;  // the rest may be what the empty cell would hold
    tell(w, p, words, total, sum, column.parts);
  }

  void tell(const WordView& w, std::size_t p, WordRange words, const CellNumber& total, double sum,
            const std::vector<Place>& parts) {
    const Paragraph& paragraph = w.paragraph();
    const std::string said = paragraph.text(total.words), right = in_digits(sum, 2);
    auto added = report_.add(p, paragraph.span(words), fmt::format("the parts add up to {}, not {}", right, said));
    std::string terms;
    for (const Place& part : parts) {
      const Paragraph& there = facts_.paragraph(part.p);
      added.related(part.p, there.span(part.words), there.text(part.words));
      terms += (terms.empty() ? "" : " + ") + there.text(part.words);
    }
    if (parts.size() == most_parts) terms += " + …";
    added.detail(fmt::format("{} = {}; stated {}; difference {}", terms, right, said, in_digits(total.value - sum, 2)));
    if (total.words.size() == 1 && !total.percent)
      added.fix(fmt::format("Replace with {}", right), {{p, paragraph.span(total.words), right}});
  }

  const std::vector<std::string>& labels_;
  const Facts& facts_;
  Report& report_;
  std::vector<Column> columns_;
  std::vector<Across> across_;
  std::size_t across_at_ = 0, across_right_ = 0;  // the column of totals, 0 where there is none
};

}  // namespace

Check table_total_mismatch(const Options& options) {
  return [labels = options.list("total_labels")](const Facts& facts, const Sources&, Report& report) {
    Tables tables(labels, facts, report);
    for (const Table& t : find_tables(facts)) tables.table(t);
    return Pass{[&facts, tables = std::move(tables)](std::size_t p) mutable {
      const Paragraph& paragraph = facts.paragraph(p);
      if (paragraph.zone == Zone::table || paragraph.words.empty() || !paragraph.words[0].is_mark('|'))
        return Holds::nothing;
      tables.pairs(p);
      return Holds::something;
    }};
  };
}

}  // namespace stet::rules
