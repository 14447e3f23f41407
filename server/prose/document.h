#pragma once
// Document: a draft as prose. What stands where, in reading order; any bytes make one.
//
//   Document d = read_document(Text("# Bridge\n\nIt **cost** $4."), Format::markdown, context);
//   d.blocks[1].paragraph->text(1)      // "cost"
//   d.blocks[1].begin                   // 10
#include <chrono>
#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "prose/context.h"
#include "prose/paragraph.h"
#include "text/text.h"

namespace stet {

enum class Format : std::uint8_t { plain, markdown, html };

// By a path's ending: .md .markdown .mdown .mkd .qmd .rmd -> markdown; .html .htm .xhtml -> html;
// .txt .text and none -> plain. nullopt for endings that are not drafts.
std::optional<Format> format_of_path(std::string_view path);
// By the protocol's languageId: markdown, html, anything else plain.
Format format_of_language_id(std::string_view id);

struct Block {
  std::uint32_t begin = 0;  // of the paragraph, in the draft
  std::shared_ptr<const Paragraph> paragraph;
  Span span() const { return {begin, begin + paragraph->size()}; }
};

// A target that markers point to.
struct Definition {
  enum class Kind : std::uint8_t { footnote, link_reference, html_id, heading, numbered_note };
  Kind kind;
  std::string label;  // as compared: case folded, white space collapsed
  Span span;          // the label as written
};

// A comment in the draft, for waivers; `span` is the whole of it, `inner` what stands between its marks.
// `[stet: …]` in plain text counts as one.
struct Comment {
  Span span, inner;
};

// A piece of the draft, or a whole matter, that was not read. No rule speaks of it.
struct Unread {
  Span span;
  std::string why;
};

// What the front matter says; spans are those of the values.
struct Meta {
  Span span;  // all of it; empty where there is none
  struct Entry {
    std::string key, value;  // scalars; lists come once for each item
    Span span;
  };
  std::vector<Entry> entries;
  std::optional<std::string> error;  // not YAML or TOML: what the parser said
  const Entry* find(std::string_view key) const;
};

struct Spliceable;

struct Document {
  Text text;
  Format format = Format::plain;
  Meta meta;
  Context context;            // as given, with what the front matter says (date, lang, genre) put in place
  std::vector<Block> blocks;  // by begin, not overlapping
  std::vector<Definition> definitions;
  std::vector<Comment> comments;
  std::vector<Unread> unread;
  std::uint32_t word_count = 0;  // words separated by white space, as a newsroom counts them
  // What helps to read the next version; null where there was none before; English Markdown alone.
  std::shared_ptr<const Spliceable> spliceable;

  // Index of the block that holds `offset`, or that begins next; blocks.size() past the last.
  std::size_t block_at(std::uint32_t offset) const;
};

// Reads a draft. Paragraphs of `before` that are unchanged (same letters, same markup, same zone) are shared, not read
// again, where both were read with the same context. Never throws on any bytes.
Document read_document(Text text, Format format, const Context& context, const Document* before = nullptr);

}  // namespace stet
