#include <md4c.h>

#include <algorithm>

#include "prose/block_builder.h"
#include "prose/blocks.h"
#include "prose/html_region.h"
#include "prose/markdown_marks.h"
#include "prose/markdown_mask.h"

namespace stet {

namespace {

// `[label]: address`, wherever it may stand. The mask has taken the labels of footnotes out.
bool may_define(std::string_view masked) { return masked.find("]:") != std::string_view::npos; }

// Turns md4c's events into blocks. md4c hands over pieces of the very bytes it was given (and now and then a constant
// of its own, for a line break): where a piece lies is its place in the draft.
class Reader {
 public:
  Reader(const Text& text, Span part)
      : bytes_(text.bytes()),
        begin_(part.begin),
        mask_(mask_markdown(bytes_.substr(begin_, part.size()), begin_)),
        builder_(mask_.bytes, begin_) {}

  RawDocument run() {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      static_cast<Reader*>(self)->enter_block(type, detail);
      return 0;
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
      static_cast<Reader*>(self)->leave_block(type);
      return 0;
    };
    parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
      static_cast<Reader*>(self)->enter_span(type, detail);
      return 0;
    };
    parser.leave_span = [](MD_SPANTYPE type, void*, void* self) {
      static_cast<Reader*>(self)->leave_span(type);
      return 0;
    };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* chars, MD_SIZE size, void* self) {
      static_cast<Reader*>(self)->text(type, {chars, size});
      return 0;
    };
    const auto size = static_cast<MD_SIZE>(mask_.bytes.size());
    if (md_parse(mask_.bytes.data(), size, &parser, this) != 0)
      out_.unread.push_back({{begin_, begin_ + size}, "the Markdown parser gave up"});
    flush();
    // To the ids of the HTML in it, where those of the mask are.
    out_.definitions.insert(out_.definitions.end(), std::make_move_iterator(mask_.definitions.begin()),
                            std::make_move_iterator(mask_.definitions.end()));
    std::sort(out_.definitions.begin(), out_.definitions.end(),
              [](const Definition& a, const Definition& b) { return a.span < b.span; });
    for (const Comment& c : mask_.comments) out_.comments.push_back(c);
    std::sort(out_.comments.begin(), out_.comments.end(),
              [](const Comment& a, const Comment& b) { return a.span < b.span; });
    for (Unread& u : mask_.unread) out_.unread.push_back(std::move(u));
    std::ranges::stable_sort(out_.unread, {}, &Unread::span);
    out_.only_whole = mask_.hangs_on_place || may_define(mask_.bytes);
    return std::move(out_);
  }

 private:
  struct OpenSpan {
    MD_SPANTYPE type;
    std::uint32_t runs;
    Span target;
  };

  // Where a piece lies in the draft; nothing for md4c's own constants.
  std::optional<Span> place(std::string_view piece) const {
    const char* const first = mask_.bytes.data();
    if (std::less<>()(piece.data(), first) || std::less<>()(first + mask_.bytes.size(), piece.data() + piece.size()))
      return std::nullopt;
    const auto at = begin_ + static_cast<std::uint32_t>(piece.data() - first);
    return Span{at, at + static_cast<std::uint32_t>(piece.size())};
  }

  void enter_block(MD_BLOCKTYPE type, void* detail) {
    switch (type) {
      case MD_BLOCK_QUOTE: flush(), ++quotes_; break;
      case MD_BLOCK_LI: flush(), ++items_; break;
      case MD_BLOCK_H:
        flush();
        heading_ = static_cast<std::uint8_t>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
        break;
      case MD_BLOCK_CODE: flush(), in_code_ = true; break;
      case MD_BLOCK_HTML: flush(), html_ = {}, in_html_ = true; break;
      case MD_BLOCK_TABLE: flush(), row_ = 0; break;
      case MD_BLOCK_TR: columns_ = 0, in_row_ = true; break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        if (columns_ < 0xFFFF) ++columns_;
        builder_.cell();
        break;
      default: flush(); break;
    }
  }

  void leave_block(MD_BLOCKTYPE type) {
    switch (type) {
      case MD_BLOCK_QUOTE: flush(), --quotes_; break;
      case MD_BLOCK_LI: flush(), --items_; break;
      case MD_BLOCK_H: flush(), heading_ = 0; break;
      case MD_BLOCK_CODE: in_code_ = false; break;
      case MD_BLOCK_HTML:
        in_html_ = false;
        read_html_region(bytes_, html_, out_);
        break;
      case MD_BLOCK_TR:
        flush();
        in_row_ = false;
        if (row_ < 0xFFFF) ++row_;
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD: break;
      default: flush(); break;
    }
  }

  void enter_span(MD_SPANTYPE type, void* detail) {
    OpenSpan open{type, builder_.runs(), {}};
    const MD_ATTRIBUTE* target = nullptr;
    if (type == MD_SPAN_A) target = &static_cast<MD_SPAN_A_DETAIL*>(detail)->href;
    if (type == MD_SPAN_IMG) target = &static_cast<MD_SPAN_IMG_DETAIL*>(detail)->src, ++images_;
    if (target != nullptr && target->text != nullptr)
      open.target = place({target->text, target->size}).value_or(Span{});
    spans_.push_back(open);
  }

  void leave_span(MD_SPANTYPE type) {
    if (spans_.empty()) return;
    const OpenSpan open = spans_.back();
    spans_.pop_back();
    if (type == MD_SPAN_IMG) --images_;
    const Span inner = builder_.since(open.runs);
    if (inner.empty()) return;
    Inline item{Inline::Kind::emphasis, true, inner, inner, open.target};
    switch (type) {
      case MD_SPAN_A: item.kind = Inline::Kind::link, close_link(item); break;
      case MD_SPAN_IMG: item.kind = Inline::Kind::image, close_link(item); break;
      case MD_SPAN_CODE: item.kind = Inline::Kind::code, widen(item.span, "`"); break;
      case MD_SPAN_STRONG: item.kind = Inline::Kind::strong, widen(item.span, "*_"); break;
      case MD_SPAN_DEL: item.kind = Inline::Kind::strike, widen(item.span, "~"); break;
      default: widen(item.span, "*_"); break;
    }
    builder_.add(item);
  }

  // Takes the marks around an inline into its span, as many on both sides.
  void widen(Span& span, std::string_view marks) const {
    while (span.begin > begin_ && span.end < bytes_.size() && bytes_[span.begin - 1] == bytes_[span.end] &&
           marks.find(bytes_[span.end]) != std::string_view::npos)
      --span.begin, ++span.end;
  }

  // [text](url "title"), [text][label], [label] and <url>: md4c found it to be a link, so a plain walk finds its end.
  void close_link(Inline& item) const {
    std::size_t end = item.inner.end;
    if (item.inner.begin > begin_ && bytes_[item.inner.begin - 1] == '<') {
      item.kind = Inline::Kind::url;
      item.target = item.inner;
      item.span = {item.inner.begin - 1, static_cast<std::uint32_t>(std::min(end + 1, bytes_.size()))};
      return;
    }
    const std::size_t limit = paragraph_end(end);
    while (end < limit && bytes_[end] != ']') ++end;
    if (end >= limit) return;
    ++end;
    if (end < limit && bytes_[end] == '(') {
      const std::size_t open = end;
      end = closing_bracket(open, limit);
      if (item.target.empty()) item.target = address_in(open + 1, end - 1);
    } else if (end < limit && bytes_[end] == '[') {
      end = std::min(bytes_.find(']', end), limit - 1) + 1;
    }
    std::size_t open = opening_bracket(item.inner.begin);
    if (item.kind == Inline::Kind::image && open > begin_ && bytes_[open - 1] == '!') --open;
    item.span = {static_cast<std::uint32_t>(open), static_cast<std::uint32_t>(end)};
    // [the survey](#survey) stays in the draft, as <a href="#survey"> does.
    const bool internal = item.kind == Inline::Kind::link && item.target.size() > 1 &&
                          item.span.contains(item.target) && bytes_[item.target.begin] == '#';
    if (internal) item.kind = Inline::Kind::anchor, ++item.target.begin;
  }

  // Where an empty line comes, at the latest: a link does not go on behind it. Nor is one longer than some pages.
  std::size_t paragraph_end(std::size_t from) const {
    constexpr std::size_t longest = 4096;
    const std::size_t limit = std::min(bytes_.size(), from + longest);
    const std::string_view blanks = " \t\r>";
    for (std::size_t line = bytes_.find('\n', from); line < limit; line = bytes_.find('\n', line + 1))
      if (const std::size_t next = bytes_.find_first_not_of(blanks, line + 1); next >= limit || bytes_[next] == '\n')
        return line;
    return limit;
  }

  // Past the ) that belongs to the ( at `open`; what stands in <> or in a title's quotation marks has none. The (
  // itself where there is none before `limit`.
  std::size_t closing_bracket(std::size_t open, std::size_t limit) const {
    std::size_t depth = 0;
    char within = 0;
    for (std::size_t i = open; i < limit; ++i) {
      const char c = bytes_[i];
      const bool opens = i > open && (bytes_[i - 1] == ' ' || bytes_[i - 1] == '\n' || i == open + 1);
      if (c == '\\') ++i;
      else if (within != 0) within = c == within ? '\0' : within;
      else if (opens && (c == '"' || c == '\'' || (c == '<' && i == open + 1))) within = c == '<' ? '>' : c;
      else if (c == '(') ++depth;
      else if (c == ')' && --depth == 0) return i + 1;
    }
    return open;
  }

  // The last [ before the words of a link; a line break may have been put on it. Where there is none near, the words.
  std::size_t opening_bracket(std::size_t inner) const {
    constexpr std::size_t far = 64;
    const std::size_t from = std::max<std::size_t>(begin_, inner - std::min(inner, far));
    const std::size_t before = inner > from ? bytes_.substr(from, inner - from).rfind('[') : std::string_view::npos;
    const bool on_it = bytes_[inner] == '[' && (inner == 0 || bytes_[inner - 1] != '[');
    return on_it || before == std::string_view::npos ? inner : from + before;
  }

  // The address between the brackets of a link. md4c hands over a copy of one that holds an & or a backslash.
  Span address_in(std::size_t begin, std::size_t end) const {
    const std::string_view blanks = " \t\r\n";
    begin = std::min(bytes_.find_first_not_of(blanks, begin), end);
    const bool pointed = begin < end && bytes_[begin] == '<';
    if (pointed) ++begin;
    const std::size_t stop = std::min(pointed ? bytes_.find('>', begin) : bytes_.find_first_of(blanks, begin), end);
    if (begin >= stop) return {};
    return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(stop)};
  }

  void text(MD_TEXTTYPE type, std::string_view piece) {
    if (type == MD_TEXT_SOFTBR || type == MD_TEXT_BR) {
      builder_.space();
      return;
    }
    const std::optional<Span> where = place(piece);
    if (!where || in_code_) return;
    split_footnote(where->begin);
    switch (type) {
      case MD_TEXT_HTML:
        if (in_html_) html_ = html_.empty() ? *where : html_.joined(*where);
        else inline_html(*where);
        break;
      case MD_TEXT_CODE: builder_.opaque(*where); break;
      case MD_TEXT_ENTITY: images_ > 0 ? builder_.opaque(*where) : builder_.entity(*where); break;
      default: images_ > 0 ? builder_.opaque(*where) : builder_.text(*where); break;
    }
  }

  void inline_html(Span where) {
    const std::string_view tag = bytes_.substr(where.begin, where.size());
    if (tag.starts_with("<!--")) {
      out_.comments.push_back({where, {where.begin + 4, std::max(where.begin + 4, where.end - 3)}});
      builder_.add({Inline::Kind::comment, true, where, {}, {}});
    } else if (tag.starts_with("<br")) {
      builder_.space();
    } else {
      builder_.add({Inline::Kind::html, true, where, {}, {}});
      // <a id="survey"></a>: a tag alone is no block; its id is what is read.
      if (tag.find("id=") != tag.npos || tag.find("name=") != tag.npos) read_html_region(bytes_, where, out_);
    }
  }

  // Footnotes that follow each other without a blank line are one paragraph to md4c.
  void split_footnote(std::uint32_t at) {
    const auto& notes = mask_.footnotes;
    while (note_ < notes.size() && notes[note_].begin <= at) {
      flush();
      ++note_;
    }
  }

  bool in_footnote(std::uint32_t at) const {
    return note_ > 0 && mask_.footnotes[note_ - 1].begin <= at && at < mask_.footnotes[note_ - 1].end;
  }

  Zone zone_here() const {
    if (heading_ > 0) return Zone::subhead;
    if (in_footnote(builder_.begin())) return Zone::footnote;
    if (in_row_) return Zone::table;
    if (quotes_ > 0) return Zone::block_quote;
    return items_ > 0 ? Zone::list : Zone::body;
  }

  void note_seam(Zone zone) {
    const std::uint32_t at = builder_.begin();
    while (opening_ < mask_.openings.size() && mask_.openings[opening_] < at) ++opening_;
    if (zone == Zone::body && opening_ < mask_.openings.size() && mask_.openings[opening_] == at)
      out_.seams.push_back({at, static_cast<std::uint32_t>(out_.blocks.size())});
  }

  void flush() {
    if (builder_.empty()) return builder_.drop();
    const Zone zone = zone_here();
    note_seam(zone);
    RawBlock block = builder_.finish(zone);
    block.level = zone == Zone::subhead ? heading_ : static_cast<std::uint8_t>(std::min(quotes_ + items_, 255));
    if (zone == Zone::table) block.row = row_, block.columns = columns_;
    for (const Inline& item : block.inlines)
      if (item.kind == Inline::Kind::url) make_opaque(block.letters, item.inner);
    for (const Inline& item : block.inlines)
      if ((item.kind == Inline::Kind::emphasis || item.kind == Inline::Kind::strong) &&
          item.inner.size() + 4 >= block.letters.size())
        block.whole_emphasis = true;
    lift_markdown_marks(block);
    lift_urls(block.letters, block.inlines);
    out_.blocks.push_back(std::move(block));
  }

  std::string_view bytes_;
  std::uint32_t begin_;
  MarkdownMask mask_;  // the part, what md4c must not see blanked: same places
  BlockBuilder builder_;
  RawDocument out_;
  std::vector<OpenSpan> spans_;
  int quotes_ = 0, items_ = 0, images_ = 0;
  std::uint8_t heading_ = 0;
  std::uint16_t row_ = 0, columns_ = 0;
  bool in_code_ = false, in_row_ = false, in_html_ = false;
  Span html_;
  std::size_t note_ = 0, opening_ = 0;  // in the mask's
};

}  // namespace

RawDocument read_markdown(const Text& text, Span part) { return Reader(text, part).run(); }

}  // namespace stet
