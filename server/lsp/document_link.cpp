// textDocument/documentLink: citations that lead somewhere: links and addresses to the web, notes to their text.
#include "lsp/feature.h"
#include "lsp/mentions.h"
#include "lsp/ranges.h"

namespace stet {

namespace {

// An address that a client may open as it is written.
bool is_web_address(std::string_view target) {
  if (!target.starts_with("https://") && !target.starts_with("http://")) return false;
  return target.find_first_of(" \t\r\n<>\"{}|\\^`") == target.npos;
}

bool is_label(Citation::Form form) { return form == Citation::Form::footnote || form == Citation::Form::reference; }

std::optional<json> answer(const Question& question) {
  json out = json::array();
  const Reading& reading = question.reading;
  if (!reading.facts.document) return out;
  const Facts& facts = reading.facts;
  std::map<std::string, Span, std::less<>> notes;
  for (const Definition& definition : facts.document->definitions)
    if (definition.kind == Definition::Kind::footnote) notes.emplace(citation_label(definition.label), definition.span);
  for (std::size_t p = 0; p < facts.size(); ++p)
    for (const Citation& citation : facts.local(p).citations) {
      const std::string_view target = reading.text.bytes(facts.absolute(p, citation.target));
      json link = {{"range", range_json(reading.text, facts.absolute(p, citation.span), question.client.encoding)}};
      if (citation.form == Citation::Form::footnote) {
        const auto note = notes.find(citation_label(target));
        if (note == notes.end()) continue;
        const std::uint32_t line = reading.text.position(note->second.begin, Encoding::utf8).line;
        link["target"] = question.uri + "#L" + std::to_string(line + 1);
      } else if (!is_label(citation.form) && is_web_address(target)) {
        link["target"] = std::string(target);
      } else {
        continue;
      }
      out.push_back(std::move(link));
    }
  return out;
}

json capability(const Client&) { return {{"resolveProvider", false}}; }

}  // namespace

const Feature document_link_feature{"textDocument/documentLink", "documentLinkProvider", capability, answer};

}  // namespace stet
