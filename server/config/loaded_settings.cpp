#include "config/loaded_settings.h"

#include <algorithm>
#include <system_error>

#include "config/file.h"
#include "config/lexicon_of.h"

namespace stet {

namespace fs = std::filesystem;

namespace {

PathKind kind_of(const fs::path& path) {
  std::error_code error;
  return fs::is_directory(path, error) ? PathKind::folder : PathKind::file;
}

}  // namespace

LoadedSettings::LoadedSettings(SettingsParts parts) : parts_(std::move(parts)) {}

std::string LoadedSettings::seen_from(const Layer& layer, const fs::path& path) const {
  for (const fs::path& folder : {layer.folder, parts_.root})
    if (auto within = path_within(folder, path)) return *std::move(within);
  return path.relative_path().generic_string();
}

LoadedSettings::Chosen LoadedSettings::overrides_for(const fs::path& path) const {
  Chosen out;
  for (const Layer& layer : parts_.layers) {
    if (layer.overrides.empty()) continue;
    const std::string seen = seen_from(layer, path);
    for (const Override& override_ : layer.overrides) out.push_back(override_.files.covers(seen, PathKind::file));
  }
  return out;
}

std::shared_ptr<const PathSettings> LoadedSettings::for_path(const fs::path& path) const {
  const Chosen overrides = overrides_for(absolute_path(parts_.root / path));
  const std::lock_guard lock(mutex_);
  auto& made = made_[overrides];
  if (!made) made = make(overrides);
  return made;
}

bool LoadedSettings::ignores(const fs::path& path) const {
  const fs::path whole = absolute_path(parts_.root / path);
  for (const Layer& layer : parts_.layers)
    if (!layer.ignore.empty() && layer.ignore.covers(seen_from(layer, whole), kind_of(whole))) return true;
  if (parts_.page_places.empty()) return false;
  const fs::path real = real_path(whole).value_or(whole);
  return std::any_of(parts_.page_places.begin(), parts_.page_places.end(),
                     [&](const fs::path& place) { return path_within(place, real).has_value(); });
}

std::shared_ptr<const PathSettings> LoadedSettings::make(const Chosen& overrides) const {
  const Catalog& catalog = *parts_.catalog;
  Effective effective = shipped(catalog);
  Stated<std::optional<Severity>> fail_on{Severity::error, {"default"}};
  std::vector<PathSettings::Value> lists;
  auto counts = overrides.begin();
  for (const Layer& layer : parts_.layers) {
    effective = lay(std::move(effective), layer.says, catalog);
    for (const Override& override_ : layer.overrides)
      if (*counts++) effective = lay(std::move(effective), override_.says, catalog);
    if (layer.fail_on) fail_on = *layer.fail_on;
    for (const auto& [glob, origin] : layer.ignore_written) lists.push_back({"ignore", toml_text(glob), origin});
  }
  effective = choose(std::move(effective), parts_.select, parts_.ignore, catalog);

  auto out = std::make_shared<PathSettings>();
  out->context = {effective.date.value, effective.locale.value, effective.language.value, effective.genre.value,
                  lexicon_of(parts_.catalog, more_words(effective))};
  out->fail_on = fail_on.value;
  Checks checks = make_checks(effective, parts_.catalog);
  out->plain_checks = std::move(checks.plain);
  out->opinion_checks = std::move(checks.opinion);
  for (const auto& [glob, origin] : parts_.sources) {
    out->sources.push_back(glob);
    lists.push_back({"sources", toml_text(glob), origin});
  }
  for (const auto& [path, origin] : parts_.pages) lists.push_back({"rules.paths", toml_text(path), origin});
  lists.push_back({"fail-on", toml_text(fail_on.value ? severity_name(*fail_on.value) : "never"), fail_on.origin});
  out->values = shown_values(effective, catalog);
  const auto rules = std::find_if(out->values.begin(), out->values.end(),
                                  [](const PathSettings::Value& value) { return value.key.starts_with("rules."); });
  out->values.insert(rules, std::make_move_iterator(lists.begin()), std::make_move_iterator(lists.end()));
  return out;
}

}  // namespace stet
