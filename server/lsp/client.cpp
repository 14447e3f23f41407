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

std::string folder_of(Member initialize) {
  for (const json& folder : initialize["workspaceFolders"].list())
    if (const auto uri = Member(folder)["uri"].text())
      if (auto path = path_of_uri(*uri)) return *path;
  if (const auto uri = initialize["rootUri"].text())
    if (auto path = path_of_uri(*uri)) return *path;
  return std::string(initialize["rootPath"].text().value_or(""));
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
  const Member document = can["textDocument"], workspace = can["workspace"];
  if (const auto encoding = negotiated(can["general"]["positionEncodings"])) {
    client.encoding = *encoding;
    client.encoding_negotiated = true;
  }
  client.process = initialize["processId"].whole();
  client.folder = folder_of(initialize);
  client.settings = settings_from_json(initialize["initializationOptions"]);

  const Member publish = document["publishDiagnostics"];
  client.diagnostics = {publish["relatedInformation"].is_true(), publish["codeDescriptionSupport"].is_true(),
                        publish["dataSupport"].is_true()};
  const Member action = document["codeAction"];
  client.code_actions = {action["codeActionLiteralSupport"].is_object(), action["isPreferredSupport"].is_true(),
                         workspace["workspaceEdit"]["documentChanges"].is_true()};
  client.markdown_hovers = document["hover"]["contentFormat"].lists("markdown");
  client.configuration = workspace["configuration"].is_true();
  client.configuration_registers = workspace["didChangeConfiguration"]["dynamicRegistration"].is_true();
  client.files_register = workspace["didChangeWatchedFiles"]["dynamicRegistration"].is_true();
  return client;
}

}  // namespace stet
