#include "lsp/capabilities.h"

#include "lsp/feature.h"

namespace stet {

json server_introduction(const Client& client) {
  constexpr int incremental = 2;
  json can = {{"textDocumentSync", {{"openClose", true}, {"change", incremental}, {"save", {{"includeText", false}}}}}};
  if (client.encoding_negotiated) can["positionEncoding"] = encoding_name(client.encoding);
  for (const Feature& feature : features()) can[std::string(feature.provider)] = feature.capability(client);
  return {{"capabilities", std::move(can)}, {"serverInfo", {{"name", "stet"}, {"version", STET_VERSION}}}};
}

std::vector<json> registrations(const Client& client) {
  std::vector<json> out;
  if (client.files_register) {
    json watchers = json::array();
    for (const char* glob : {"**/stet.toml", "**/stet.waivers.toml", "**/*.bib"})
      watchers.push_back({{"globPattern", glob}});
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
