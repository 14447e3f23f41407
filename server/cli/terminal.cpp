#include "cli/terminal.h"

#include <utf8proc.h>

#include "text/utf8.h"

namespace stet {

namespace {

std::string_view escape_of(Ink ink) {
  switch (ink) {
    case Ink::plain: return {};
    case Ink::strong: return "\x1b[1m";
    case Ink::faint: return "\x1b[2m";
    case Ink::error: return "\x1b[1;31m";
    case Ink::warning: return "\x1b[1;33m";
    case Ink::information: return "\x1b[1;34m";
    case Ink::hint: return "\x1b[1;36m";
    case Ink::good: return "\x1b[1;32m";
  }
  return {};
}

bool turns_text_around(char32_t c) {
  return c == 0x061C || c == 0x200E || c == 0x200F || (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
}

Cell cell_of(const Decoded& d) {
  Cell cell;
  const char32_t c = d.code_point;
  if (c == '\t') {
    cell.columns = 4;
    cell.shown.append(4, ' ');
  } else if (c < 0x20) {
    append_utf8(cell.shown, 0x2400 + c);
  } else if (c == 0x7F) {
    append_utf8(cell.shown, 0x2421);
  } else if (!d.well_formed || (c >= 0x80 && c < 0xA0) || turns_text_around(c)) {
    append_utf8(cell.shown, 0xFFFD);
  } else if (c == 0x2028 || c == 0x2029) {
    cell.shown.append(1, ' ');
  } else {
    append_utf8(cell.shown, c);
    cell.columns = static_cast<std::size_t>(utf8proc_charwidth(static_cast<utf8proc_int32_t>(c)));
  }
  return cell;
}

}  // namespace

Ink ink_of(Severity severity) {
  switch (severity) {
    case Severity::error: return Ink::error;
    case Severity::warning: return Ink::warning;
    case Severity::information: return Ink::information;
    case Severity::hint: return Ink::hint;
  }
  return Ink::plain;
}

std::string inked(std::string_view text, Ink ink, bool colour) {
  if (!colour || ink == Ink::plain || text.empty()) return std::string(text);
  return std::string(escape_of(ink)).append(text).append("\x1b[0m");
}

std::vector<Cell> cells_of(std::string_view text, std::uint32_t offset) {
  std::vector<Cell> cells;
  cells.reserve(text.size());
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode_utf8(text, i);
    cells.push_back(cell_of(d));
    cells.back().offset = offset + static_cast<std::uint32_t>(i);
    i += d.length;
  }
  return cells;
}

std::string printable(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const Decoded d = decode_utf8(text, i);
    if (d.code_point == '\n' || d.code_point == '\t') out += ' ';
    else out += cell_of(d).shown;
    i += d.length;
  }
  return out;
}

std::size_t columns_of(std::string_view text) {
  std::size_t columns = 0;
  for (const Cell& cell : cells_of(text)) columns += cell.columns;
  return columns;
}

}  // namespace stet
