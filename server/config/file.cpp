#include "config/file.h"

#include <cerrno>
#include <fstream>
#include <system_error>

namespace stet {

namespace fs = std::filesystem;

namespace {

constexpr std::size_t least_step = std::size_t{1} << 16;

bool is_there(const fs::path& path) {
  std::error_code error;
  return fs::exists(path, error);
}

}  // namespace

std::variant<std::string, std::string> read_bytes(const fs::path& path, std::size_t limit) {
  using Bytes = std::variant<std::string, std::string>;
  const auto refuse = [](std::string why) { return Bytes(std::in_place_index<1>, std::move(why)); };
  std::error_code error;
  const fs::file_status status = fs::status(path, error);
  if (status.type() == fs::file_type::not_found) return refuse("does not exist");
  if (error) return refuse("cannot be read: " + error.message());
  if (fs::is_directory(status)) return refuse("is a folder");
  if (!fs::is_regular_file(status)) return refuse("is not a regular file");
  const std::string too_large = "is larger than " + std::to_string(limit) + " bytes";
  std::uintmax_t expected = fs::file_size(path, error);
  if (error) expected = 0;
  if (expected > limit) return refuse(too_large);
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file) return refuse("cannot be read: " + std::generic_category().message(errno));
  std::string bytes;
  // One step where the size is what was said; a file that grows meanwhile, or lies about it (/proc), takes more.
  for (std::size_t step = expected + 1; file && bytes.size() <= limit; step = least_step) {
    const std::size_t had = bytes.size();
    bytes.resize(had + step);
    file.read(bytes.data() + had, static_cast<std::streamsize>(step));
    bytes.resize(had + static_cast<std::size_t>(file.gcount()));
  }
  if (file.bad()) return refuse("cannot be read: " + std::generic_category().message(errno));
  if (bytes.size() > limit) return refuse(too_large);
  return Bytes(std::in_place_index<0>, std::move(bytes));
}

fs::path absolute_path(const fs::path& path) {
  std::error_code error;
  const fs::path whole = fs::absolute(path, error);
  fs::path out = (error ? path : whole).lexically_normal();
  return out.has_filename() || !out.has_relative_path() ? out : out.parent_path();
}

std::optional<fs::path> real_path(const fs::path& path) {
  std::error_code error;
  fs::path real = fs::weakly_canonical(absolute_path(path), error);
  if (error) return std::nullopt;
  return absolute_path(real);
}

std::optional<std::string> path_within(const fs::path& folder, const fs::path& path) {
  auto part = path.begin();
  for (const fs::path& parent : folder) {
    if (parent.empty()) continue;
    if (part == path.end() || *part != parent) return std::nullopt;
    ++part;
  }
  std::string out;
  for (; part != path.end(); ++part) {
    if (*part == "..") return std::nullopt;
    if (!out.empty()) out += '/';
    out += part->generic_string();
  }
  return out;
}

std::string shown_path(const fs::path& path, const fs::path& from) {
  auto within = path_within(absolute_path(from), absolute_path(path));
  return within && !within->empty() ? *std::move(within) : path.generic_string();
}

std::optional<fs::path> find_upward(fs::path folder, std::string_view name) {
  for (folder = absolute_path(folder);; folder = folder.parent_path()) {
    std::error_code error;
    if (fs::is_regular_file(folder / name, error)) return folder / name;
    if (folder == folder.parent_path()) return std::nullopt;
  }
}

fs::path workspace_of(const fs::path& start) {
  const fs::path real = real_path(start).value_or(absolute_path(start));
  fs::path outermost = real;
  for (fs::path folder = real;; folder = folder.parent_path()) {
    for (const char* mark : {".git", ".hg", ".jj"})
      if (is_there(folder / mark)) return folder;
    if (is_there(folder / "stet.toml")) outermost = folder;
    if (folder == folder.parent_path()) return outermost;
  }
}

std::variant<fs::path, std::string> confined_path(const fs::path& folder, const std::string& written,
                                                  const std::optional<fs::path>& workspace) {
  if (written.empty()) return std::string("an empty path");
  if (written.find('\0') != std::string::npos) return std::string("a path cannot hold a NUL");
  const auto real = real_path(folder / written);
  if (!real) return "\"" + written + "\" cannot be followed: its links go in a circle, or a name is too long";
  if (workspace && !path_within(*workspace, *real))
    return "\"" + written + "\" is outside the workspace (" + workspace->generic_string() + ")";
  return *real;
}

}  // namespace stet
