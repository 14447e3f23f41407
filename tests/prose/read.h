#pragma once
// Reading a draft in a test, and showing what was read as one would write it down.
#include <string>
#include <string_view>

#include "prose/document.h"

namespace stet {

inline Document read_draft(std::string_view text, Format format = Format::markdown) {
  Context context;
  context.lexicon = plain_lexicon();
  return read_document(Text(std::string(text)), format, context);
}

// A line a block: "zone: words", sentences divided by " | ".
inline std::string shown(const Document& document) {
  std::string out;
  for (const Block& block : document.blocks) {
    out += std::string(zone_name(block.paragraph->zone)) + ": ";
    for (std::size_t s = 0; s < block.paragraph->sentences.size(); ++s)
      out += (s > 0 ? " | " : "") + block.paragraph->text(block.paragraph->sentences[s].words);
    out += "\n";
  }
  return out;
}

// The words of all blocks, divided by spaces.
inline std::string words_of(std::string_view text, Format format = Format::plain) {
  std::string out;
  for (const Block& block : read_draft(text, format).blocks)
    for (const Word& w : block.paragraph->words)
      out += (out.empty() ? "" : " ") + (w.kind == WordKind::opaque ? "@" : std::string(block.paragraph->text(w)));
  return out;
}

}  // namespace stet
