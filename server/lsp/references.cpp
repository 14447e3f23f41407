// textDocument/references: every mention of what stands there.
#include <algorithm>

#include "lsp/feature.h"
#include "lsp/mentions.h"
#include "lsp/ranges.h"

namespace stet {

namespace {

std::optional<json> answer(const Question& question) {
  const auto position = position_from_json(question.params["position"]);
  if (!position) return std::nullopt;
  const Reading& reading = question.reading;
  const Encoding encoding = question.client.encoding;
  const bool definitions = question.params["context"]["includeDeclaration"].is_true();
  json out = json::array();
  const auto mentions = mentions_at(reading, reading.text.offset(*position, encoding));
  if (!mentions) return out;
  for (const Span& span : mentions->all)
    if (definitions || std::ranges::find(mentions->definitions, span) == mentions->definitions.end())
      out.push_back({{"uri", question.uri}, {"range", range_json(reading.text, span, encoding)}});
  return out;
}

}  // namespace

const Feature references_feature{"textDocument/references", "referencesProvider", always, answer};

}  // namespace stet
