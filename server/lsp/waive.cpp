#include "lsp/waive.h"

#include <algorithm>

namespace stet {

namespace {

std::string words_of(const Paragraph& paragraph, Span relative) {
  WordRange range{0, 0};
  const auto first = std::ranges::find_if(paragraph.words, [&](const Word& w) { return w.end > relative.begin; });
  const auto last = std::find_if(first, paragraph.words.end(), [&](const Word& w) { return w.begin >= relative.end; });
  range.first = static_cast<std::uint32_t>(first - paragraph.words.begin());
  range.last = static_cast<std::uint32_t>(last - paragraph.words.begin());
  std::string words = paragraph.text(range);
  if (words.find_first_of("\"[]|\x01\x02\x03") != std::string::npos || words.find("--") != std::string::npos) return {};
  return words;
}

std::string comment(const Finding& finding, const std::string& words, std::string_view reason, Format format) {
  const std::string inner =
      "stet: " + finding.rule + (words.empty() ? "" : " \"" + words + "\"") + " " + std::string(reason);
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

// The block that holds all of a place; null where there is none.
const Block* block_of(const Reading& reading, Span span) {
  if (!reading.facts.document) return nullptr;
  const Document& document = *reading.facts.document;
  const std::size_t index = document.block_at(span.begin);
  if (index >= document.blocks.size() || !document.blocks[index].span().contains(span)) return nullptr;
  return &document.blocks[index];
}

}  // namespace

std::string waived_words(const Reading& reading, const Finding& finding) {
  const Block* block = block_of(reading, finding.span);
  if (block == nullptr) return {};
  return words_of(*block->paragraph, {finding.span.begin - block->begin, finding.span.end - block->begin});
}

std::optional<Edit> waiver_edit(const Reading& reading, const Finding& finding, std::string_view reason) {
  const Block* found = block_of(reading, finding.span);
  if (found == nullptr || reason.find_first_of("\r\n[]<>") != reason.npos || reason.find("--") != reason.npos)
    return std::nullopt;
  const Document& document = *reading.facts.document;
  const Block& block = *found;
  if (block.paragraph->zone == Zone::code || block.paragraph->zone == Zone::math) return std::nullopt;

  const std::string waiver = comment(finding, waived_words(reading, finding), reason, document.format);
  if (document.format == Format::html) return Edit{{block.begin, block.begin}, waiver};

  // A line among the rows would end the table.
  if (block.paragraph->zone == Zone::table) return Edit{{finding.span.begin, finding.span.begin}, waiver};
  const Text& text = document.text;
  const std::uint32_t line = text.line(text.position(block.begin, Encoding::utf8).line).begin;
  const std::string_view lead = text.bytes({line, block.begin});
  if (block.paragraph->zone == Zone::list && !all_of(lead, "> \t"))
    return Edit{{block.begin, block.begin}, waiver + "\n" + continued(lead)};
  const std::string indent(lead.substr(0, std::min(lead.find_first_not_of("> \t"), lead.size())));
  return Edit{{line, line}, indent + waiver + "\n"};
}

}  // namespace stet
