#include "config/layer_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "config/file.h"
#include "config/setting_reader.h"
#include "config/toml.h"

namespace stet {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t largest_file = std::size_t{1} << 20, most_files = 100;
constexpr std::array<std::string_view, 1> extends_key{"extends"};

class LayerFilesReader {
 public:
  LayerFilesReader(std::optional<fs::path> workspace, fs::path shown_from)
      : workspace_(std::move(workspace)), shown_from_(std::move(shown_from)) {}

  void read(const fs::path& path, const Origin& named_at) {
    if (const auto open = std::find(open_.begin(), open_.end(), path); open != open_.end()) {
      std::string circle;
      for (auto file = open; file != open_.end(); ++file) circle += shown_path(*file, shown_from_) + " -> ";
      wrong(named_at, fmt::format("extends goes in a circle: {}{}", circle, shown_path(path, shown_from_)));
      return;
    }
    if (std::find(out_.looked_at.begin(), out_.looked_at.end(), path) != out_.looked_at.end()) return;
    if (out_.looked_at.size() == most_files) return wrong(named_at, "extends reaches more than 100 files");
    out_.looked_at.push_back(path);
    const std::string shown = shown_path(path, shown_from_);
    const auto bytes = read_bytes(path, largest_file);
    if (const auto* why = std::get_if<1>(&bytes)) return wrong(named_at, shown + " " + *why);
    auto tree = read_toml(std::get<0>(bytes), shown);
    if (auto* error = std::get_if<ConfigError>(&tree)) return out_.errors.push_back(std::move(*error));
    open_.push_back(path);
    extend(std::get<Setting>(tree), path.parent_path());
    open_.pop_back();
    out_.files.push_back({path, std::move(std::get<Setting>(tree))});
  }

  void wrong(const Origin& origin, std::string message) { out_.errors.push_back({origin, std::move(message)}); }
  LayerFiles take() && { return std::move(out_); }

 private:
  void extend(const Setting& tree, const fs::path& folder) {
    NamedPaths named = named_paths(tree, extends_key, folder, workspace_);
    std::move(named.errors.begin(), named.errors.end(), std::back_inserter(out_.errors));
    for (const NamedPath& path : named.paths) {
      const auto real = confined_path(path.folder, path.written, path.workspace);
      if (const auto* why = std::get_if<std::string>(&real)) wrong(path.origin, "extends: " + *why);
      else read(std::get<fs::path>(real), path.origin);
    }
  }

  std::optional<fs::path> workspace_;
  fs::path shown_from_;
  std::vector<fs::path> open_;
  LayerFiles out_;
};

const Setting* find(const Setting& tree, std::string_view key) {
  const auto* table = std::get_if<Setting::Table>(&tree.value);
  if (!table) return nullptr;
  const auto entry = std::find_if(table->begin(), table->end(), [&](const auto& e) { return e.key == key; });
  return entry == table->end() ? nullptr : &entry->value;
}

}  // namespace

LayerFiles read_layer_files(const fs::path& file, const std::optional<fs::path>& workspace,
                            const fs::path& shown_from) {
  LayerFilesReader reader(workspace, shown_from);
  const Origin itself{shown_path(file, shown_from)};
  const auto real = confined_path(file.parent_path(), file.filename().string(), workspace);
  if (const auto* why = std::get_if<std::string>(&real)) reader.wrong(itself, *why);
  else reader.read(std::get<fs::path>(real), itself);
  return std::move(reader).take();
}

NamedPaths named_paths(const Setting& tree, std::span<const std::string_view> keys, const fs::path& folder,
                       const std::optional<fs::path>& workspace) {
  NamedPaths out;
  const Setting* setting = &tree;
  for (const std::string_view key : keys)
    if (setting) setting = find(*setting, key);
  if (!setting) return out;
  SettingReader reader;
  for (auto& [written, origin] : reader.texts(keys.back(), *setting))
    out.paths.push_back({std::move(written), std::move(origin), folder, workspace});
  out.errors = std::move(reader).take_errors();
  return out;
}

}  // namespace stet
