#include "cli/excerpt.h"

#include <algorithm>
#include <vector>

#include "cli/terminal.h"

namespace stet {

namespace {

// A word longer than this is cut through.
constexpr std::size_t longest_word = 24;

std::uint32_t to_boundary(std::string_view bytes, std::uint32_t offset) {
  for (int n = 0; n < 3 && offset > 0 && offset < bytes.size() && (bytes[offset] & 0xC0) == 0x80; ++n) --offset;
  return offset;
}

// The line around a place, as cells; the place is cells [first, last).
struct Row {
  std::vector<Cell> cells;
  std::size_t first = 0, last = 0;
  bool from_start = true, to_end = true;  // nothing of the line lies outside

  std::size_t columns(std::size_t from, std::size_t to) const {
    std::size_t sum = 0;
    for (std::size_t i = from; i < to; ++i) sum += cells[i].columns;
    return sum;
  }
  std::string shown(std::size_t from, std::size_t to) const {
    std::string out;
    for (std::size_t i = from; i < to; ++i) out += cells[i].shown;
    return out;
  }
  bool space(std::size_t i) const { return cells[i].shown == " "; }

  // Where to begin so that no more than `width` columns stand before the place, one of them for the "…".
  std::size_t begin(std::size_t width) const {
    if (from_start && columns(0, first) <= width) return 0;
    std::size_t at = first;
    for (std::size_t used = 1; at > 0 && used + cells[at - 1].columns <= width; --at) used += cells[at - 1].columns;
    for (std::size_t i = at; i < first && i < at + longest_word; ++i)
      if (space(i)) return i + 1;
    while (at < first && cells[at].columns == 0) ++at;
    return at;
  }

  std::size_t end(std::size_t from, std::size_t width) const {
    if (to_end && columns(from, cells.size()) <= width) return cells.size();
    std::size_t at = from;
    for (std::size_t used = 1; at < cells.size() && used + cells[at].columns <= width; ++at) used += cells[at].columns;
    for (std::size_t i = at; i > from && i + longest_word > at; --i)
      if (space(i - 1)) return i - 1;
    return at;
  }
};

Row row_of(const Text& text, Span span, std::size_t width) {
  const std::string_view bytes = text.bytes();
  const Span line = text.line(text.position(span.begin, Encoding::utf8).line);
  const auto reach = static_cast<std::uint32_t>(width * 4);
  const std::uint32_t begin = std::clamp(span.begin, line.begin, line.end);
  const std::uint32_t end = std::clamp(span.end, begin, line.end);
  std::uint32_t from = begin - line.begin > reach ? to_boundary(bytes, begin - reach) : line.begin;
  const std::uint32_t shown_end = std::min(end, begin + reach);
  const std::uint32_t to = line.end - shown_end > reach ? to_boundary(bytes, shown_end + reach) : line.end;
  Row row;
  row.from_start = from == line.begin;
  row.to_end = to == line.end;
  if (from == 0 && bytes.starts_with("\xEF\xBB\xBF") && begin >= 3) from = 3;
  row.cells = cells_of(bytes.substr(from, to - from), from);
  const auto index = [&](std::uint32_t offset) {
    return static_cast<std::size_t>(
        std::lower_bound(row.cells.begin(), row.cells.end(), offset,
                         [](const Cell& cell, std::uint32_t at) { return cell.offset < at; }) -
        row.cells.begin());
  };
  row.first = index(begin);
  row.last = std::max(row.first, index(end));
  return row;
}

}  // namespace

Excerpt excerpt(const Text& text, Span span, std::size_t width) {
  width = std::max<std::size_t>(width, 12);
  const Row row = row_of(text, span, width);
  const std::size_t before = row.columns(0, row.first), after = row.columns(row.last, row.cells.size());
  const std::size_t most = width * 2 / 3;

  Excerpt out;
  std::size_t last = row.last;
  if (row.columns(row.first, row.last) > most && before + after + row.columns(row.first, row.last) > width) {
    last = row.end(row.first, most);
    out.marked = row.shown(row.first, last) + "…";
    out.length = row.columns(row.first, last) + 1;
  } else {
    out.marked = row.shown(row.first, last);
    out.length = std::max<std::size_t>(1, row.columns(row.first, last));
  }
  const std::size_t room = width - std::min(width, out.length);
  const std::size_t left = before + after <= room ? room : std::max(room / 2, room - std::min(room, after));
  const std::size_t begin = row.begin(left);
  out.before = (begin > 0 || !row.from_start ? "…" : "") + row.shown(begin, row.first);
  out.indent = row.columns(begin, row.first) + (begin > 0 || !row.from_start ? 1 : 0);
  if (last == row.last) {
    const std::size_t end = row.end(last, room - std::min(room, out.indent));
    out.after = row.shown(last, end) + (end < row.cells.size() || !row.to_end ? "…" : "");
  }
  return out;
}

}  // namespace stet
