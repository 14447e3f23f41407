#pragma once
// Page text: a page cut into headings, tables, fences and paragraphs. Inside lint/ only; page.h gives them meaning.
//
// What is read of Markdown is what pages need: `#` headings, tables whose lines begin with `|`, fences of three
// backticks or tildes and more, and paragraphs; everything else is a paragraph's text.
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace stet {

struct PageLine {
  std::string_view text;  // without its end
  std::uint32_t number = 1;
  std::uint32_t column(std::size_t byte) const;  // from 1, in code points
};

struct PageCell {
  std::string text;      // trimmed; `\|` is |; backticks around the whole taken off
  std::size_t byte = 0;  // where it begins in its line
};

struct PageRow {
  PageLine line;
  std::vector<PageCell> cells;
  std::string_view cell(std::size_t i) const { return i < cells.size() ? std::string_view(cells[i].text) : ""; }
};

struct PageHeading {
  PageLine line;
  int level = 1;
  std::string_view text;
};
struct PageTable {
  PageRow head;
  std::vector<PageRow> rows;
};
struct PageFence {
  PageLine line;  // the opening one
  std::string_view info;
  std::size_t info_byte = 0;  // where `info` begins in the line
  std::vector<PageLine> lines;
  std::string content() const;  // every line ended by \n
};
struct PageParagraph {
  std::vector<PageLine> lines;
  std::string text() const;  // lines joined by spaces
};

using PagePart = std::variant<PageHeading, PageTable, PageFence, PageParagraph>;

// Where a page cannot be read.
struct PageFault {
  PageLine line;
  std::size_t byte = 0;
  std::string message;
};

// Views into `text`. The only fault is a fence that is never closed.
std::variant<std::vector<PagePart>, PageFault> cut_page(std::string_view text);

}  // namespace stet
