#include "lsp/process.h"

#include <fcntl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <vector>

namespace stet {

Process::Process(std::initializer_list<const char*> arguments) {
  std::array<int, 2> in{}, out{};
  if (::pipe2(in.data(), O_CLOEXEC) != 0 || ::pipe2(out.data(), O_CLOEXEC) != 0) return;
  std::signal(SIGPIPE, SIG_IGN);
  process_ = ::fork();
  if (process_ == 0) {
    ::dup2(in[0], 0);
    ::dup2(out[1], 1);
    std::vector<char*> words;
    for (const char* argument : arguments) words.push_back(const_cast<char*>(argument));
    words.push_back(nullptr);
    ::execv(words.front(), words.data());
    ::_exit(127);
  }
  ::close(in[0]);
  ::close(out[1]);
  in_ = in[1];
  out_ = out[0];
}

Process::~Process() {
  close_input();
  close_output();
  if (process_ > 0) {
    ::kill(process_, SIGKILL);
    ::waitpid(process_, nullptr, 0);
  }
}

bool Process::write(std::string_view bytes) {
  while (!bytes.empty()) {
    const ssize_t count = ::write(in_, bytes.data(), bytes.size());
    if (count <= 0) return false;
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
  return true;
}

void Process::close_input() {
  if (in_ >= 0) ::close(in_);
  in_ = -1;
}

void Process::close_output() {
  if (out_ >= 0) ::close(out_);
  out_ = -1;
}

std::optional<json> Process::next() {
  std::array<char, 65536> bytes;
  while (true) {
    if (auto item = framer_.next()) {
      const auto* body = std::get_if<std::string>(&*item);
      return body == nullptr ? json("not a frame") : json::parse(*body);
    }
    const ssize_t count = ::read(out_, bytes.data(), bytes.size());
    if (count <= 0) return std::nullopt;
    framer_.feed({bytes.data(), static_cast<std::size_t>(count)});
  }
}

json Process::reply_to(int id) {
  while (auto message = next())
    if (!message->contains("method") && message->value("id", json()) == id) return *message;
  return nullptr;
}

json Process::notified(std::string_view method) {
  while (auto message = next())
    if (message->value("method", "") == method) return (*message)["params"];
  return nullptr;
}

int Process::wait() {
  int status = 0;
  ::waitpid(process_, &status, 0);
  process_ = -1;
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace stet
