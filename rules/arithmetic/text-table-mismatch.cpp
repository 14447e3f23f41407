#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <memory>
#include <ranges>
#include <set>
#include <unordered_map>

#include "facts/cluster.h"
#include "facts/figure_sentences.h"
#include "facts/interval.h"
#include "facts/table.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

struct Row {
  std::size_t table, p;
};

// Rows of one name beyond so many are not told apart.
constexpr std::size_t most_rows_of_a_word = 16;

bool year(const WordView& w, At i) {
  return w.number(i) && w.text(i).size() == 4 && (w.text(i)[0] == '1' || w.text(i)[0] == '2');
}

// "Table 2 lists", "Figure 1 shows": the sentence reads a table out.
bool reads_table(const WordView& w, WordRange sentence) {
  for (At i = sentence.first; i < sentence.last && i < sentence.first + 6; ++i)
    if (w.any(i, {"table", "figure", "chart"}) && w.capital(i) && w.number(i + 1)) return true;
  return false;
}

// A number that is the table's, rounded to the digits that it shows: 1,100 for 1,084.
bool rounded_from(double said, double cell) {
  for (double unit = 10; unit <= std::abs(said) && std::fmod(said, unit) == 0; unit *= 10)
    if (std::abs(said - cell) <= unit / 2) return true;
  return false;
}

class TextAndTables {
 public:
  TextAndTables(const Facts& facts, Report& report) : facts_(facts), report_(report), tables_(find_tables(facts)) {
    for (std::size_t t = 0; t < tables_.size(); ++t)
      for (std::size_t p = tables_[t].first + 1; p < tables_[t].last; ++p) {
        const Paragraph& row = facts_.paragraph(p);
        if (row.sentences.size() != row.columns || row.columns < 2 || row.words[0].kind != WordKind::word) continue;
        std::vector<Row>& rows = rows_[row.words[0].id];
        if (rows.empty()) premise_ = (premise_ ^ row.words[0].id) * 0x9E37'79B9'7F4A'7C15u;
        if (rows.size() < most_rows_of_a_word) rows.push_back({t, p});
      }
  }

  void cited() {
    for (const FigurePair& pair : facts_.figure_pairs) {
      if (pair.kind != FigurePair::Kind::conflict || pair.score.total() < 6) continue;
      const bool first = table_speaks(pair.first), second = table_speaks(pair.second);
      if (first == second) continue;
      const FigurePair::Place table = first ? pair.first : pair.second, text = first ? pair.second : pair.first;
      const Figure& cell = figure(table);
      if (seen_.emplace(text.paragraph, text.index).second)
        tell(text.paragraph, figure(text), table.paragraph, cell.span,
             facts_.paragraph(table.paragraph).text(cell.words), "where the table is cited", "");
    }
  }

  // Are there rows to hold the text against?
  bool any() const { return !rows_.empty(); }
  // The words that rows begin with.
  std::uint64_t premise() const { return premise_; }

  // Does the sentence hold a word that a row begins with?
  bool sentence(const WordView& w, const FigureSentence& s) {
    const bool names = std::ranges::any_of(std::views::iota(s.words.first, s.words.last),
                                           [&](At i) { return w.capital(i) && rows_.contains(w[i].id); });
    if (names) hold(w, s);
    return names;
  }

 private:
  void hold(const WordView& w, const FigureSentence& s) {
    std::optional<Row> row;
    for (At i = s.words.first; i < s.words.last; ++i) {
      if (!w.capital(i)) continue;
      const auto named = rows_.find(w[i].id);
      if (named == rows_.end()) continue;
      for (const Row& r : named->second) {
        if (!says(w, i, r)) continue;
        if (row && row->p != r.p) return;  // two rows: which figure is whose?
        row = r;
      }
    }
    if (row)
      for (const Figure& f : s.figures) compare(w, s, f, *row);
  }

  const Figure& figure(FigurePair::Place at) const { return facts_.local(at.paragraph).figures[at.index]; }

  bool table_speaks(FigurePair::Place at) const {
    const Paragraph& paragraph = facts_.paragraph(at.paragraph);
    if (paragraph.zone == Zone::caption) return true;
    const WordView w(paragraph, facts_.context());
    return reads_table(w, paragraph.sentences[paragraph.sentence_of(figure(at).words.first)].words);
  }

  // Does the sentence say the row's whole label at i?
  bool says(const WordView& w, At i, const Row& row) const {
    const Paragraph& there = facts_.paragraph(row.p);
    const WordRange label = there.sentences[0].words;
    for (At k = label.first; k < label.last; ++k)
      if (w[i + (k - label.first)].id != there.words[k].id) return false;
    return true;
  }

  void compare(const WordView& w, const FigureSentence& s, const Figure& f, const Row& row) {
    if (!f.value || f.part || f.change_end || f.measure == Measure::change) return;
    if (f.dimension != Dimension::count || !f.head) return;
    const std::size_t top = tables_[row.table].first;
    const Paragraph &head = facts_.paragraph(top), &cells = facts_.paragraph(row.p);
    if (head.sentences.size() > cells.columns || head.sentences.size() + 1 < cells.columns) return;
    const WordView names(head, facts_.context()), values(cells, facts_.context());
    std::optional<std::size_t> column;
    const std::size_t shift = cells.columns - head.sentences.size();
    for (std::size_t c = std::max<std::size_t>(1, shift); c < cells.columns; ++c) {
      if (!is_about(names, head.sentences[c - shift].words, w, f, s)) continue;
      if (column) return;
      column = c;
    }
    if (!column) return;
    const auto cell = number_in(values, cells.sentences[*column].words);
    if (!cell || cell->percent) return;
    const double said = *f.value, there = cell->value;
    if (there <= 0 || said > 2 * there || there > 2 * said) return;  // of something smaller, or larger
    if (apart(interval_of(f), Interval{there, there}.widened(cell->rounding)) <= 0 || rounded_from(said, there)) return;
    tell(s.p, f, row.p, cells.span(cell->words), cells.text(cell->words),
         fmt::format("in the table, row {}", cells.text(cells.sentences[0].words)),
         fmt::format(", column {}", head.text(head.sentences[*column - shift].words)));
  }

  // Is the column of the figure's noun, and of the same year: "Evictions", "Evictions 2019".
  bool is_about(const WordView& names, WordRange name, const WordView& w, const Figure& f,
                const FigureSentence& s) const {
    const std::string noun = singular(w.text(*f.head));
    bool noun_said = false, years = false;
    for (At i = name.first; i < name.last; ++i) {
      if (names.any(i, {"thousand", "thousands", "000", "000s", "million", "millions", "per", "change", "rate"}) ||
          names.mark(i, '%'))
        return false;
      if (names.word(i) && singular(names.lower(i)) == noun) noun_said = true;
      if (!year(names, i)) continue;
      years = true;
      bool same = false;
      for (At k = s.words.first; k < s.words.last; ++k) same = same || w.text(k) == names.text(i);
      if (!same) return false;
    }
    if (!noun_said) return false;
    for (At k = s.words.first; k < s.words.last && !years; ++k)
      if (year(w, k) || w.any(k, {"week", "month", "yesterday", "daily", "weekly", "monthly"})) return false;
    return true;
  }

  void tell(std::size_t p, const Figure& f, std::size_t there, Span cell, const std::string& value,
            const std::string& where, const std::string& column) {
    const Paragraph& paragraph = facts_.paragraph(p);
    const std::string said = paragraph.text(f.words);
    auto added = report_.add(p, f.span, fmt::format("{} here, {} {}{}", said, value, where, column));
    added.related(there, cell, value);
    added.detail(fmt::format("text {}; {} {}{}", said, value, where, column));
    if (const auto place = digits_of(paragraph, f)) {
      added.fix(fmt::format("Replace {} with {}", said, value), {{p, *place, value}});
      added.fix(fmt::format("Replace the table’s {} with {}", value, in_digits(*f.value)),
                {{there, cell, in_digits(*f.value)}});
    }
    if (quoted(paragraph, f)) added.quoted();
  }

  const Facts& facts_;
  Report& report_;
  std::vector<Table> tables_;
  std::unordered_map<WordId, std::vector<Row>> rows_;  // by the first word of their label
  std::uint64_t premise_ = 1;
  std::set<std::pair<std::uint32_t, std::uint32_t>> seen_;
};

}  // namespace

Check text_table_mismatch(const Options&) {
  return [](const Facts& facts, const Sources&, Report& report) {
    const auto check = std::make_shared<TextAndTables>(facts, report);
    check->cited();
    if (!check->any()) return Pass{};
    return Pass{[&facts, check](std::size_t p) {
                  Holds holds = Holds::nothing;
                  for_figure_sentences(facts, p, 1, [&](const WordView& w, const FigureSentence& s) {
                    if (check->sentence(w, s)) holds = Holds::something;
                  });
                  return holds;
                },
                {},
                check->premise()};
  };
}

}  // namespace stet::rules
