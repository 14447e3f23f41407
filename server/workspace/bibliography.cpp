#include "workspace/bibliography.h"

#include <algorithm>
#include <set>
#include <system_error>

#include "config/file.h"

namespace stet {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t largest_bib = std::size_t{1} << 26;

std::vector<fs::path> bibs_in(const fs::path& folder) {
  std::vector<fs::path> out;
  std::error_code error;
  fs::directory_iterator entry(folder, error), end;
  for (; !error && entry != end; entry.increment(error))
    if (entry->path().extension() == ".bib") out.push_back(entry->path());
  std::sort(out.begin(), out.end());
  return out;
}

// Has the draft, by its name or by where it stands, the file to itself?
bool is_own(const fs::path& bib, const fs::path& draft) {
  if (bib.parent_path() != real_path(absolute_path(draft).parent_path())) return false;
  if (bib.stem() == draft.stem()) return true;
  std::error_code error;
  fs::directory_iterator entry(bib.parent_path(), error), end;
  for (; !error && entry != end; entry.increment(error)) {
    const fs::path& path = entry->path();
    if (path.filename().string().starts_with('.')) continue;
    if (entry->is_directory(error)) return false;
    if (path.filename() != draft.filename() && path.has_extension() && format_of_path(path.string())) return false;
  }
  return !error;
}

}  // namespace

std::shared_ptr<const Bibliography> Bibliographies::read(const fs::path& file) {
  std::error_code error;
  const auto changed = fs::last_write_time(file, error);
  const auto size = fs::file_size(file, error);
  const std::lock_guard lock(mutex_);
  File& known = files_[file];
  if (!error && known.bibliography && known.changed == changed && known.size == size) return known.bibliography;
  const auto bytes = read_bytes(file, largest_bib);
  const auto* text = std::get_if<0>(&bytes);
  known = {changed, size, text ? std::make_shared<const Bibliography>(*text) : nullptr};
  return known.bibliography;
}

std::shared_ptr<Sources> Bibliographies::of(const fs::path& draft, const Document& document, const fs::path& root,
                                            const fs::path& workspace) {
  auto out = std::make_shared<Sources>();
  std::set<fs::path> files;
  const fs::path first = absolute_path(draft).parent_path();
  for (fs::path folder = first;; folder = folder.parent_path()) {
    for (const fs::path& bib : bibs_in(folder))
      if (const auto real = real_path(bib); real && path_within(workspace, *real)) files.insert(*real);
    if (folder == root || !path_within(root, folder) || folder == folder.parent_path()) break;
  }
  for (const Meta::Entry& entry : document.meta.entries) {
    if (entry.key.starts_with("references")) out->bibliography_complete = false;
    if (entry.key != "bibliography") continue;
    const auto real = confined_path(first, entry.value, workspace);
    const auto* bib = std::get_if<fs::path>(&real);
    if (bib && bib->extension() == ".bib" && read(*bib)) files.insert(*bib);
    else out->bibliography_complete = false;
  }
  const std::string_view meta = document.text.bytes(document.meta.span);
  if (meta.find("\nreferences:") != std::string_view::npos) out->bibliography_complete = false;
  for (const fs::path& file : files) {
    if (auto bibliography = read(file))
      out->bibliographies.push_back({shown_path(file, root), std::move(bibliography), is_own(file, draft)});
    else out->bibliography_complete = false;
  }
  return out;
}

}  // namespace stet
