// textDocument/definition: where an acronym is spelt out, a name or a quantity is told first, a note or a link's label
// is defined, a key stands in the bibliography.
#include "lsp/feature.h"
#include "lsp/mentions.h"
#include "lsp/ranges.h"
#include "lsp/uri.h"

namespace stet {

namespace {

std::optional<json> answer(const Question& question) {
  const auto position = position_from_json(question.params["position"]);
  if (!position) return std::nullopt;
  const Reading& reading = question.reading;
  const Encoding encoding = question.client.encoding;
  json out = json::array();
  const auto mentions = mentions_at(reading, reading.text.offset(*position, encoding));
  if (!mentions) return out;
  for (const Span& span : mentions->definitions)
    out.push_back({{"uri", question.uri}, {"range", range_json(reading.text, span, encoding)}});
  if (mentions->kind != Mentions::Kind::cite_key) return out;
  for (const Sources::Bib& bib : reading.sources->bibliographies) {
    const BibEntry* entry = bib.bibliography->find(mentions->name);
    const auto text = reading.bibliographies.find(bib.path);
    if (entry == nullptr || text == reading.bibliographies.end()) continue;
    const auto path = (reading.settings->root() / bib.path).lexically_normal();
    out.push_back(
        {{"uri", uri_of_path(path.string())}, {"range", range_json(text->second, entry->key_span, encoding)}});
  }
  return out;
}

}  // namespace

const Feature definition_feature{"textDocument/definition", "definitionProvider", always, answer};

}  // namespace stet
