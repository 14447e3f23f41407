#include "workspace/named_transcripts.h"

#include <fstream>
#include <string>
#include <utility>
#include <vector>

#include "config/file.h"
#include "prose/front_matter.h"
#include "workspace/transcripts.h"

namespace stet {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t longest_head = std::size_t{1} << 16;  // bytes: front matter ends before

std::vector<std::string> sources_in(const fs::path& draft) {
  std::ifstream file(draft, std::ios::binary);
  std::string head(3, '\0');
  if (!file.read(head.data(), 3)) return {};
  if (head == "\xEF\xBB\xBF" && !file.read(head.data(), 3)) return {};
  if (head != "---" && head != "+++") return {};
  head.resize(longest_head);
  file.read(head.data() + 3, static_cast<std::streamsize>(longest_head - 3));
  head.resize(3 + static_cast<std::size_t>(file.gcount()));
  std::vector<std::string> out;
  for (Meta::Entry& entry : read_front_matter(head).entries)
    if (entry.key == "sources") out.push_back(std::move(entry.value));
  return out;
}

}  // namespace

std::set<fs::path> named_by_drafts(const std::set<fs::path>& files,
                                   const std::function<fs::path(const fs::path&)>& root_of) {
  std::set<std::pair<fs::path, std::string>> wanted;  // from which folder, and what: many drafts name the same
  std::set<fs::path> drafts;
  for (const fs::path& file : files)
    for (std::string& entry : sources_in(file)) {
      drafts.insert(file);
      fs::path folder = folder_named_from(entry, file, root_of(file));
      if (!names_transcript({&entry, 1}, folder, file)) wanted.emplace(std::move(folder), std::move(entry));
    }
  std::set<fs::path> out;
  for (const auto& [folder, entry] : wanted) {
    // Only what lies below the words before the first wildcard can be meant.
    const std::string plain = entry.substr(0, entry.find_first_of("*?[{\\"));
    const bool whole = plain.size() == entry.size() || plain.ends_with('/');
    const fs::path top = absolute_path(folder / (whole ? fs::path(plain) : fs::path(plain).parent_path()));
    for (auto file = files.lower_bound(top); file != files.end() && path_within(top, *file); ++file)
      if (!drafts.contains(*file) && names_transcript({&entry, 1}, folder, *file)) out.insert(*file);
  }
  return out;
}

}  // namespace stet
