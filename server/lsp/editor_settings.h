#pragma once
// Editor settings: what a client was set to, as JSON, turned into the tree that stet.toml is turned into as well.
//
//   {"stet": {"rules": {"weasel-attribution": "hint"}}}      // the object under "stet", or that object itself
//
// null is "not set" and left out, as is what only an editor has (inlayHints). Dates are strings, as JSON has no others.
// Every value comes from "the editor".
#include <filesystem>
#include <optional>

#include "config/settings.h"
#include "lsp/json.h"

namespace stet {

// Nothing where the value is no object, or an empty one.
std::optional<Setting> settings_from_json(Member value);

// stet.toml or stet.waivers.toml: open in an editor, but no draft.
bool is_settings_file(const std::filesystem::path& path);
bool holds_waivers(const std::filesystem::path& path);

}  // namespace stet
