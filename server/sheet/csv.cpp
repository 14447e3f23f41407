#include "sheet/csv.h"

#include "text/utf8.h"

namespace stet {

namespace {

// "=HYPERLINK(…)" in a cell would run when the file is opened; so would what begins with one of these, or with a tab or
// a line end before it.
bool formula(std::string_view cell) {
  return !cell.empty() &&
         (std::string_view("=+-@\t\r\n").find(cell[0]) != std::string_view::npos || cell.starts_with("＝") ||
          cell.starts_with("＋") || cell.starts_with("－") || cell.starts_with("＠"));
}

void add_cell(std::string& line, std::string_view cell) {
  line.push_back(',');
  const bool harmful = formula(cell);
  if (!harmful && cell.find_first_of(",\"\r\n;'") == std::string_view::npos) {
    line.append(cell);
    return;
  }
  line.push_back('"');
  if (harmful) line.push_back('\'');
  for (const char c : cell) {
    if (c == '"') line.push_back('"');
    line.push_back(c);
  }
  line.push_back('"');
}

std::string joined(std::span<const std::string> parts) {
  std::string out;
  for (const std::string& part : parts) out.append(out.empty() ? "" : "; ").append(part);
  return out;
}

}  // namespace

std::string sheet_csv_head() {
  return "\xEF\xBB\xBFno,draft,line,column,claim,kind,worth,status,source,figures,dates\r\n";
}

std::string sheet_csv(std::string_view path, const Facts& facts, std::span<const SheetRow> rows, std::size_t first) {
  const std::string draft = valid_utf8(path);
  std::string out;
  for (const SheetRow& row : rows) {
    const Span span = facts.absolute(row.paragraph, facts.paragraph(row.paragraph).span(row.words));
    const Position at = facts.document->text.position(span.begin, Encoding::utf32);
    std::string line = std::to_string(first++);
    add_cell(line, draft);
    add_cell(line, std::to_string(at.line + 1));
    add_cell(line, std::to_string(at.column + 1));
    add_cell(line, row.claim);
    add_cell(line, claim_kind_name(row.kind));
    line.append(",").append(std::to_string(row.worth));  // a number, also below zero
    add_cell(line, claim_status_name(row.status));
    add_cell(line, joined(row.sources));
    add_cell(line, joined(row.figures));
    add_cell(line, joined(row.dates));
    out.append(line).append("\r\n");
  }
  return out;
}

}  // namespace stet
