#pragma once
// Files and folders as settings see them: read with a limit, named for people, kept inside a workspace.
#include <filesystem>
#include <optional>
#include <string>
#include <variant>

namespace stet {

// A file's bytes, or why they cannot be had, as the end of a sentence: "does not exist", "is a folder". Only regular
// files are read (links followed): a pipe would hang.
std::variant<std::string, std::string> read_bytes(const std::filesystem::path& path, std::size_t limit);

// Absolute, without "." and "..", links left as they are.
std::filesystem::path absolute_path(const std::filesystem::path& path);

// Links followed as far as the path exists; nullopt where they go in a circle.
std::optional<std::filesystem::path> real_path(const std::filesystem::path& path);

// `path` from `folder`, with '/' and without "..": nullopt where it lies outside. Both absolute.
std::optional<std::string> path_within(const std::filesystem::path& folder, const std::filesystem::path& path);

// As people are told: relative to `from` where it lies in it, else whole.
std::string shown_path(const std::filesystem::path& path, const std::filesystem::path& from);

// The nearest file of that name in `folder` or a folder above it.
std::optional<std::filesystem::path> find_upward(std::filesystem::path folder, std::string_view name);

// The workspace that `folder` lies in: see SettingsRequest. Links followed.
std::filesystem::path workspace_of(const std::filesystem::path& folder);

// The real path that `written` means in `folder`, or why it will not do. Where `workspace` (a real path) is given, it
// must lie in there, links followed.
std::variant<std::filesystem::path, std::string> confined_path(const std::filesystem::path& folder,
                                                               const std::string& written,
                                                               const std::optional<std::filesystem::path>& workspace);

}  // namespace stet
