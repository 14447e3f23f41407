#include "lsp/editor_settings.h"

#include <string>
#include <utility>

namespace stet {

namespace {

Setting setting_from_json(const json& value) {
  const Origin editor{"the editor", 0, 0};
  Setting out{false, editor, editor};
  if (value.is_boolean()) out.value = value.get<bool>();
  if (value.is_number()) out.value = value.get<double>();
  if (value.is_string()) out.value = value.get<std::string>();
  if (value.is_array()) {
    Setting::List list;
    for (const json& element : value)
      if (!element.is_null()) list.push_back(setting_from_json(element));
    out.value = std::move(list);
  }
  if (value.is_object()) {
    Setting::Table table;
    for (const auto& [name, element] : value.items())
      if (!element.is_null()) table.emplace_back(name, setting_from_json(element));
    out.value = std::move(table);
  }
  return out;
}

}  // namespace

std::optional<Setting> settings_from_json(Member value) {
  if (value["stet"].is_object()) value = value["stet"];
  if (!value.is_object()) return std::nullopt;
  json known = *value.value();
  known.erase("inlayHints");  // of the editor alone, see Client
  if (known.empty()) return std::nullopt;
  return setting_from_json(known);
}

bool is_settings_file(const std::filesystem::path& path) {
  return path.filename() == "stet.toml" || holds_waivers(path);
}

bool holds_waivers(const std::filesystem::path& path) { return path.filename() == "stet.waivers.toml"; }

}  // namespace stet
