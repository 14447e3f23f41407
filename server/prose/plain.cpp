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

// Past this a line is not hard-wrapped.
constexpr std::uint32_t longest_wrapped = 120;

std::vector<Line> lines_of(const Text& text, std::uint32_t begin) {
  std::vector<Line> lines;
  const std::string_view bytes = text.bytes();
  for (std::uint32_t n = text.position(begin, Encoding::utf8).line; n < text.line_count(); ++n) {
    Line line{text.line(n)};
    line.span.begin = std::max(line.span.begin, begin);
    line.span.end = std::max(line.span.end, line.span.begin);
    // U+2028 and U+2029 separate lines for the reader, though not for editors.
    for (std::uint32_t i = line.span.begin; i < line.span.end;) {
      const Decoded d = decode_utf8(bytes, i);
      if (d.code_point == 0x2028 || d.code_point == 0x2029) {
        Line before = line;
        before.span.end = i;
        lines.push_back(before);
        line = {{i + d.length, line.span.end}, 0, true};
      } else {
        ++line.columns;
        line.blank = line.blank && (is_space(d.code_point) || d.code_point < 0x20);
      }
      i += d.length;
    }
    lines.push_back(line);
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
  const bool wrapped = width <= longest_wrapped;
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
    find_bracket_comments(block.letters, block.begin, out.comments);
    for (const Comment& comment : out.comments)
      if (comment.span.begin >= block.begin)
        blank_out(block.letters, {comment.span.begin - block.begin, comment.span.end - block.begin});
    lift_urls(block.letters, block.inlines);
    out.blocks.push_back(std::move(block));
    i = j + 1;
  }
  return out;
}

}  // namespace stet
