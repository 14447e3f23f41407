#include "lsp/loop_output.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

namespace stet {

LoopOutput::LoopOutput(boost::asio::io_context& io, int file, std::function<void()> lost, std::function<void()> drained)
    : file_(file),
      flags_(::fcntl(file, F_GETFL)),
      descriptor_(io),
      lost_(std::move(lost)),
      drained_(std::move(drained)) {
  if (flags_ >= 0) ::fcntl(file_, F_SETFL, flags_ | O_NONBLOCK);
}

LoopOutput::~LoopOutput() {
  if (descriptor_.is_open()) descriptor_.release();
  if (flags_ >= 0) ::fcntl(file_, F_SETFL, flags_);  // others may share it
}

void LoopOutput::pump() {
  if (waiting_) return;
  while (!idle()) {
    if (frame_.empty()) {
      frame_ = *outbox.next();
      written_ = 0;
    }
    const ssize_t count = ::write(file_, frame_.data() + written_, frame_.size() - written_);
    if (count < 0) {
      if (errno == EINTR) continue;
      if (errno == EAGAIN || errno == EWOULDBLOCK) return wait();
      return lost_();
    }
    written_ += static_cast<std::size_t>(count);
    if (written_ == frame_.size()) frame_.clear();
  }
  drained_();
}

void LoopOutput::wait() {
  boost::system::error_code error;
  if (!descriptor_.is_open() && descriptor_.assign(file_, error)) return lost_();
  waiting_ = true;
  descriptor_.async_wait(boost::asio::posix::stream_descriptor::wait_write, [this](boost::system::error_code failed) {
    waiting_ = false;
    if (failed == boost::asio::error::operation_aborted) return;
    if (failed) return lost_();
    pump();
  });
}

}  // namespace stet
