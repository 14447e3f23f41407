#include "cli/drafts.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <thread>

namespace stet {

namespace {

std::optional<std::filesystem::path> users_config() {
  const auto in = [](const char* variable, const char* below) -> std::optional<std::filesystem::path> {
    const char* folder = std::getenv(variable);
    if (folder == nullptr || *folder == '\0') return std::nullopt;
    return std::filesystem::path(folder) / below;
  };
  if (const auto path = in("XDG_CONFIG_HOME", "stet/stet.toml")) return path;
  return in("HOME", ".config/stet/stet.toml");
}

std::string all_of_standard_input() {
  std::string bytes;
  char buffer[65536];
  while (bytes.size() <= max_text_bytes) {
    const std::size_t n = std::fread(buffer, 1, sizeof buffer, stdin);
    if (n == 0) break;
    bytes.append(buffer, n);
  }
  return bytes;
}

}  // namespace

SettingsRequest here(std::shared_ptr<const Catalog> built_in, const std::optional<std::filesystem::path>& config) {
  SettingsRequest asked;
  std::error_code unknown;
  asked.folder = std::filesystem::current_path(unknown);
  asked.config_file = config;
  asked.built_in = std::move(built_in);
  asked.user_config = users_config();
  return asked;
}

Drafts::Drafts(const DraftsRequest& request, std::shared_ptr<const Catalog> built_in, std::vector<std::string> select,
               std::vector<std::string> ignore)
    : workspace_([&] {
        SettingsRequest asked = here(std::move(built_in), request.config);
        asked.select = std::move(select);
        asked.ignore = std::move(ignore);
        asked.date = request.date;
        return asked;
      }()) {
  std::vector<std::string> paths;
  for (const std::string& path : request.paths)
    if (path != "-") paths.push_back(path);
  const bool standard_input = paths.size() != request.paths.size();
  if (request.paths.empty()) paths.emplace_back(".");
  if (!paths.empty()) {
    Workspace::Listing listing = workspace_.list(paths);
    listed_ = std::move(listing.drafts);
    searched_ = std::move(listing.folders);
    for (const PathError& error : listing.errors) faults_.push_back(error.path + ": " + error.message);
  }
  if (standard_input) add_standard_input(request.stdin_filename);
  for (const DraftPath& draft : listed_) workspace_.settings_for(draft.path);
  // A mistake in the words of the command is told also where no draft is.
  if (listed_.empty()) workspace_.settings_for("draft.md");
  for (const ConfigError& error : workspace_.errors()) {
    faults_.push_back(stet::shown(error.origin) + ": " + error.message);
    if (error.origin.line == 0) hopeless_ = true;
  }
}

void Drafts::add_standard_input(const std::string& name) {
  input_ = all_of_standard_input();
  DraftPath draft{name.empty() ? "-" : name, format_of_path(name).value_or(Format::plain)};
  if (input_.size() > max_text_bytes) {
    faults_.push_back(draft.path.generic_string() + ": larger than 1 GB");
    return;
  }
  const auto at = std::upper_bound(listed_.begin(), listed_.end(), draft,
                                   [](const DraftPath& a, const DraftPath& b) { return a.path < b.path; });
  standard_input_ = static_cast<std::size_t>(at - listed_.begin());
  listed_.insert(at, std::move(draft));
}

std::size_t Drafts::keep(const std::function<bool(const std::filesystem::path&)>& wanted) {
  std::vector<DraftPath> kept;
  std::size_t standard_input = standard_input_;
  for (std::size_t i = 0; i < listed_.size(); ++i) {
    if (is_standard_input(i)) standard_input = kept.size();
    else if (!wanted(listed_[i].path)) continue;
    kept.push_back(std::move(listed_[i]));
  }
  const std::size_t left_out = listed_.size() - kept.size();
  listed_ = std::move(kept);
  standard_input_ = standard_input;
  return left_out;
}

std::vector<std::filesystem::path> Drafts::folders() {
  std::vector<std::filesystem::path> all = searched_;
  std::error_code unknown;
  for (const DraftPath& draft : listed_) {
    all.push_back(std::filesystem::absolute(draft.path, unknown).parent_path());
    for (const std::filesystem::path& file : workspace_.settings_for(draft.path)->files())
      all.push_back(file.parent_path());
  }
  std::sort(all.begin(), all.end());
  all.erase(std::unique(all.begin(), all.end()), all.end());
  return all;
}

std::variant<ReadDraft, PathError> Drafts::read(std::size_t i) {
  if (is_standard_input(i)) return read(i, input_);
  std::variant<std::string, PathError> bytes = read_file(listed_[i].path);
  if (PathError* error = std::get_if<PathError>(&bytes)) return std::move(*error);
  return read(i, std::move(std::get<std::string>(bytes)));
}

ReadDraft Drafts::read(std::size_t i, std::string bytes) {
  ReadDraft draft;
  draft.settings = workspace_.settings_for(listed_[i].path);
  std::error_code unknown;
  draft.in_force = draft.settings->for_path(std::filesystem::absolute(listed_[i].path, unknown));
  draft.facts = stet::read(Text(std::move(bytes)), listed_[i].format, draft.in_force->context);
  return draft;
}

std::shared_ptr<const Sources> Drafts::sources(std::size_t i, const Document& document) {
  return workspace_.sources_for(listed_[i].path, document);
}

unsigned jobs_of(const DraftsRequest& request) {
  return request.jobs != 0 ? request.jobs : std::max(1u, std::thread::hardware_concurrency());
}

}  // namespace stet
