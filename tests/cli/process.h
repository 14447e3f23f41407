#pragma once
// The stet binary, run in a scratch folder as a shell would run it.
#include <sys/wait.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

namespace stet::test {

struct Ran {
  int status = -1;
  std::string out, err;
};

class Folder {
 public:
  Folder() {
    static std::atomic<int> number = 0;
    path_ = std::filesystem::temp_directory_path() /
            ("stet-cli-" + std::to_string(getpid()) + "-" + std::to_string(number++));
    std::filesystem::create_directories(path_ / ".home");
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  std::filesystem::path operator/(const std::string& name) const { return path_ / name; }

  void write(const std::string& name, std::string_view bytes) const {
    std::filesystem::create_directories((path_ / name).parent_path());
    std::ofstream(path_ / name, std::ios::binary) << bytes;
  }

  std::string read(const std::string& name) const {
    std::ifstream in(path_ / name, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  // `words` is a piece of shell: stet("check a.md | head -1"). Nobody's own settings are read.
  Ran stet(const std::string& words, std::string_view input = {}) const {
    write(".home/in", input);
    const std::string command = "cd '" + path_.string() + "' && { HOME=$PWD/.home XDG_CONFIG_HOME= '" STET_BINARY "' " +
                                words + "; } <.home/in >.home/out 2>.home/err";
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, read(".home/out"), read(".home/err")};
  }

 private:
  std::filesystem::path path_;
};

}  // namespace stet::test
