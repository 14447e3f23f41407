#include "prose/markdown_mask.h"

#include <algorithm>

#include "prose/fold.h"

namespace stet {

namespace {

struct Label {
  std::size_t begin, end;  // the letters between the brackets
  std::size_t after;       // past "]:"
};

// `[label]:` with at most three spaces before it.
std::optional<Label> definition_label(std::string_view line) {
  std::size_t i = 0;
  while (i < line.size() && i < 3 && line[i] == ' ') ++i;
  if (i >= line.size() || line[i] != '[') return std::nullopt;
  const std::size_t begin = i + 1;
  for (i = begin; i < line.size() && i < begin + 999; ++i) {
    if (line[i] == '\\') ++i;
    else if (line[i] == '[') return std::nullopt;
    else if (line[i] == ']') break;
  }
  if (i + 1 >= line.size() || line[i] != ']' || line[i + 1] != ':' || i == begin) return std::nullopt;
  return Label{begin, i, i + 2};
}

class Masker {
 public:
  Masker(std::string_view bytes, std::uint32_t offset, std::size_t most_columns)
      : bytes_(bytes), offset_(offset), most_columns_(most_columns) {
    out_.bytes = bytes;
    if (bytes.find('\0') != std::string_view::npos)
      std::replace(out_.bytes.begin(), out_.bytes.end(), '\0', Paragraph::blank);
  }

  MarkdownMask run() {
    const bool returns = bytes_.find('\r') != std::string_view::npos;
    for (std::size_t at = 0; at < bytes_.size();) {
      const std::size_t end =
          std::min(returns ? bytes_.find_first_of("\r\n", at) : bytes_.find('\n', at), bytes_.size());
      line(at, bytes_.substr(at, end - at));
      at = end;
      if (at < bytes_.size() && bytes_[at] == '\r') ++at;
      if (at < bytes_.size() && bytes_[at] == '\n' && (at == end || bytes_[at - 1] == '\r')) ++at;
    }
    close_footnote(bytes_.size());
    return std::move(out_);
  }

 private:
  Span place(std::size_t begin, std::size_t end) const {
    return {static_cast<std::uint32_t>(begin) + offset_, static_cast<std::uint32_t>(end) + offset_};
  }

  void blank(std::size_t begin, std::size_t end) {
    std::fill(out_.bytes.begin() + static_cast<std::ptrdiff_t>(begin),
              out_.bytes.begin() + static_cast<std::ptrdiff_t>(end), Paragraph::blank);
  }

  void close_footnote(std::size_t end) {
    if (!in_footnote_) return;
    out_.footnotes.back().end = static_cast<std::uint32_t>(end) + offset_;
    in_footnote_ = false;
  }

  void line(std::size_t at, std::string_view text) {
    note_empty(text);
    const std::size_t indent = std::min(text.find_first_not_of(" \t"), text.size());
    const std::string_view rest = text.substr(indent);
    if (rest.empty()) {
      after_blank_ = true;
      return;
    }
    if (in_footnote_ && after_blank_) {
      if (indent >= 4 || text.starts_with('\t')) {
        // The indent of a footnote's further paragraphs would make them code.
        blank(at, at + std::min<std::size_t>(indent, text.starts_with('\t') ? 1 : 4));
      } else {
        close_footnote(at);
      }
    }
    if (after_blank_ && fence_length_ == 0 && opens(text[0])) out_.openings.push_back(place(at, at).begin);
    after_blank_ = false;
    if (fence(rest, indent)) return;
    if (rest[0] == '[') {
      definition(at, text);
    } else if (rest.find('|') != std::string_view::npos && rest.find_first_not_of("|:- \t") == std::string_view::npos) {
      delimiter_row(at, text);
    } else if (rest.starts_with(":::")) {
      blank(at, at + text.size());
    }
  }

  void note_empty(std::string_view text) {
    if (text.find_first_not_of(" \t>") == text.npos) {
      ++empty_;
      empty_quoted_ = empty_quoted_ || !text.empty();
      return;
    }
    const bool may_go_on = text[0] == ' ' || text[0] == '\t' || (text[0] == '>' && empty_quoted_);
    if (may_go_on && (empty_ > 1 || (empty_ == 1 && closes_))) out_.hangs_on_place = true;
    empty_ = 0;
    empty_quoted_ = false;
    closes_ = may_close(text);
  }

  // May a block end with this line? Not a paragraph, which ends with an empty one.
  static bool may_close(std::string_view text) {
    const std::size_t words = text.find_first_not_of(" \t>-+*0123456789.)");
    return words == text.npos || std::string_view("#`~<_=").find(text[words]) != text.npos ||
           std::string_view(">`~").find(text.back()) != std::string_view::npos;
  }

  static bool opens(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
  }

  // True inside a fenced code block and on its fences.
  bool fence(std::string_view rest, std::size_t indent) {
    const char c = rest[0];
    const std::size_t length = c == '`' || c == '~' ? std::min(rest.find_first_not_of(c), rest.size()) : 0;
    if (fence_length_ > 0) {
      if (c == fence_char_ && length >= fence_length_ &&
          rest.find_first_not_of(" \t", length) == std::string_view::npos)
        fence_length_ = 0;
      return true;
    }
    if (length < 3 || indent > 3 || (c == '`' && rest.find('`', length) != std::string_view::npos)) return false;
    fence_char_ = c;
    fence_length_ = length;
    return true;
  }

  void definition(std::size_t at, std::string_view text) {
    const auto label = definition_label(text);
    if (!label) return;
    const std::string_view name = text.substr(label->begin, label->end - label->begin);
    const Span where = place(at + label->begin, at + label->end);
    if (name.starts_with("^") && name.size() > 1) {
      close_footnote(at);
      in_footnote_ = true;
      out_.footnotes.push_back(place(at, at));
      out_.definitions.push_back(
          {Definition::Kind::footnote, fold_label(name.substr(1)), {where.begin + 1, where.end}});
      blank(at, at + label->after);
    } else if (name == "//") {
      const std::size_t open = text.find_first_of("(\"'", label->after);
      if (open == std::string_view::npos) return;
      out_.comments.push_back({place(at, at + text.size()), place(at + open + 1, at + text.size() - 1)});
    } else if (text.find_first_not_of(" \t", label->after) != std::string_view::npos) {
      out_.definitions.push_back({Definition::Kind::link_reference, fold_label(name), where});
    }
  }

  void delimiter_row(std::size_t at, std::string_view text) {
    const auto bars = static_cast<std::size_t>(std::count(text.begin(), text.end(), '|'));
    if (bars <= most_columns_) return;
    const std::size_t dash = text.find('-');
    if (dash == std::string_view::npos) return;
    blank(at + dash, at + dash + 1);
    out_.unread.push_back({place(at, at + text.size()),
                           "a table of more than " + std::to_string(most_columns_) + " columns, read as text"});
  }

  std::string_view bytes_;
  std::uint32_t offset_;
  std::size_t most_columns_;
  MarkdownMask out_;
  bool in_footnote_ = false, after_blank_ = false;
  char fence_char_ = 0;
  std::size_t fence_length_ = 0;
  std::size_t empty_ = 0;                       // lines before this one, in lists and quotations too
  bool empty_quoted_ = false, closes_ = false;  // one of them had a mark; a block may end with the one before them
};

}  // namespace

MarkdownMask mask_markdown(std::string_view bytes, std::uint32_t offset, std::size_t most_columns) {
  return Masker(bytes, offset, most_columns).run();
}

std::string fold_label(std::string_view label) {
  std::string out;
  bool space = false;
  for (const char c : label) {
    if (c == ' ' || c == '\t' || c == '\n' || c == '\r') {
      space = !out.empty();
    } else {
      if (space) out.push_back(' ');
      space = false;
      out.push_back(c);
    }
  }
  return fold(out);
}

}  // namespace stet
