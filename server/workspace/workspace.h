#pragma once
// Workspace: which drafts there are, which settings each has, what several drafts share. Used by both doors.
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "config/settings.h"
#include "lint/sources.h"
#include "prose/document.h"

namespace stet {

// A draft on disk.
struct DraftPath {
  std::filesystem::path path;  // as it is to be shown: relative to the working folder where it lies in it
  Format format = Format::plain;
};

struct PathError {
  std::string path, message;
};

class Workspace {
 public:
  // `base` is what is asked of every folder (command line, editor); its `folder` is the working folder. Settings are
  // loaded once for each stet.toml in force.
  explicit Workspace(SettingsRequest base);
  ~Workspace();
  Workspace(Workspace&&) noexcept;

  const std::filesystem::path& folder() const;  // the working folder, absolute

  // The settings in force for a draft: those of the nearest stet.toml upward from it. Never null; errors are kept for
  // errors(). Thread-safe.
  std::shared_ptr<const Settings> settings_for(const std::filesystem::path& draft);
  std::vector<ConfigError> errors() const;  // of all settings loaded so far, each once

  // Drafts named by files and folders (recursively: .gitignore and `ignore` honoured, hidden and symlinked folders not
  // entered, transcripts that the settings or a draft found there name left out), in a stable order (by path), each
  // once. A file named outright is taken whatever its ending (unknown: plain) and whatever `ignore` says.
  struct Listing {
    std::vector<DraftPath> drafts;
    std::vector<std::filesystem::path> folders;  // that were searched
    std::vector<PathError> errors;               // a path that does not exist, cannot be read, or holds no draft
  };
  Listing list(std::span<const std::string> paths);

  // What a draft's checks may read beside it: bibliographies in its folder and those it names, transcripts that it or
  // the settings name, inside the workspace.
  // Cached by file and time of change. Thread-safe.
  std::shared_ptr<const Sources> sources_for(const std::filesystem::path& draft, const Document& document);

 private:
  struct State;
  std::unique_ptr<State> state_;
};

// The bytes of a file, or why they cannot be had (missing, a folder, no permission, larger than max_text_bytes).
std::variant<std::string, PathError> read_file(const std::filesystem::path& path);

// Replaces a file's bytes: written beside it and renamed, mode kept. Fails, changing nothing, where the file's bytes
// are no longer `expected`.
std::optional<PathError> replace_file(const std::filesystem::path& path, std::string_view expected,
                                      std::string_view bytes);

}  // namespace stet
