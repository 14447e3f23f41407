#pragma once
// Own pages: a newsroom's rules, found in the folders that `rules.paths` names.
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "config/layer_files.h"

namespace stet {

struct OwnPages {
  std::vector<std::pair<std::string, std::string>> path_and_text;  // paths as shown, in order; for Catalog::with
  std::vector<std::filesystem::path> places;                       // the real folders and pages that were named
  std::vector<std::filesystem::path> looked_at;                    // folders and pages
  std::vector<ConfigError> errors;
};

// A page is an .md file; a named folder is searched with all folders in it, hidden ones and links to folders left out.
// README.md is not a page. A page is read once, however often it is named. At most 2,000 pages of a megabyte each.
OwnPages read_own_pages(std::span<const NamedPath> named, const std::filesystem::path& shown_from);

}  // namespace stet
