// textDocument/documentHighlight: the mentions of what stands there; where it is defined counts as written.
#include <algorithm>

#include "lsp/feature.h"
#include "lsp/mentions.h"
#include "lsp/ranges.h"

namespace stet {

namespace {

std::optional<json> answer(const Question& question) {
  constexpr int read = 2, write = 3;  // DocumentHighlightKind
  const auto position = position_from_json(question.params["position"]);
  if (!position) return std::nullopt;
  const Reading& reading = question.reading;
  const Encoding encoding = question.client.encoding;
  json out = json::array();
  const auto mentions = mentions_at(reading, reading.text.offset(*position, encoding));
  if (!mentions) return out;
  for (const Span& span : mentions->all) {
    const bool defines = std::ranges::find(mentions->definitions, span) != mentions->definitions.end();
    out.push_back({{"range", range_json(reading.text, span, encoding)}, {"kind", defines ? write : read}});
  }
  return out;
}

}  // namespace

const Feature highlight_feature{"textDocument/documentHighlight", "documentHighlightProvider", always, answer};

}  // namespace stet
