#include "lsp/capabilities.h"

#include <array>

#include "lsp/command.h"
#include "lsp/feature.h"

namespace stet {

namespace {

// Files whose change is felt: settings, what citations and quotations are held against, pages of rules, and the drafts
// themselves, for the workspace's diagnostics.
constexpr std::array watched{"**/stet.toml", "**/stet.waivers.toml", "**/*.bib",
                             "**/*.{md,markdown,mdown,mkd,qmd,rmd,html,htm,xhtml,txt,text}"};

}  // namespace

json server_introduction(const Client& client) {
  constexpr int incremental = 2;
  json can = {{"textDocumentSync", {{"openClose", true}, {"change", incremental}, {"save", {{"includeText", false}}}}},
              {"executeCommandProvider", {{"commands", command_names()}}},
              {"workspaceSymbolProvider", true},
              {"workspace", {{"workspaceFolders", {{"supported", true}, {"changeNotifications", true}}}}}};
  if (client.encoding_negotiated) can["positionEncoding"] = encoding_name(client.encoding);
  for (const Feature& feature : features())
    if (json offer = feature.capability(client); !offer.is_null())
      can[std::string(feature.provider)] = std::move(offer);
  return {{"capabilities", std::move(can)}, {"serverInfo", {{"name", "stet"}, {"version", STET_VERSION}}}};
}

std::vector<json> registrations(const Client& client) {
  std::vector<json> out;
  if (client.files_register) {
    json watchers = json::array();
    for (const char* glob : watched) watchers.push_back({{"globPattern", glob}});
    out.push_back({{"id", "stet-files"},
                   {"method", "workspace/didChangeWatchedFiles"},
                   {"registerOptions", {{"watchers", std::move(watchers)}}}});
  }
  if (client.configuration_registers)
    out.push_back({{"id", "stet-configuration"},
                   {"method", "workspace/didChangeConfiguration"},
                   {"registerOptions", {{"section", "stet"}}}});
  return out;
}

}  // namespace stet
