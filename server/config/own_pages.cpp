#include "config/own_pages.h"

#include <algorithm>
#include <set>
#include <system_error>

#include "config/file.h"

namespace stet {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t largest_page = std::size_t{1} << 20, most_pages = 2000, most_entries = 100'000;

bool is_page(const fs::path& path) {
  std::string name = path.filename().string();
  for (char& c : name)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
  return name.ends_with(".md") && name != "readme.md" && !name.starts_with('.');
}

struct Found {
  std::vector<fs::path> pages, folders;
  std::string why_not;  // empty: all was searched
};

Found search(const fs::path& folder) {
  Found out;
  out.folders.push_back(folder);
  std::error_code error;
  std::size_t entries = 0;
  fs::recursive_directory_iterator entry(folder, error), end;
  for (; !error && entry != end; entry.increment(error)) {
    if (++entries > most_entries || out.pages.size() > most_pages) {
      out.why_not = "holds too much: name a folder with nothing but pages";
      break;
    }
    std::error_code ignored;
    const bool is_folder = entry->is_directory(ignored) && !entry->is_symlink(ignored);
    if (is_folder && entry->path().filename().string().starts_with('.')) entry.disable_recursion_pending();
    else if (is_folder) out.folders.push_back(entry->path());
    else if (is_page(entry->path())) out.pages.push_back(entry->path());
  }
  if (error) out.why_not = "cannot be searched: " + error.message();
  std::sort(out.pages.begin(), out.pages.end());
  return out;
}

class OwnPagesReader {
 public:
  explicit OwnPagesReader(fs::path shown_from) : shown_from_(std::move(shown_from)) {}

  void read(const NamedPath& named) {
    const auto real = confined_path(named.folder, named.written, named.workspace);
    if (const auto* why = std::get_if<std::string>(&real)) return wrong(named, *why);
    const fs::path& place = std::get<fs::path>(real);
    out_.places.push_back(place);
    std::error_code error;
    if (!fs::exists(place, error)) return wrong(named, "\"" + named.written + "\" does not exist");
    if (!fs::is_directory(place, error)) return read_page_file(place, named);
    const Found found = search(place);
    out_.looked_at.insert(out_.looked_at.end(), found.folders.begin(), found.folders.end());
    if (!found.why_not.empty()) return wrong(named, "\"" + named.written + "\" " + found.why_not);
    if (found.pages.empty()) wrong(named, "\"" + named.written + "\" holds no page (an .md file)");
    for (const fs::path& page : found.pages) read_page_file(page, named);
  }

  OwnPages take() && { return std::move(out_); }

 private:
  void read_page_file(const fs::path& page, const NamedPath& named) {
    const auto real = confined_path(page.parent_path(), page.filename().string(), named.workspace);
    if (const auto* why = std::get_if<std::string>(&real)) return wrong(named, *why);
    if (!seen_.insert(std::get<fs::path>(real)).second) return;
    out_.looked_at.push_back(page);
    auto bytes = read_bytes(std::get<fs::path>(real), largest_page);
    const std::string shown = shown_path(page, shown_from_);
    if (const auto* why = std::get_if<1>(&bytes)) wrong(named, shown + " " + *why);
    else out_.path_and_text.emplace_back(shown, std::move(std::get<0>(bytes)));
  }

  void wrong(const NamedPath& named, const std::string& message) {
    out_.errors.push_back({named.origin, "rules.paths: " + message});
  }

  fs::path shown_from_;
  std::set<fs::path> seen_;
  OwnPages out_;
};

}  // namespace

OwnPages read_own_pages(std::span<const NamedPath> named, const fs::path& shown_from) {
  OwnPagesReader reader(shown_from);
  for (const NamedPath& path : named) reader.read(path);
  return std::move(reader).take();
}

}  // namespace stet
