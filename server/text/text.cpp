#include "text/text.h"

#include <algorithm>
#include <cstring>
#include <mutex>

#include "text/utf8.h"

namespace stet {

namespace {

// Bytes between two remembered counts inside a long line; lines up to long_line are counted from their start.
constexpr std::uint32_t stride = 512;
constexpr std::uint32_t long_line = 4096;

struct Columns {
  std::uint32_t utf16 = 0, utf32 = 0;
};

std::uint32_t units(const Decoded& d, Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8: return d.length;
    case Encoding::utf16: return d.code_point >= 0x10000 ? 2 : 1;
    case Encoding::utf32: return 1;
  }
  return 1;
}

std::vector<std::uint32_t> find_line_starts(std::string_view bytes) {
  std::vector<std::uint32_t> starts{0};
  const bool returns = bytes.find('\r') != std::string_view::npos;
  for (std::size_t i = 0; i < bytes.size();) {
    if (!returns) {
      const void* hit = std::memchr(bytes.data() + i, '\n', bytes.size() - i);
      if (hit == nullptr) break;
      i = static_cast<std::size_t>(static_cast<const char*>(hit) - bytes.data()) + 1;
    } else {
      i = bytes.find_first_of("\r\n", i);
      if (i == std::string_view::npos) break;
      i += bytes[i] == '\r' && i + 1 < bytes.size() && bytes[i + 1] == '\n' ? 2 : 1;
    }
    starts.push_back(static_cast<std::uint32_t>(i));
  }
  return starts;
}

}  // namespace

struct Text::Body {
  std::string bytes;
  std::vector<std::uint32_t> line_starts;
  bool ascii = true;
  // For texts with long lines that are not ASCII, made when a place is first asked for. counts[k]: columns from the
  // start of the line that holds byte k * stride, up to the first code point boundary at or after it.
  struct Table {
    std::vector<Columns> counts;
    std::vector<std::uint32_t> marks;  // the boundary itself, beside counts
  };
  mutable Table table;
  mutable std::once_flag counted;

  explicit Body(std::string given)
      : bytes(std::move(given)), line_starts(find_line_starts(bytes)), ascii(is_ascii(bytes)) {}

  const Table& long_lines() const {
    std::call_once(counted, [this] { count(); });
    return table;
  }

  void count() const {
    table.counts.reserve(bytes.size() / stride + 1);
    std::size_t next_line = 1;
    Columns here;
    for (std::uint32_t i = 0; i <= bytes.size();) {
      while (next_line < line_starts.size() && line_starts[next_line] <= i) {
        here = {};
        ++next_line;
      }
      if (i >= table.counts.size() * stride) {
        table.counts.push_back(here);
        table.marks.push_back(i);
      }
      if (i == bytes.size()) break;
      const Decoded d = decode_utf8(bytes, i);
      here.utf16 += units(d, Encoding::utf16);
      here.utf32 += 1;
      i += d.length;
    }
  }

  std::uint32_t line_of(std::uint32_t offset) const {
    const auto after = std::upper_bound(line_starts.begin(), line_starts.end(), offset);
    return static_cast<std::uint32_t>(after - line_starts.begin()) - 1;
  }

  std::uint32_t content_end(std::uint32_t line) const {
    if (line + 1 >= line_starts.size()) return static_cast<std::uint32_t>(bytes.size());
    std::uint32_t end = line_starts[line + 1] - 1;
    if (end > line_starts[line] && bytes[end] == '\n' && bytes[end - 1] == '\r') --end;
    return end;
  }
};

Text::Text() : Text(std::string()) {}
Text::Text(std::string bytes) : body_(std::make_shared<const Body>(std::move(bytes))) {}

std::string_view Text::bytes() const { return body_->bytes; }

std::string_view Text::bytes(Span span) const {
  const std::string_view all = body_->bytes;
  const std::size_t begin = std::min<std::size_t>(span.begin, all.size());
  return all.substr(begin, std::max(span.end, span.begin) - span.begin);
}

std::uint32_t Text::size() const { return static_cast<std::uint32_t>(body_->bytes.size()); }
std::uint32_t Text::line_count() const { return static_cast<std::uint32_t>(body_->line_starts.size()); }

Span Text::line(std::uint32_t number) const {
  if (number >= line_count()) return {size(), size()};
  return {body_->line_starts[number], body_->content_end(number)};
}

Position Text::position(std::uint32_t offset, Encoding encoding) const {
  offset = std::min(offset, size());
  const std::uint32_t line = body_->line_of(offset);
  const std::uint32_t start = body_->line_starts[line];
  if (encoding == Encoding::utf8 || body_->ascii) return {line, offset - start};

  std::uint32_t at = start, column = 0;
  if (offset - start > long_line) {
    const Body::Table& table = body_->long_lines();
    const std::size_t k = std::min<std::size_t>(offset / stride, table.marks.size() - 1);
    for (std::size_t j = k + 1; j > 0;) {
      --j;
      if (table.marks[j] <= start) break;
      if (table.marks[j] > offset) continue;
      at = table.marks[j];
      column = encoding == Encoding::utf16 ? table.counts[j].utf16 : table.counts[j].utf32;
      break;
    }
  }
  while (at < offset) {
    const Decoded d = decode_utf8(body_->bytes, at);
    if (at + d.length > offset) break;  // inside a code point: its start
    column += units(d, encoding);
    at += d.length;
  }
  return {line, column};
}

std::uint32_t Text::offset(Position position, Encoding encoding) const {
  if (position.line >= line_count()) return size();
  const std::uint32_t start = body_->line_starts[position.line];
  const std::uint32_t end = body_->content_end(position.line);
  if (body_->ascii) return start + std::min(position.column, end - start);

  std::uint32_t at = start, column = 0;
  if (encoding == Encoding::utf8) {
    at = start + std::min(position.column, end - start);
    // Inside a code point: its start.
    for (std::uint32_t back = 0; at < size() && back < 4 && back <= at - start; ++back) {
      const Decoded d = decode_utf8(body_->bytes, at - back);
      if (d.well_formed && d.length > back) return at - back;
    }
    return at;
  }
  if (end - start > long_line) {
    // The last remembered count of this line that is not past the column.
    const Body::Table& table = body_->long_lines();
    const auto first = std::lower_bound(table.marks.begin(), table.marks.end(), start);
    const auto last = std::upper_bound(first, table.marks.end(), end);
    const auto columns = [&](std::size_t k) {
      return encoding == Encoding::utf16 ? table.counts[k].utf16 : table.counts[k].utf32;
    };
    auto low = static_cast<std::size_t>(first - table.marks.begin());
    auto high = static_cast<std::size_t>(last - table.marks.begin());
    while (low < high) {
      const std::size_t middle = low + (high - low) / 2;
      if (columns(middle) <= position.column) {
        at = table.marks[middle];
        column = columns(middle);
        low = middle + 1;
      } else {
        high = middle;
      }
    }
  }
  while (at < end) {
    const Decoded d = decode_utf8(body_->bytes, at);
    if (column + units(d, encoding) > position.column) break;
    column += units(d, encoding);
    at += d.length;
  }
  return std::min(at, end);
}

Text Text::with(std::span<const Edit> edits) const {
  std::vector<const Edit*> order;
  order.reserve(edits.size());
  for (const Edit& e : edits) order.push_back(&e);
  std::stable_sort(order.begin(), order.end(), [](const Edit* a, const Edit* b) { return a->span < b->span; });

  const std::string_view old = body_->bytes;
  std::string out;
  std::size_t done = 0, more = 0;
  for (const Edit& e : edits) more += e.text.size();
  out.reserve(old.size() + more);
  for (const Edit* e : order) {
    const std::size_t begin = std::clamp<std::size_t>(e->span.begin, done, old.size());
    out.append(old.substr(done, begin - done));
    out.append(e->text);
    done = std::clamp<std::size_t>(e->span.end, begin, old.size());
  }
  out.append(old.substr(done));
  return Text(std::move(out));
}

}  // namespace stet
