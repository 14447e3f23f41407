#include "lsp/loop_input.h"

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <utility>

#include "lsp/frame.h"

namespace stet {

namespace {

// Waits until `file` has bytes or has ended; false where `wake` was written to first.
bool wait_for_bytes(int file, int wake) {
  std::array<pollfd, 2> both{{{file, POLLIN, 0}, {wake, POLLIN, 0}}};
  while (::poll(both.data(), both.size(), -1) < 0 && errno == EINTR) {
  }
  return both[1].revents == 0;
}

}  // namespace

LoopInput::LoopInput(int file, std::function<void(Event)> post) : file_(file) {
  if (::pipe(wake_) != 0) wake_[0] = wake_[1] = -1;
  thread_ = std::thread([this, post = std::move(post)] { run(post); });
}

LoopInput::~LoopInput() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  changed_.notify_all();
  ::close(wake_[1]);  // the other end becomes readable
  thread_.join();
  ::close(wake_[0]);
}

void LoopInput::done() {
  {
    const std::lock_guard lock(mutex_);
    --ahead_;
  }
  changed_.notify_all();
}

void LoopInput::hold() {
  const std::lock_guard lock(mutex_);
  held_ = true;
}

void LoopInput::release() {
  {
    const std::lock_guard lock(mutex_);
    held_ = false;
  }
  changed_.notify_all();
}

// Waits for leave to post one more event; false at the end.
bool LoopInput::may_post() {
  std::unique_lock lock(mutex_);
  changed_.wait(lock, [this] { return stopping_ || (!held_ && ahead_ < most_ahead); });
  ++ahead_;
  return !stopping_;
}

void LoopInput::run(const std::function<void(Event)>& post) {
  Framer framer;
  std::array<char, 65536> bytes;
  while (wait_for_bytes(file_, wake_[0])) {
    const ssize_t count = ::read(file_, bytes.data(), bytes.size());
    if (count < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (count <= 0) break;
    framer.feed({bytes.data(), static_cast<std::size_t>(count)});
    while (auto item = framer.next()) {
      if (auto* fault = std::get_if<FrameFault>(&*item)) {
        if (!may_post()) return;
        post(Garbled{std::move(fault->why)});
        continue;
      }
      for (Message& message : read_messages(std::get<std::string>(*item))) {
        if (!may_post()) return;
        post(Received{std::move(message)});
      }
    }
  }
  if (!framer.idle() && may_post()) post(Garbled{"the stream ended inside a message"});
  if (may_post()) post(Closed{});
}

}  // namespace stet
