#include "lsp/client.h"

#include "lsp/editor_settings.h"
#include "lsp/uri.h"

namespace stet {

namespace {

std::optional<Encoding> encoding_named(std::string_view name) {
  for (Encoding encoding : {Encoding::utf8, Encoding::utf16, Encoding::utf32})
    if (encoding_name(encoding) == name) return encoding;
  return std::nullopt;
}

std::optional<Encoding> negotiated(Member offered) {
  if (offered.lists("utf-8")) return Encoding::utf8;
  for (const json& name : offered.list())
    if (const auto text = Member(name).text())
      if (const auto known = encoding_named(*text)) return known;
  return std::nullopt;
}

std::vector<std::string> folders_of(Member initialize) {
  std::vector<std::string> out;
  for (const json& folder : initialize["workspaceFolders"].list())
    if (const auto uri = Member(folder)["uri"].text())
      if (auto path = path_of_uri(*uri)) out.push_back(*std::move(path));
  if (!out.empty()) return out;
  if (const auto uri = initialize["rootUri"].text())
    if (auto path = path_of_uri(*uri)) return {*std::move(path)};
  if (const auto path = initialize["rootPath"].text()) return {std::string(*path)};
  return out;
}

DiagnosticForm form_of(Member can) {
  return {can["relatedInformation"].is_true(), can["codeDescriptionSupport"].is_true(), can["dataSupport"].is_true()};
}

bool has_delta(Member full) { return full["delta"].is_true(); }

void read_document_abilities(Client& client, Member document) {
  const Member publish = document["publishDiagnostics"], pull = document["diagnostic"];
  client.pushed = form_of(publish);
  client.pulled = form_of(pull);
  client.versions = publish["versionSupport"].is_true();
  client.pulls = pull.is_object();
  const Member action = document["codeAction"];
  client.code_actions.literals = action["codeActionLiteralSupport"].is_object();
  client.code_actions.preferred = action["isPreferredSupport"].is_true();
  client.code_actions.lazy = action["dataSupport"].is_true() && action["resolveSupport"]["properties"].lists("edit");
  client.markup_hovers = !document["hover"]["contentFormat"].list().empty();
  client.markdown_hovers = document["hover"]["contentFormat"].lists("markdown");
  client.markdown_completions = document["completion"]["completionItem"]["documentationFormat"].lists("markdown");
  client.nested_symbols = document["documentSymbol"]["hierarchicalDocumentSymbolSupport"].is_true();
  client.prepares_renames = document["rename"]["prepareSupport"].is_true();
  client.folds_lines_only = document["foldingRange"]["lineFoldingOnly"].is_true();
  client.takes_hints = document["inlayHint"].is_object();
  const Member tokens = document["semanticTokens"], requests = tokens["requests"];
  client.tokens = {tokens.is_object(), has_delta(requests["full"]),
                   requests["range"].is_true() || requests["range"].is_object()};
}

}  // namespace

std::string_view encoding_name(Encoding encoding) {
  switch (encoding) {
    case Encoding::utf8: return "utf-8";
    case Encoding::utf16: return "utf-16";
    case Encoding::utf32: return "utf-32";
  }
  return "utf-16";
}

Client read_client(Member initialize) {
  Client client;
  const Member can = initialize["capabilities"];
  const Member workspace = can["workspace"], window = can["window"];
  if (const auto encoding = negotiated(can["general"]["positionEncodings"])) {
    client.encoding = *encoding;
    client.encoding_negotiated = true;
  }
  client.process = initialize["processId"].whole();
  client.folders = folders_of(initialize);
  read_editor_settings(client, initialize["initializationOptions"]);
  read_document_abilities(client, can["textDocument"]);

  const auto refreshes = [&](std::string_view what) { return workspace[what]["refreshSupport"].is_true(); };
  client.refreshes = {refreshes("diagnostics"), refreshes("codeLens"), refreshes("inlayHint"),
                      refreshes("semanticTokens")};
  client.code_actions.document_changes = workspace["workspaceEdit"]["documentChanges"].is_true();
  client.applies_edits = workspace["applyEdit"].is_true();
  client.shows_documents = window["showDocument"]["support"].is_true();
  client.shows_messages = window["showMessage"].is_object();
  client.shows_progress = window["workDoneProgress"].is_true();
  client.configuration = workspace["configuration"].is_true();
  client.configuration_registers = workspace["didChangeConfiguration"]["dynamicRegistration"].is_true();
  client.files_register = workspace["didChangeWatchedFiles"]["dynamicRegistration"].is_true();
  return client;
}

void read_editor_settings(Client& client, Member settings) {
  if (settings["stet"].is_object()) settings = settings["stet"];
  client.inlay_hints = settings["inlayHints"].is_true();
  client.settings = settings_from_json(settings);
}

}  // namespace stet
