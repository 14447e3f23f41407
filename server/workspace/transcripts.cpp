#include "workspace/transcripts.h"

#include <algorithm>
#include <set>
#include <system_error>

#include "config/file.h"
#include "config/glob.h"

namespace stet {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t largest_transcript = std::size_t{1} << 27;
constexpr std::size_t most_files = 10'000;
constexpr std::string_view wild = "*?[{\\";  // what makes a glob of a path

// "notes/*.txt" -> "notes", {/*.txt}; a folder stands for all that is in it.
struct Wanted {
  std::string folder;
  std::vector<Glob> globs;  // empty: `folder` is the file, or a folder
};

std::variant<Wanted, std::string> wanted_of(const std::string& written) {
  Wanted out;
  const std::size_t first = written.find_first_of(wild);
  if (first == std::string::npos) return Wanted{written, {}};
  const std::size_t slash = written.rfind('/', first);
  out.folder = slash == std::string::npos ? "." : slash == 0 ? "/" : written.substr(0, slash);
  const auto patterns = expand_braces(slash == std::string::npos ? written : written.substr(slash + 1));
  if (const auto* fault = std::get_if<std::string>(&patterns)) return *fault;
  for (const std::string& pattern : std::get<0>(patterns)) {
    auto glob = Glob::parse("/" + pattern);
    if (const auto* fault = std::get_if<std::string>(&glob)) return *fault;
    out.globs.push_back(std::move(std::get<Glob>(glob)));
  }
  return out;
}

// Files below a folder, in a stable order; hidden ones left out, links to folders not followed.
std::vector<fs::path> files_in(const fs::path& folder) {
  std::vector<fs::path> out, open{folder};
  while (!open.empty() && out.size() < most_files) {
    const fs::path here = std::move(open.back());
    open.pop_back();
    std::error_code error;
    fs::directory_iterator entry(here, error), end;
    for (; !error && entry != end; entry.increment(error)) {
      std::error_code unknown;
      if (entry->path().filename().string().starts_with('.')) continue;
      if (entry->is_directory(unknown) && !entry->is_symlink(unknown)) open.push_back(entry->path());
      else if (!entry->is_directory(unknown)) out.push_back(entry->path());
    }
  }
  std::sort(out.begin(), out.end());
  return out;
}

// From the root where it lies in it.
std::string shown(const fs::path& file, const fs::path& root) {
  return shown_path(file, real_path(root).value_or(root));
}

}  // namespace

bool names_transcript(std::span<const std::string> globs, const fs::path& root, const fs::path& file) {
  return std::any_of(globs.begin(), globs.end(), [&](const std::string& written) {
    const auto wanted = wanted_of(written);
    if (wanted.index() != 0) return false;
    const auto& [prefix, patterns] = std::get<Wanted>(wanted);
    const auto within = path_within(absolute_path(root / prefix), file);
    return within && (patterns.empty() || std::any_of(patterns.begin(), patterns.end(), [&](const Glob& glob) {
                        return glob.matches(*within, PathKind::file);
                      }));
  });
}

fs::path folder_named_from(const std::string& entry, const fs::path& draft, const fs::path& root) {
  std::error_code error;
  const std::string prefix = entry.substr(0, entry.find_first_of(wild));
  const bool beside = fs::exists(draft.parent_path() / prefix, error) || !fs::exists(root / prefix, error);
  return beside ? draft.parent_path() : root;
}

const TranscriptFiles::File& TranscriptFiles::read(const fs::path& file, const std::string& name) {
  std::error_code error;
  const auto changed = fs::last_write_time(file, error);
  const auto size = error ? 0 : fs::file_size(file, error);
  File& known = files_[file];
  if (!error && known.transcript && known.changed == changed && known.size == size && known.transcript->path() == name)
    return known;
  known = {changed, size, nullptr, {}};
  auto bytes = read_bytes(file, largest_transcript);
  if (const auto* why = std::get_if<1>(&bytes)) known.why = *why;
  else if (std::get<0>(bytes).find('\0') != std::string::npos) known.why = "is not text in UTF-8";
  else known.transcript = std::make_shared<const Transcript>(name, std::move(std::get<0>(bytes)));
  return known;
}

void TranscriptFiles::add(const std::string& written, const fs::path& folder, Span span, const Request& request,
                          Transcripts& out) {
  const auto refuse = [&](std::string why) { out.unread.push_back({written, std::move(why), span}); };
  const auto wanted = wanted_of(written);
  if (const auto* fault = std::get_if<std::string>(&wanted)) return refuse("\"" + written + "\": " + *fault);
  const auto& [prefix, globs] = std::get<Wanted>(wanted);
  const auto place = confined_path(folder, prefix, request.workspace);
  if (const auto* why = std::get_if<std::string>(&place)) return refuse(*why);
  const fs::path& top = std::get<fs::path>(place);

  std::error_code error;
  std::vector<fs::path> files;
  if (globs.empty() && !fs::is_directory(top, error)) {
    files.push_back(top);
  } else {
    for (const fs::path& file : files_in(top))
      if (const auto within = path_within(top, file);
          globs.empty() || (within && std::any_of(globs.begin(), globs.end(), [&](const Glob& glob) {
                              return glob.matches(*within, PathKind::file);
                            })))
        files.push_back(file);
    if (files.empty()) return refuse("\"" + written + "\" names no file");
  }
  const fs::path self = real_path(request.draft).value_or(request.draft);
  for (const fs::path& file : files) {
    const auto real = real_path(file);
    const std::string name = shown(file, request.root);
    if (!real || !path_within(request.workspace, *real)) {
      refuse("\"" + name + "\" is a link out of the workspace (" + request.workspace.generic_string() + ")");
      continue;
    }
    if (*real == self) continue;
    const auto known =
        std::find_if(out.files.begin(), out.files.end(), [&](const auto& t) { return t->path() == name; });
    if (known != out.files.end()) continue;
    const File& read_file = read(*real, name);
    if (read_file.transcript) out.files.push_back(read_file.transcript);
    else refuse("\"" + name + "\" " + read_file.why);
  }
}

std::shared_ptr<const Transcripts> TranscriptFiles::of(const Request& request, const Document& document) {
  const bool named = std::any_of(document.meta.entries.begin(), document.meta.entries.end(),
                                 [](const Meta::Entry& entry) { return entry.key == "sources"; });
  if (request.globs.empty() && !named) return nullptr;
  auto out = std::make_shared<Transcripts>();
  const std::lock_guard lock(mutex_);
  for (const std::string& glob : request.globs) add(glob, request.root, {}, request, *out);
  for (const Meta::Entry& entry : document.meta.entries)
    if (entry.key == "sources")
      add(entry.value, folder_named_from(entry.value, request.draft, request.root), entry.span, request, *out);
  return out;
}

}  // namespace stet
