#pragma once
// FolderWatch: waits for changes in folders, asleep until the system tells of one.
#include <filesystem>
#include <functional>
#include <memory>
#include <span>
#include <string>

namespace stet {

class FolderWatch {
 public:
  // Watches from now on what happens in these folders, not in folders below. `counts` says of a file or folder there
  // whether it is of interest.
  FolderWatch(std::span<const std::filesystem::path> folders, std::function<bool(const std::filesystem::path&)> counts);
  ~FolderWatch();
  FolderWatch(const FolderWatch&) = delete;
  FolderWatch& operator=(const FolderWatch&) = delete;

  // Why a folder is not watched (too many of them for this system); empty where all are.
  const std::string& fault() const;
  std::size_t size() const;  // folders watched

  // Returns once something of interest has changed since the watch began, and then nothing has for a tenth of a second:
  // an editor writes a file in several steps, and git a hundred files at once.
  void wait();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace stet
