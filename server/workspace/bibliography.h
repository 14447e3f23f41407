#pragma once
// Bibliographies: the .bib files a draft's citations may point into, kept by file and time of change.
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>

#include "lint/sources.h"
#include "prose/document.h"

namespace stet {

class Bibliographies {
 public:
  // Those in the draft's folder and the folders above it up to `root`, and those the front matter's `bibliography`
  // names. One that is named but cannot be read, is no .bib or lies outside `workspace` makes the list incomplete;
  // so do `references` in the front matter. A file is the draft's own where it bears the draft's name, or lies beside
  // it in a folder without another draft and without folders.
  std::shared_ptr<Sources> of(const std::filesystem::path& draft, const Document& document,
                              const std::filesystem::path& root, const std::filesystem::path& workspace);

 private:
  struct File {
    std::filesystem::file_time_type changed;
    std::uintmax_t size = 0;
    std::shared_ptr<const Bibliography> bibliography;  // null: unreadable
  };
  std::shared_ptr<const Bibliography> read(const std::filesystem::path& file);

  std::mutex mutex_;
  std::map<std::filesystem::path, File> files_;
};

}  // namespace stet
