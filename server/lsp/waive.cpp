#include "lsp/waive.h"

#include <algorithm>

namespace stet {

namespace {

// What placeholder-left knows as "to come": not a reason.
constexpr std::string_view to_come = "TK";

// The words the finding is about, as the reader sees them; empty where they cannot stand in a waiver.
std::string words_of(const Paragraph& paragraph, Span relative) {
  WordRange range{0, 0};
  const auto first = std::ranges::find_if(paragraph.words, [&](const Word& w) { return w.end > relative.begin; });
  const auto last = std::find_if(first, paragraph.words.end(), [&](const Word& w) { return w.begin >= relative.end; });
  range.first = static_cast<std::uint32_t>(first - paragraph.words.begin());
  range.last = static_cast<std::uint32_t>(last - paragraph.words.begin());
  std::string words = paragraph.text(range);
  if (words.find_first_of("\"[]\x01\x02\x03") != std::string::npos || words.find("--") != std::string::npos) return {};
  return words;
}

std::string comment(const Finding& finding, const std::string& words, Format format) {
  std::string inner = "stet: " + finding.rule + (words.empty() ? " " : " \"" + words + "\" ") + std::string(to_come);
  return format == Format::plain ? "[" + inner + "]" : "<!-- " + inner + " -->";
}

// The mark a list item begins with, as blanks, so that what follows on a new line still belongs to it.
std::string continued(std::string_view lead) {
  std::string out(lead);
  std::ranges::replace_if(out, [](char c) { return c != '>' && c != '\t'; }, ' ');
  return out;
}

bool all_of(std::string_view text, std::string_view allowed) {
  return text.find_first_not_of(allowed) == std::string_view::npos;
}

}  // namespace

std::optional<Edit> waiver_edit(const Reading& reading, const Finding& finding) {
  if (!reading.facts.document) return std::nullopt;
  const Document& document = *reading.facts.document;
  const std::size_t index = document.block_at(finding.span.begin);
  if (index >= document.blocks.size() || !document.blocks[index].span().contains(finding.span)) return std::nullopt;
  const Block& block = document.blocks[index];
  if (block.paragraph->zone == Zone::code || block.paragraph->zone == Zone::math) return std::nullopt;

  const Span relative{finding.span.begin - block.begin, finding.span.end - block.begin};
  const std::string waiver = comment(finding, words_of(*block.paragraph, relative), document.format);
  if (document.format == Format::html) return Edit{{block.begin, block.begin}, waiver};

  // A row of a table is waived with its table: a comment among the rows would end it.
  std::size_t first = index;
  if (block.paragraph->zone == Zone::table)
    while (first > 0 && document.blocks[first].paragraph->row > 0 &&
           document.blocks[first - 1].paragraph->zone == Zone::table)
      --first;
  const std::uint32_t begin = document.blocks[first].begin;
  const Text& text = document.text;
  const std::uint32_t line = text.line(text.position(begin, Encoding::utf8).line).begin;
  const std::string_view lead = text.bytes({line, begin});
  if (block.paragraph->zone == Zone::list && !all_of(lead, "> \t"))
    return Edit{{begin, begin}, waiver + "\n" + continued(lead)};
  const std::string indent(lead.substr(0, std::min(lead.find_first_not_of("> \t"), lead.size())));
  return Edit{{line, line}, indent + waiver + "\n"};
}

}  // namespace stet
