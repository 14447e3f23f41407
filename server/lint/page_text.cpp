#include "lint/page_text.h"

#include <algorithm>
#include <optional>

#include "text/utf8.h"

namespace stet {

namespace {

std::size_t first_ink(std::string_view s) { return std::min(s.find_first_not_of(" \t"), s.size()); }

std::string_view trim(std::string_view s) {
  s.remove_prefix(first_ink(s));
  const auto last = s.find_last_not_of(" \t");
  return last == std::string_view::npos ? std::string_view() : s.substr(0, last + 1);
}

std::vector<PageLine> lines_of(std::string_view text) {
  if (text.starts_with("\xEF\xBB\xBF")) text.remove_prefix(3);
  std::vector<PageLine> lines;
  for (std::uint32_t number = 1; !text.empty(); ++number) {
    const auto end = text.find('\n');
    std::string_view line = text.substr(0, end);
    text = end == std::string_view::npos ? std::string_view() : text.substr(end + 1);
    if (line.ends_with('\r')) line.remove_suffix(1);
    lines.push_back({line, number});
  }
  return lines;
}

// How many backticks or tildes open a fence here; 0 for none.
std::size_t fence_length(std::string_view line) {
  if (line.empty() || (line[0] != '`' && line[0] != '~')) return 0;
  const std::size_t n = std::min(line.find_first_not_of(line[0]), line.size());
  if (n < 3 || (line[0] == '`' && line.find('`', n) != std::string_view::npos)) return 0;
  return n;
}

PageCell make_cell(std::string_view written, std::size_t byte) {
  byte += first_ink(written);
  written = trim(written);
  if (written.size() >= 2 && written.front() == '`' && written.back() == '`') {
    written = written.substr(1, written.size() - 2);
    ++byte;
  }
  PageCell cell{{}, byte};
  for (std::size_t i = 0; i < written.size(); ++i) {
    if (written[i] == '\\' && i + 1 < written.size() && written[i + 1] == '|') ++i;
    cell.text.push_back(written[i]);
  }
  return cell;
}

// A `|` in parentheses, which are alternatives, ends no cell.
PageRow make_row(const PageLine& line) {
  PageRow row{line, {}};
  const std::string_view s = line.text;
  std::size_t begin = s.find('|') + 1;
  const std::size_t last_close = s.find_last_of(')');
  int depth = 0;
  for (std::size_t i = begin; i < s.size(); ++i) {
    if (s[i] == '\\') ++i;
    else if (s[i] == '(') ++depth;
    else if (s[i] == ')') depth = std::max(0, depth - 1);
    else if (s[i] == '|' && (depth == 0 || last_close == std::string_view::npos || last_close < i)) {
      row.cells.push_back(make_cell(s.substr(begin, i - begin), begin));
      begin = i + 1;
      depth = 0;
    }
  }
  if (begin < s.size() && !trim(s.substr(begin)).empty()) row.cells.push_back(make_cell(s.substr(begin), begin));
  return row;
}

bool delimiter_row(std::string_view line) { return line.find_first_not_of("|-: \t") == std::string_view::npos; }

class Cutter {
 public:
  explicit Cutter(std::string_view text) : lines_(lines_of(text)) {}

  std::variant<std::vector<PagePart>, PageFault> run() {
    while (at_ < lines_.size()) {
      const std::string_view line = lines_[at_].text;
      if (trim(line).empty()) ++at_;
      else if (fence_length(line) > 0) cut_fence();
      else if (line.starts_with('|')) cut_table();
      else if (line.starts_with('#')) cut_heading();
      else cut_paragraph();
      if (fault_) return *fault_;
    }
    return std::move(parts_);
  }

 private:
  void cut_fence() {
    PageFence fence;
    fence.line = lines_[at_];
    const std::size_t length = fence_length(fence.line.text);
    fence.info_byte = length + first_ink(fence.line.text.substr(length));
    fence.info = trim(fence.line.text.substr(length));
    for (++at_; at_ < lines_.size(); ++at_) {
      const std::string_view line = lines_[at_].text;
      if (line.starts_with(fence.line.text[0]) && fence_length(line) >= length &&
          trim(line.substr(fence_length(line))).empty()) {
        ++at_;
        parts_.emplace_back(std::move(fence));
        return;
      }
      fence.lines.push_back(lines_[at_]);
    }
    fault_ = PageFault{fence.line, 0, "this fence is never closed"};
  }

  void cut_table() {
    PageTable table;
    table.head = make_row(lines_[at_++]);
    while (at_ < lines_.size() && lines_[at_].text.starts_with('|')) {
      if (!(table.rows.empty() && delimiter_row(lines_[at_].text))) table.rows.push_back(make_row(lines_[at_]));
      ++at_;
    }
    parts_.emplace_back(std::move(table));
  }

  void cut_heading() {
    PageHeading heading{lines_[at_++], 1, {}};
    const std::size_t level = std::min(heading.line.text.find_first_not_of('#'), heading.line.text.size());
    heading.level = static_cast<int>(std::min<std::size_t>(level, 6));
    heading.text = trim(heading.line.text.substr(level));
    parts_.emplace_back(heading);
  }

  void cut_paragraph() {
    PageParagraph paragraph;
    do {
      paragraph.lines.push_back(lines_[at_++]);
    } while (at_ < lines_.size() && !trim(lines_[at_].text).empty() && fence_length(lines_[at_].text) == 0 &&
             !lines_[at_].text.starts_with('|') && !lines_[at_].text.starts_with('#'));
    parts_.emplace_back(std::move(paragraph));
  }

  std::vector<PageLine> lines_;
  std::size_t at_ = 0;
  std::vector<PagePart> parts_;
  std::optional<PageFault> fault_;
};

}  // namespace

std::uint32_t PageLine::column(std::size_t byte) const {
  std::uint32_t n = 1;
  for (std::size_t i = 0; i < byte && i < text.size(); i += decode_utf8(text, i).length) ++n;
  return n;
}

std::string PageFence::content() const {
  std::string out;
  for (const PageLine& l : lines) out.append(l.text).push_back('\n');
  return out;
}

std::string PageParagraph::text() const {
  std::string out;
  for (const PageLine& l : lines) {
    if (!out.empty()) out.push_back(' ');
    out.append(trim(l.text));
  }
  return out;
}

std::variant<std::vector<PagePart>, PageFault> cut_page(std::string_view text) { return Cutter(text).run(); }

}  // namespace stet
