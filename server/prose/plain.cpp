#include <algorithm>

#include "prose/blocks.h"
#include "prose/fold.h"
#include "text/utf8.h"

namespace stet {

namespace {

// A line as it stands, without its end.
struct Line {
  Span span;
  std::uint32_t columns = 0;  // code points
  bool blank = true;
};

// A draft whose longest line is outside these is not hard-wrapped: each line is a paragraph.
constexpr std::uint32_t shortest_wrapped = 40, longest_wrapped = 120;

// Code points, as good as: bytes that do not continue a sequence.
std::uint32_t count_columns(std::string_view line) {
  std::uint32_t n = 0;
  for (const char c : line) n += (static_cast<unsigned char>(c) & 0xC0) != 0x80 ? 1 : 0;
  return n;
}

bool is_blank(std::string_view line) {
  for (std::size_t i = 0; i < line.size();) {
    const Decoded d = decode_utf8(line, i);
    if (!is_space(d.code_point) && d.code_point >= 0x20) return false;
    i += d.length;
  }
  return true;
}

std::vector<Line> lines_of(const Text& text, std::uint32_t begin) {
  std::vector<Line> lines;
  const std::string_view bytes = text.bytes();
  const auto add = [&](Span span) {
    const std::string_view line = bytes.substr(span.begin, span.size());
    lines.push_back({span, count_columns(line), is_blank(line)});
  };
  // U+2028 and U+2029 separate lines for the reader, though not for editors.
  const bool separators =
      bytes.find("\xE2\x80\xA8") != std::string_view::npos || bytes.find("\xE2\x80\xA9") != std::string_view::npos;
  for (std::uint32_t n = text.position(begin, Encoding::utf8).line; n < text.line_count(); ++n) {
    Span span = text.line(n);
    span.begin = std::max(span.begin, begin);
    span.end = std::max(span.end, span.begin);
    for (std::uint32_t i = span.begin; separators && i + 3 <= span.end; ++i) {
      const std::string_view here = bytes.substr(i, 3);
      if (here != "\xE2\x80\xA8" && here != "\xE2\x80\xA9") continue;
      add({span.begin, i});
      span.begin = i + 3;
    }
    add(span);
  }
  return lines;
}

bool begins_list_item(std::string_view line) {
  const auto first = line.find_first_not_of(" \t");
  if (first == std::string_view::npos) return false;
  line.remove_prefix(first);
  if (line.starts_with("- ") || line.starts_with("* ") || line.starts_with("• ")) return true;
  std::size_t digits = 0;
  while (digits < line.size() && line[digits] >= '0' && line[digits] <= '9') ++digits;
  return digits > 0 && digits < 4 && digits + 1 < line.size() && (line[digits] == '.' || line[digits] == ')') &&
         line[digits + 1] == ' ';
}

std::uint32_t first_word_columns(std::string_view line) {
  const auto first = line.find_first_not_of(" \t");
  if (first == std::string_view::npos) return 0;
  const auto end = std::min(line.find_first_of(" \t", first), line.size());
  std::uint32_t n = 0;
  for (std::size_t i = first; i < end; i += decode_utf8(line, i).length) ++n;
  return n;
}

}  // namespace

RawDocument read_plain(const Text& text, std::uint32_t begin) {
  RawDocument out;
  const std::string_view bytes = text.bytes();
  const std::vector<Line> lines = lines_of(text, begin);

  std::uint32_t width = 0;
  for (const Line& line : lines) width = std::max(width, line.columns);
  const bool wrapped = width >= shortest_wrapped && width <= longest_wrapped;
  // A line that had room for the next line's first word, and some to spare, was ended on purpose.
  const auto joins = [&](const Line& line, const Line& next) {
    if (!wrapped || line.blank || next.blank) return false;
    const std::string_view following = bytes.substr(next.span.begin, next.span.size());
    if (begins_list_item(following)) return false;
    return (line.columns + 1 + first_word_columns(following)) * 5 > width * 4;
  };

  for (std::size_t i = 0; i < lines.size();) {
    if (lines[i].blank) {
      ++i;
      continue;
    }
    std::size_t j = i;
    while (j + 1 < lines.size() && joins(lines[j], lines[j + 1])) ++j;
    RawBlock block;
    block.begin = lines[i].span.begin;
    const std::string_view first = bytes.substr(lines[i].span.begin, lines[i].span.size());
    if (begins_list_item(first)) block.zone = Zone::list;
    block.letters = bytes.substr(block.begin, lines[j].span.end - block.begin);
    for (char& c : block.letters)
      if (c == '\n' || c == '\r' || c == '\t' || c == '\0') c = ' ';
      else if (static_cast<unsigned char>(c) < ' ') c = Paragraph::blank;
    const std::size_t known = out.comments.size();
    find_bracket_comments(block.letters, block.begin, out.comments);
    for (std::size_t c = known; c < out.comments.size(); ++c)
      blank_out(block.letters, {out.comments[c].span.begin - block.begin, out.comments[c].span.end - block.begin});
    lift_urls(block.letters, block.inlines);
    out.blocks.push_back(std::move(block));
    i = j + 1;
  }
  return out;
}

}  // namespace stet
