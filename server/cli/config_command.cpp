#include <fmt/format.h>

#include <algorithm>

#include "cli/drafts.h"
#include "cli/output.h"
#include "cli/run.h"
#include "cli/terminal.h"

namespace stet {

int run_config(const ConfigRequest& request, std::shared_ptr<const Catalog> built_in) {
  Output out = Output::standard();
  Workspace workspace(here(std::move(built_in), request.config));
  std::error_code unknown;
  if (request.schema) {  // of the rules in force in this folder: a newsroom's own have names too
    out.write(config_schema(*workspace.settings_for(std::filesystem::absolute("draft.md", unknown))->catalog()));
    return out.finish();
  }
  std::filesystem::path path = std::filesystem::absolute(request.path.empty() ? "." : request.path, unknown);
  if (!std::filesystem::exists(path, unknown)) {
    complain(request.path + ": no such file or folder");
    return 2;
  }
  if (std::filesystem::is_directory(path, unknown)) path /= "draft.md";

  const auto settings = workspace.settings_for(path);
  const auto in_force = settings->for_path(path);
  std::size_t key = 0, value = 0;
  for (const PathSettings::Value& v : in_force->values) {
    key = std::max(key, columns_of(v.key));
    value = std::max(value, std::min<std::size_t>(40, columns_of(v.shown)));
  }
  for (const PathSettings::Value& v : in_force->values)
    out.write(
        fmt::format("{:<{}} = {:<{}}  # {}\n", printable(v.key), key, printable(v.shown), value, shown(v.origin)));
  const std::vector<ConfigError> errors = workspace.errors();
  for (const ConfigError& error : errors) complain(shown(error.origin) + ": " + error.message);
  return std::max(errors.empty() ? 0 : 2, out.finish());
}

}  // namespace stet
