#include "lsp/edits.h"

#include "lsp/diagnostic.h"

namespace stet {

json workspace_edit(const Question& question, const std::vector<Edit>& edits) {
  json list = text_edits(question.reading.text, edits, question.client.encoding);
  if (!question.client.code_actions.document_changes) return {{"changes", {{question.uri, std::move(list)}}}};
  const json version = question.version ? json(*question.version) : json(nullptr);
  return {{"documentChanges", json::array({{{"textDocument", {{"uri", question.uri}, {"version", version}}},
                                            {"edits", std::move(list)}}})}};
}

}  // namespace stet
