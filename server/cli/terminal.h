#pragma once
// What a terminal shows: widths, colours, and bytes made harmless.
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "cli/checked.h"

namespace stet {

enum class Ink : std::uint8_t { plain, strong, faint, error, warning, information, hint, good };
Ink ink_of(Severity severity);

// `text` in that ink, and plain again after it; `text` alone without colour.
std::string inked(std::string_view text, Ink ink, bool colour);

// One code point (or one byte that is not UTF-8) of a line as a terminal shows it.
struct Cell {
  std::uint32_t offset = 0;  // of its first byte in the line's text
  std::size_t columns = 1;   // 0 for combining marks, 2 for wide characters, 4 for a tab
  std::string shown;         // a tab is spaces, a control character its picture (␛), a bidirectional control �
};
std::vector<Cell> cells_of(std::string_view text, std::uint32_t offset = 0);

// `text` with nothing in it that a terminal would obey, on one line.
std::string printable(std::string_view text);
std::size_t columns_of(std::string_view text);

}  // namespace stet
