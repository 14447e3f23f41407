#pragma once
// The sheet for a spreadsheet: CSV as RFC 4180 has it (lines end in CRLF, quotation marks doubled), in UTF-8.
#include <string>
#include <string_view>

#include "sheet/sheet.h"

namespace stet {

// The byte-order mark by which spreadsheets know UTF-8, and the line of names: no, draft, line, column, claim, kind,
// worth, status, source, figures, dates.
std::string sheet_csv_head();

// A line for each row, numbered from `first`. Several sources, figures or dates of a row are parted by "; ". A cell
// that a spreadsheet would take for a formula gets an apostrophe before it.
std::string sheet_csv(std::string_view path, const Facts& facts, std::span<const SheetRow> rows, std::size_t first);

}  // namespace stet
