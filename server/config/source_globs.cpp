#include "config/source_globs.h"

#include <algorithm>

#include "config/file.h"
#include "config/glob.h"

namespace stet {

namespace {

// "../notes/*.txt" -> "../notes", "*.txt"
std::pair<std::string, std::string> split_glob(const std::string& glob) {
  const std::size_t wild = glob.find_first_of("*?[{\\");
  if (wild == std::string::npos) return {glob, ""};
  const std::size_t slash = glob.rfind('/', wild);
  if (slash == std::string::npos) return {".", glob};
  return {slash == 0 ? "/" : glob.substr(0, slash), glob.substr(slash + 1)};
}

// What is wrong with the wild part; empty where nothing is.
std::string fault_of(const std::string& wild) {
  if (wild.empty()) return {};
  const auto patterns = expand_braces(wild);
  if (const auto* fault = std::get_if<std::string>(&patterns)) return *fault;
  for (const std::string& pattern : std::get<0>(patterns)) {
    const auto glob = Glob::parse(pattern);
    if (const auto* fault = std::get_if<std::string>(&glob)) return *fault;
  }
  return {};
}

std::string joined(const std::string& folder, const std::string& wild) {
  if (folder.empty() || wild.empty()) return folder + wild;
  return folder + (folder.ends_with('/') ? "" : "/") + wild;
}

}  // namespace

SourceGlobs read_source_globs(std::span<const NamedPath> named, const std::filesystem::path& root) {
  SourceGlobs out;
  const std::filesystem::path real_root = real_path(root).value_or(root);
  for (const NamedPath& path : named) {
    const auto [folder, wild] = split_glob(path.written);
    const auto real = confined_path(path.folder, folder, path.workspace);
    const auto* why = std::get_if<std::string>(&real);
    const std::string fault = why ? *why : fault_of(wild);
    if (!fault.empty()) {
      out.errors.push_back({path.origin, "sources: " + fault});
      continue;
    }
    const auto& place = std::get<std::filesystem::path>(real);
    out.globs.push_back({joined(path_within(real_root, place).value_or(place.generic_string()), wild), path.origin});
  }
  return out;
}

}  // namespace stet
