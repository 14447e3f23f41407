#include "prose/block_builder.h"

#include <algorithm>
#include <cstring>

#include "prose/entity.h"
#include "prose/words.h"

namespace stet {

namespace {

// Control bytes mean something of ours in letters (blank, opaque): the draft's own are blanked.
void copy_text(std::string& letters, std::size_t at, std::string_view text) {
  std::size_t i = 0;
  // Eight bytes at a time while there is no control byte among them: subtracting a space borrows from its high bit.
  constexpr std::uint64_t each = 0x0101010101010101u;
  for (; i + 8 <= text.size(); i += 8) {
    std::uint64_t bytes = 0;
    std::memcpy(&bytes, text.data() + i, 8);
    if (((bytes - each * ' ') & ~bytes & each * 0x80) != 0) break;
    std::memcpy(letters.data() + at + i, &bytes, 8);
  }
  for (; i < text.size(); ++i) {
    const char c = text[i];
    if (static_cast<unsigned char>(c) >= ' ') letters[at + i] = c;
    else if (c == '\n' || c == '\r' || c == '\t' || c == '\0') letters[at + i] = ' ';
  }
}

void copy_entity(std::string& letters, std::size_t at, std::string_view reference) {
  const std::string text = decode_entity(reference);
  if (text.empty() || text.size() > reference.size()) return;
  copy_text(letters, at, text);
  std::fill(letters.begin() + static_cast<std::ptrdiff_t>(at + text.size()),
            letters.begin() + static_cast<std::ptrdiff_t>(at + reference.size()), entity_rest);
}

}  // namespace

void BlockBuilder::push(Span span, Run::Kind kind) {
  // A parser may move text (tables in HTML): what goes backwards is not read.
  if (!runs_.empty() && span.begin < runs_.back().span.end) return;
  if (cell_pending_) cells_.push_back(span.begin);
  cell_pending_ = false;
  runs_.push_back({span, kind});
}

void BlockBuilder::text(Span span) {
  if (!span.empty()) push(span, Run::Kind::text);
}
void BlockBuilder::text_with_entities(Span span) {
  if (!span.empty()) push(span, Run::Kind::entities);
}
void BlockBuilder::entity(Span span) { push(span, Run::Kind::entity); }
void BlockBuilder::opaque(Span span) {
  if (!span.empty()) push(span, Run::Kind::opaque);
}
void BlockBuilder::space() {
  // At a cell's beginning it would stand on the last letter of the cell before.
  if (runs_.empty() || cell_pending_ || end() - offset_ >= bytes_.size()) return;
  push({end(), end() + 1}, Run::Kind::space);
}

Span BlockBuilder::since(std::uint32_t from) const {
  if (from >= runs_.size()) return {end(), end()};
  return {runs_[from].span.begin, end()};
}

RawBlock BlockBuilder::finish(Zone zone) {
  RawBlock block;
  block.zone = zone;
  if (runs_.empty()) return block;
  Span all{begin(), end()};
  for (const Inline& item : inlines_) all = all.joined(item.span);
  block.begin = all.begin;
  block.letters.assign(all.size(), Paragraph::blank);
  for (const Run& run : runs_) {
    const std::size_t at = run.span.begin - all.begin;
    const std::string_view text = bytes_.substr(run.span.begin - offset_, run.span.size());
    switch (run.kind) {
      case Run::Kind::text: copy_text(block.letters, at, text); break;
      case Run::Kind::entity: copy_entity(block.letters, at, text); break;
      case Run::Kind::opaque: make_opaque(block.letters, run.span.moved(0 - all.begin)); break;
      case Run::Kind::space: block.letters[at] = ' '; break;
      case Run::Kind::entities:
        for (std::size_t i = 0; i < text.size();) {
          const std::size_t amp = std::min(text.find('&', i), text.size());
          copy_text(block.letters, at + i, text.substr(i, amp - i));
          i = amp;
          if (i >= text.size()) break;
          const std::size_t length = entity_length(text, i);
          if (length == 0) {
            block.letters[at + i] = '&';
            ++i;
          } else {
            copy_entity(block.letters, at + i, text.substr(i, length));
            i += length;
          }
        }
        break;
    }
  }
  for (Inline item : inlines_) {
    item.span = item.span.moved(0 - all.begin);
    // What an inline does not have stays {0, 0}, wherever the block stands.
    if (!item.inner.empty()) item.inner = item.inner.moved(0 - all.begin);
    if (!item.target.empty()) item.target = item.target.moved(0 - all.begin);
    block.inlines.push_back(item);
  }
  for (const std::uint32_t cell : cells_) {
    const std::uint32_t at = cell - all.begin;
    block.breaks.push_back(at);
    if (at > 0) block.letters[at - 1] = ' ';  // the cell's border: no word goes across it
  }
  runs_.clear();
  inlines_.clear();
  cells_.clear();
  cell_pending_ = false;
  return block;
}

}  // namespace stet
