#include "facts/table.h"

#include "facts/quantity.h"

namespace stet {

using At = WordView::At;

std::vector<Table> find_tables(const Facts& facts) {
  std::vector<Table> tables;
  std::size_t previous = 0;
  for (std::size_t p = 0; p < facts.size(); ++p) {
    const Paragraph& row = facts.paragraph(p);
    if (row.zone != Zone::table) continue;
    const bool goes_on = !tables.empty() && tables.back().last == p && row.row >= previous && row.row > 0;
    if (goes_on) tables.back().last = p + 1;
    else tables.push_back({p, p + 1});
    previous = row.row;
  }
  return tables;
}

std::optional<CellNumber> number_in(const WordView& w, WordRange cell) {
  At first = cell.first, last = cell.last;
  // A footnote's star or dagger.
  while (last > first && (w.mark(last - 1, '*') || w.mark(last - 1, 0x2020) || w.mark(last - 1, 0x2021))) --last;
  const bool below = last - first > 2 && w.mark(first, '(') && w.mark(last - 1, ')');
  if (below) ++first, --last;
  if (first >= last) return std::nullopt;
  const auto q = read_quantity(w, first);
  if (!q || q->words.first != first || q->words.last != last || q->number.ordinal || q->number.vague)
    return std::nullopt;
  return CellNumber{{first, last},
                    below ? -q->value : q->value,
                    q->number.rounding * q->worth,
                    q->dimension == Dimension::percent,
                    q->unit};
}

bool empty_cell(const WordView& w, WordRange cell) {
  for (At i = cell.first; i < cell.last; ++i)
    if (!w.dash(i) && !w.mark(i, 0x2014) && !w.mark(i, '.') && !w.mark(i, 0x2026)) return false;
  return true;
}

}  // namespace stet
