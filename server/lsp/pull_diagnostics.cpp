// textDocument/diagnostic: the findings of a draft, or, with the result id of the last answer, that they are the same.
#include "lsp/diagnostic.h"
#include "lsp/feature.h"

namespace stet {

namespace {

std::optional<json> answer(const Question& question) {
  const Reading& reading = question.reading;
  const Encoding encoding = question.client.encoding;
  json items = json::array();
  for (const Finding* finding : question.shown)
    items.push_back(diagnostic_json(*finding, reading, question.uri, encoding, question.client.pulled));
  for (const SettingsFault& fault : reading.faults) items.push_back(diagnostic_json(fault, encoding));
  return diagnostic_report(std::move(items), question.params["previousResultId"].text());
}

json capability(const Client& client) {
  if (!client.pulls) return nullptr;
  return {{"identifier", "stet"},
          {"interFileDependencies", false},
          {"workspaceDiagnostics", true},
          {"workDoneProgress", true}};
}

json absent(Member) { return {{"kind", "full"}, {"items", json::array()}}; }

}  // namespace

const Feature pull_diagnostics_feature{
    "textDocument/diagnostic", "diagnosticProvider", capability, answer, document_uri, absent};

}  // namespace stet
