// textDocument/codeAction: the fixes of the findings that the range touches, and to waive each with a reason.
// Everything is an edit of the open draft, so that any client can do it.
#include "lsp/diagnostic.h"
#include "lsp/feature.h"
#include "lsp/ranges.h"
#include "lsp/waive.h"

namespace stet {

namespace {

constexpr std::string_view quickfix = "quickfix";

// Does the client want that kind? "" and "quickfix" are kinds that hold it.
bool wants(Member only, std::string_view kind) {
  if (only.list().empty()) return true;
  for (const json& element : only.list()) {
    const auto wanted = Member(element).text();
    if (wanted && (wanted->empty() || kind == *wanted || kind.starts_with(std::string(*wanted) + "."))) return true;
  }
  return false;
}

json workspace_edit(const Question& question, const std::vector<Edit>& edits) {
  json list = text_edits(question.reading.text, edits, question.client.encoding);
  if (!question.client.code_actions.document_changes) return {{"changes", {{question.uri, std::move(list)}}}};
  const json version = question.version ? json(*question.version) : json(nullptr);
  return {{"documentChanges", json::array({{{"textDocument", {{"uri", question.uri}, {"version", version}}},
                                            {"edits", std::move(list)}}})}};
}

json action(const Question& question, std::string title, const Finding& finding, const std::vector<Edit>& edits) {
  return {{"title", std::move(title)},
          {"kind", quickfix},
          {"diagnostics", json::array({diagnostic_json(finding, question.reading, question.uri, question.client)})},
          {"edit", workspace_edit(question, edits)}};
}

std::optional<json> answer(const Question& question) {
  const auto range = range_from_json(question.params["range"]);
  if (!range) return std::nullopt;
  json out = json::array();
  if (!question.client.code_actions.literals || !wants(question.params["context"]["only"], quickfix)) return out;

  const Span span = span_of(question.reading.text, *range, question.client.encoding);
  const auto findings = findings_at(question.reading, span);
  for (const Finding* finding : findings)
    for (const Fix& fix : finding->fixes) {
      json one = action(question, fix.title, *finding, fix.edits);
      if (question.client.code_actions.preferred && finding->fixes.size() == 1) one["isPreferred"] = true;
      out.push_back(std::move(one));
    }
  for (const Finding* finding : findings)
    if (const auto edit = waiver_edit(question.reading, *finding))
      out.push_back(action(question, "Waive " + finding->rule + " here, with a reason", *finding, {*edit}));
  return out;
}

json capability(const Client& client) {
  if (!client.code_actions.literals) return true;
  return {{"codeActionKinds", json::array({quickfix})}};
}

}  // namespace

const Feature code_action_feature{"textDocument/codeAction", "codeActionProvider", capability, answer};

}  // namespace stet
