#ifdef __linux__
#include <fcntl.h>
#endif

#include <cstdio>
#include <filesystem>
#include <random>
#include <system_error>

#include "config/file.h"
#include "workspace/workspace.h"

namespace stet {

namespace fs = std::filesystem;

namespace {

// A new file beside `path`, as nobody else's: "x" fails where the name is taken.
std::pair<std::FILE*, fs::path> open_beside(const fs::path& path) {
  std::random_device random;
  for (int attempt = 0; attempt < 16; ++attempt) {
    fs::path beside = path;
    beside.replace_filename("." + path.filename().string() + "." + std::to_string(random()) + ".stet");
    if (std::FILE* file = std::fopen(beside.string().c_str(), "wbx")) return {file, beside};
  }
  return {nullptr, {}};
}

// Why `path` does not hold `expected`; empty where it does.
std::string difference_from(const fs::path& path, std::string_view expected) {
  const auto now = read_bytes(path, max_text_bytes);
  if (const auto* gone = std::get_if<1>(&now)) return *gone;
  return std::get<0>(now) == expected ? "" : "changed since it was read: left alone";
}

// Puts `fresh` where `path` is; why not, or empty. Where the system can swap two files, what comes out of the swap is
// looked at too, and put back if somebody wrote it between our look and our move.
std::string take_place(const fs::path& fresh, const fs::path& path, std::string_view expected) {
#ifdef RENAME_EXCHANGE
  const auto swap = [&] { return renameat2(AT_FDCWD, fresh.c_str(), AT_FDCWD, path.c_str(), RENAME_EXCHANGE) == 0; };
  if (swap()) {
    std::string why = difference_from(fresh, expected);
    if (!why.empty()) swap();
    return why;
  }
#endif
  std::error_code error;
  fs::rename(fresh, path, error);
  return error ? "cannot be replaced: " + error.message() : "";
}

}  // namespace

std::variant<std::string, PathError> read_file(const fs::path& path) {
  auto bytes = read_bytes(path, max_text_bytes);
  if (auto* why = std::get_if<1>(&bytes)) return PathError{path.generic_string(), std::move(*why)};
  return std::move(std::get<0>(bytes));
}

std::optional<PathError> replace_file(const fs::path& path, std::string_view expected, std::string_view bytes) {
  const auto refuse = [&](std::string why) { return PathError{path.generic_string(), std::move(why)}; };
  const auto real = real_path(path);
  if (!real) return refuse("cannot be followed: its links go in a circle");
  std::error_code error;
  const fs::perms mode = fs::status(*real, error).permissions();
  const auto [file, beside] = open_beside(*real);
  if (!file) return refuse("cannot be written: no new file can be made beside it");
  const bool written = std::fwrite(bytes.data(), 1, bytes.size(), file) == bytes.size();
  const bool closed = std::fclose(file) == 0;
  std::string why;
  if (!written || !closed) why = "cannot be written: is the disk full?";
  if (why.empty()) fs::permissions(beside, mode, error);
  if (why.empty()) why = difference_from(*real, expected);
  if (why.empty()) why = take_place(beside, *real, expected);
  fs::remove(beside, error);
  if (why.empty()) return std::nullopt;
  return refuse(std::move(why));
}

}  // namespace stet
