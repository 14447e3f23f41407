#include "workspace/listing.h"

#include <algorithm>
#include <system_error>

#include "config/file.h"
#include "config/glob.h"
#include "prose/document.h"

namespace stet {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t largest_gitignore = std::size_t{1} << 20;

// The .gitignore files of the folders from the top down to one, the nearest last.
struct Ignores {
  struct At {
    fs::path folder;
    GlobList globs;
  };
  std::vector<At> files;

  Ignores in(const fs::path& folder) const {
    Ignores out = *this;
    const auto bytes = read_bytes(folder / ".gitignore", largest_gitignore);
    if (const auto* text = std::get_if<0>(&bytes)) out.files.push_back({folder, GlobList::of_gitignore(*text)});
    return out;
  }

  bool cover(const fs::path& path, PathKind kind) const {
    for (auto at = files.rbegin(); at != files.rend(); ++at)
      if (const auto within = path_within(at->folder, path))
        if (const auto verdict = at->globs.verdict(*within, kind)) return *verdict;
    return false;
  }
};

struct Open {
  fs::path folder;
  Ignores ignores;
};

bool is_draft(const fs::path& path) { return path.has_extension() && format_of_path(path.generic_string()); }

}  // namespace

FolderListing list_folder(const fs::path& folder, const fs::path& top,
                          const std::function<bool(const fs::path&)>& ignored) {
  FolderListing out;
  Ignores above;
  if (const auto within = path_within(top, folder)) {
    fs::path at = top;
    for (const fs::path& part : fs::path(*within)) {
      above = above.in(at);
      at /= part;
    }
  }
  std::vector<Open> open{{folder, above.in(folder)}};
  while (!open.empty()) {
    const Open here = std::move(open.back());
    open.pop_back();
    out.folders.push_back(here.folder);
    std::error_code error;
    fs::directory_iterator entry(here.folder, error), end;
    for (; !error && entry != end; entry.increment(error)) {
      std::error_code unknown;
      const fs::path& path = entry->path();
      if (path.filename().string().starts_with('.') || entry->is_symlink(unknown)) continue;
      const bool is_folder = entry->is_directory(unknown);
      if (!is_folder && (!entry->is_regular_file(unknown) || !is_draft(path))) continue;
      if (here.ignores.cover(path, is_folder ? PathKind::folder : PathKind::file) || ignored(path)) continue;
      if (is_folder) open.push_back({path, here.ignores.in(path)});
      else out.drafts.push_back(path);
    }
    if (error && out.why_not.empty()) out.why_not = "cannot be searched: " + error.message();
  }
  return out;
}

}  // namespace stet
