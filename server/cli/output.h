#pragma once
// Where reports go: standard output or a file. A reader that leaves (`stet check | head`) is no fault: what comes after
// is dropped, and closed() says that there is no point in going on.
#include <cstdio>
#include <filesystem>
#include <string>
#include <string_view>

namespace stet {

class Output {
 public:
  static Output standard();
  explicit Output(const std::filesystem::path& file);  // told by finish() where it cannot be written
  Output(Output&& other) noexcept;
  Output& operator=(Output&&) = delete;
  ~Output();

  void write(std::string_view bytes);
  void flush();
  // Hands everything over. 0; or 2, having said on standard error what went wrong ("report.json: No space left on
  // device").
  int finish();
  bool closed() const { return closed_; }  // the reader has left

 private:
  Output(std::FILE* stream, std::string name) : stream_(stream), name_(std::move(name)) {}
  void note_failure();

  std::FILE* stream_ = nullptr;
  std::string name_;
  bool closed_ = false;
  std::string error_;
};

// A line to standard error, after "stet: " ("stet: --jobs: 0 is not a number of threads").
void complain(std::string_view message);

}  // namespace stet
