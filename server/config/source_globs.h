#pragma once
// Source globs: the transcripts that `sources` names.
#include <filesystem>
#include <span>
#include <string>
#include <vector>

#include "config/layer.h"
#include "config/layer_files.h"

namespace stet {

struct SourceGlobs {
  std::vector<Stated<std::string>> globs;  // relative to `root` where they lie in it, else absolute
  std::vector<ConfigError> errors;
};

// A glob's folder (what stands before its first wildcard) must lie in the workspace, links followed.
SourceGlobs read_source_globs(std::span<const NamedPath> named, const std::filesystem::path& root);

}  // namespace stet
