#pragma once
// Blocks: what the readers of the three formats hand over, before words are cut. Inside prose/ only.
#include <cstdint>
#include <string>
#include <vector>

#include "prose/document.h"

namespace stet {

struct RawBlock {
  std::uint32_t begin = 0;  // in the draft
  Zone zone = Zone::body;
  std::uint8_t level = 0;
  std::uint16_t row = 0, columns = 0;
  std::string letters;                // see Paragraph::letters; opaque things as words.h says
  std::vector<Inline> inlines;        // relative
  std::vector<std::uint32_t> breaks;  // relative bytes where a table row's cells begin
  bool whole_emphasis = false;        // all of it set in italic or bold: a caption, a dek, a byline
};

// A place of a Markdown draft where a paragraph begins that stands in nothing else: neither a list nor a quotation, a
// fence or a comment. What is before it and what is behind it can be read apart, but for the addresses of references.
struct Seam {
  std::uint32_t at = 0;     // in the draft
  std::uint32_t block = 0;  // index of the paragraph's block
};

// What a reader of a format fills.
struct RawDocument {
  std::vector<RawBlock> blocks;
  std::vector<Definition> definitions;
  std::vector<Comment> comments;
  std::vector<Unread> unread;
  std::string language;  // declared in the draft (<html lang>), empty where it is not
  std::string date;      // of publication as the markup gives it (<meta>, <time pubdate>), ISO; empty where it does not
  std::vector<Seam> seams;  // of Markdown; ascending, not all there are
  bool only_whole = false;  // Markdown whose parts cannot be read apart: references may lead to addresses in it
};

// Each reads text.bytes() from `begin` (after the front matter) on.
RawDocument read_plain(const Text& text, std::uint32_t begin);
RawDocument read_html(const Text& text, std::uint32_t begin);
// `part` begins after the front matter or at a seam; it ends where the draft or a line ends.
RawDocument read_markdown(const Text& text, Span part);

// Is a paragraph of that many words English, by its function words? Short ones count as English.
bool is_english(const Paragraph& paragraph, const Lexicon& lexicon);

// A comment that a waiver may stand in: finds `[stet: …]` in bytes of plain text.
void find_bracket_comments(std::string_view bytes, std::uint32_t offset, std::vector<Comment>& out);

// Blanks what is not prose in letters: markup by Paragraph::blank, opaque things by their two bytes.
void blank_out(std::string& letters, Span relative);
void make_opaque(std::string& letters, Span relative);

// Finds bare URLs and e-mail addresses in letters, makes them opaque and adds an Inline for each.
void lift_urls(std::string& letters, std::vector<Inline>& inlines);

}  // namespace stet
