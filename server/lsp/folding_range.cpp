// textDocument/foldingRange: sections, the front matter, comments and code of more than one line.
#include <algorithm>

#include "lsp/feature.h"
#include "lsp/sections.h"

namespace stet {

namespace {

std::optional<json> answer(const Question& question) {
  json out = json::array();
  if (!question.reading.facts.document) return out;
  const Facts& facts = question.reading.facts;
  const Document& document = *facts.document;
  const Text& text = document.text;
  // Whole lines, without blank ones at the end: every client takes these.
  const auto add = [&](Span span, const char* kind) {
    const std::string_view bytes = text.bytes(span);
    const std::size_t last = bytes.find_last_not_of(" \t\r\n");
    if (last == bytes.npos) return;
    const std::uint32_t first = text.position(span.begin, Encoding::utf8).line;
    const std::uint32_t end = text.position(span.begin + static_cast<std::uint32_t>(last), Encoding::utf8).line;
    if (end <= first) return;
    json fold = {{"startLine", first}, {"endLine", end}};
    if (kind != nullptr) fold["kind"] = kind;
    out.push_back(std::move(fold));
  };
  add(document.meta.span, "region");
  for (const Section& section : sections_of(facts))
    if (section.level > 0) add(section.span, "region");
  for (const Comment& comment : document.comments) add(comment.span, "comment");
  for (const Block& block : document.blocks)
    if (block.paragraph->zone == Zone::code) add(block.span(), nullptr);
  std::ranges::stable_sort(out.get_ref<json::array_t&>(), {},
                           [](const json& fold) { return fold["startLine"].get<std::uint32_t>(); });
  return out;
}

}  // namespace

const Feature folding_range_feature{"textDocument/foldingRange", "foldingRangeProvider", always, answer};

}  // namespace stet
