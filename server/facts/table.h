#pragma once
// Tables: rows of a draft that belong together, and the numbers in their cells.
#include <optional>
#include <string>
#include <vector>

#include "facts/facts.h"
#include "facts/word_view.h"

namespace stet {

// Blocks [first, last) of the draft: the header row and those below it.
struct Table {
  std::size_t first = 0, last = 0;
};

std::vector<Table> find_tables(const Facts& facts);

// The number that a cell holds and nothing else: "1,200", "$3.5m", "(12)" for -12, "12%".
struct CellNumber {
  WordRange words;
  double value = 0, rounding = 0;
  bool percent = false;
  std::string unit;  // as Figure::unit
};
std::optional<CellNumber> number_in(const WordView& words, WordRange cell);

// "–", "-", "..": nothing to count.
bool empty_cell(const WordView& words, WordRange cell);

}  // namespace stet
