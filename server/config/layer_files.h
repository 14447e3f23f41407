#pragma once
// Layer files: a stet.toml and all it extends, read into trees.
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "config/setting.h"

namespace stet {

struct LayerFile {
  std::filesystem::path path;  // real
  Setting tree;
};

struct LayerFiles {
  std::vector<LayerFile> files;  // those extended before those that extend them; each once
  std::vector<std::filesystem::path> looked_at;
  std::vector<ConfigError> errors;
};

// `workspace`: what every file must lie in (a real path), links followed; nullopt: anywhere. A file that cannot be
// read, is no TOML, lies outside or extends itself by a detour is an error at the line that names it; the others count.
LayerFiles read_layer_files(const std::filesystem::path& file, const std::optional<std::filesystem::path>& workspace,
                            const std::filesystem::path& shown_from);

// A path as some file's list names it.
struct NamedPath {
  std::string written;
  Origin origin;
  std::filesystem::path folder;                    // that it is relative to
  std::optional<std::filesystem::path> workspace;  // that it must lie in
};

// The entries of a list of paths in a tree: {"rules", "paths"}, {"sources"}. Wrong types are errors.
struct NamedPaths {
  std::vector<NamedPath> paths;
  std::vector<ConfigError> errors;
};
NamedPaths named_paths(const Setting& tree, std::span<const std::string_view> keys, const std::filesystem::path& folder,
                       const std::optional<std::filesystem::path>& workspace);

}  // namespace stet
