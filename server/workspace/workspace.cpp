#include "workspace/workspace.h"

#include <algorithm>
#include <map>
#include <mutex>
#include <set>
#include <system_error>

#include "config/file.h"
#include "workspace/bibliography.h"
#include "workspace/listing.h"
#include "workspace/named_transcripts.h"
#include "workspace/transcripts.h"

namespace stet {

namespace fs = std::filesystem;

struct Workspace::State {
  SettingsRequest base;
  mutable std::mutex mutex;
  std::map<fs::path, std::shared_ptr<const Settings>>
      loaded;  // by the stet.toml in force, or by workspace without one; empty: the working folder's
  std::vector<ConfigError> errors;
  Bibliographies bibliographies;
  TranscriptFiles transcripts;
};

Workspace::Workspace(SettingsRequest base) : state_(std::make_unique<State>()) {
  base.folder = absolute_path(base.folder);
  if (base.shown_from.empty()) base.shown_from = base.folder;
  state_->base = std::move(base);
}

Workspace::~Workspace() = default;
Workspace::Workspace(Workspace&&) noexcept = default;

const fs::path& Workspace::folder() const { return state_->base.folder; }

std::shared_ptr<const Settings> Workspace::settings_for(const fs::path& draft) {
  SettingsRequest request = state_->base;
  fs::path in_force;
  if (!request.config_file) {
    const fs::path folder = absolute_path(request.folder / draft).parent_path();
    if (const auto file = find_upward(folder, "stet.toml")) {
      in_force = *file;
      request.folder = file->parent_path();
    } else if (!path_within(request.folder, folder)) {
      in_force = request.folder = workspace_of(folder);  // the working folder's settings are not its own
    }
  }
  const std::lock_guard lock(state_->mutex);
  auto& settings = state_->loaded[in_force];
  if (settings) return settings;
  Loaded loaded = load_settings(request);
  settings = std::move(loaded.settings);
  for (ConfigError& error : loaded.errors)
    if (std::find(state_->errors.begin(), state_->errors.end(), error) == state_->errors.end())
      state_->errors.push_back(std::move(error));
  return settings;
}

std::vector<ConfigError> Workspace::errors() const {
  const std::lock_guard lock(state_->mutex);
  return state_->errors;
}

Workspace::Listing Workspace::list(std::span<const std::string> paths) {
  Listing out;
  const fs::path& working = state_->base.folder;
  std::map<fs::path, DraftPath> drafts;  // by real path: each once
  std::set<fs::path> found;              // in folders
  const auto add = [&](const fs::path& path) {
    const std::string shown = shown_path(path, working);
    const Format format = format_of_path(shown).value_or(Format::plain);
    drafts.try_emplace(real_path(path).value_or(path), DraftPath{shown, format});
  };
  for (const std::string& path : paths) {
    if (path.empty() || path.find('\0') != std::string::npos) {
      out.errors.push_back({path, "is no path"});
      continue;
    }
    const fs::path whole = absolute_path(working / path);
    std::error_code error;
    const fs::file_status status = fs::status(whole, error);
    if (status.type() == fs::file_type::not_found) {
      out.errors.push_back({path, "does not exist"});
    } else if (error) {
      out.errors.push_back({path, "cannot be read: " + error.message()});
    } else if (!fs::is_directory(status)) {
      add(whole);
    } else {
      const fs::path real = real_path(whole).value_or(whole);
      FolderListing listing = list_folder(
          whole, path_within(workspace_of(real), whole) ? workspace_of(real) : whole, [&](const fs::path& at) {
            const auto settings = settings_for(at);
            return settings->ignores(at) || names_transcript(settings->for_path(at)->sources, settings->root(), at);
          });
      if (!listing.why_not.empty()) out.errors.push_back({path, std::move(listing.why_not)});
      else if (listing.drafts.empty())
        out.errors.push_back({path, "holds no draft (.md, .txt, .html) that is not ignored"});
      found.insert(listing.drafts.begin(), listing.drafts.end());
      out.folders.insert(out.folders.end(), listing.folders.begin(), listing.folders.end());
    }
  }
  const auto root_of = [&](const fs::path& draft) { return settings_for(draft)->root(); };
  const std::set<fs::path> transcripts = named_by_drafts(found, root_of);
  for (const fs::path& draft : found)
    if (!transcripts.contains(draft)) add(draft);
  for (auto& [real, draft] : drafts) out.drafts.push_back(std::move(draft));
  std::sort(out.drafts.begin(), out.drafts.end(),
            [](const DraftPath& a, const DraftPath& b) { return a.path < b.path; });
  return out;
}

std::shared_ptr<const Sources> Workspace::sources_for(const fs::path& draft, const Document& document) {
  const fs::path whole = absolute_path(state_->base.folder / draft);
  const auto settings = settings_for(whole);
  const fs::path workspace = workspace_of(whole.parent_path());
  auto sources = state_->bibliographies.of(whole, document, settings->root(), workspace);
  sources->transcripts =
      state_->transcripts.of({whole, settings->for_path(whole)->sources, settings->root(), workspace}, document);
  return sources;
}

}  // namespace stet
