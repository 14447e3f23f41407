#include "cli/output.h"

#include <cerrno>
#include <cstring>
#include <utility>

namespace stet {

Output Output::standard() { return Output(stdout, "standard output"); }

Output::Output(const std::filesystem::path& file)
    : stream_(std::fopen(file.string().c_str(), "wb")), name_(file.string()) {
  if (stream_ == nullptr) note_failure();
}

Output::Output(Output&& other) noexcept
    : stream_(std::exchange(other.stream_, nullptr)),
      name_(std::move(other.name_)),
      closed_(other.closed_),
      error_(std::move(other.error_)) {}

Output::~Output() {
  if (stream_ != nullptr && stream_ != stdout) std::fclose(stream_);
}

void Output::write(std::string_view bytes) {
  if (stream_ == nullptr || closed_ || !error_.empty() || bytes.empty()) return;
  if (std::fwrite(bytes.data(), 1, bytes.size(), stream_) != bytes.size()) note_failure();
}

void Output::flush() {
  if (stream_ != nullptr && !closed_ && error_.empty() && std::fflush(stream_) != 0) note_failure();
}

int Output::finish() {
  flush();
  if (error_.empty()) return 0;
  complain(error_);
  return 2;
}

void Output::note_failure() {
  if (errno == EPIPE) closed_ = true;
  else error_ = name_ + ": " + std::strerror(errno);
}

void complain(std::string_view message) {
  std::fflush(stdout);
  std::string line = "stet: ";
  line.append(message).append("\n");
  std::fwrite(line.data(), 1, line.size(), stderr);
}

}  // namespace stet
