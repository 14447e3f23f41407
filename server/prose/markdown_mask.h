#pragma once
// What md4c must not see as it is: footnote definitions (it would take `[^1]: Smith` for a link definition), tables of
// thousands of columns. The mask has the draft's length, so every place in it is a place in the draft. Inside prose/
// only.
#include <string>
#include <vector>

#include "prose/blocks.h"

namespace stet {

struct MarkdownMask {
  std::string bytes;  // as long as the text that was masked; lifted marks are Paragraph::blank
  // Footnotes, by begin: the whole of the definition, its marker included.
  std::vector<Span> footnotes;
  std::vector<Definition> definitions;  // of footnotes and link references
  std::vector<Comment> comments;        // [//]: # (…)
  std::vector<Unread> unread;
  // Lines behind a blank one that begin with a letter, or past ASCII, and stand in no fence: what may be a seam.
  std::vector<std::uint32_t> openings;
  // An empty line behind a block that is closed (a heading, a rule, a fence, an empty line), and then one that may go
  // on with a list item: whether it does hangs, in md4c, on the last byte of the offset of a line before them, which it
  // takes for a block's type.
  bool hangs_on_place = false;
};

// `offset` is added to every place that comes back. Fenced code is passed over. Tables of more than `most_columns`
// columns are read as text.
MarkdownMask mask_markdown(std::string_view bytes, std::uint32_t offset, std::size_t most_columns = 128);

// A label as compared: case folded, white space collapsed.
std::string fold_label(std::string_view label);

}  // namespace stet
