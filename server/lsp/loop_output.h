#pragma once
// The writer: an Outbox emptied into a file that is never waited for. What the pipe does not take stays until it does.
#include <functional>
#include <string>
#include <utility>

#include "lsp/loop_asio.h"
#include "lsp/outbox.h"

namespace stet {

class LoopOutput {
 public:
  // `lost` is called when the file takes no more, ever; `drained` each time all is written.
  LoopOutput(boost::asio::io_context& io, int file, std::function<void()> lost, std::function<void()> drained);
  ~LoopOutput();
  LoopOutput(const LoopOutput&) = delete;

  Outbox outbox;

  void pump();  // writes what can be written without waiting; goes on by itself
  bool idle() const { return outbox.empty() && frame_.empty(); }

 private:
  void wait();

  int file_, flags_;
  boost::asio::posix::stream_descriptor descriptor_;  // only for waiting; opened at the first full pipe
  std::function<void()> lost_, drained_;
  std::string frame_;  // half written
  std::size_t written_ = 0;
  bool waiting_ = false;
};

}  // namespace stet
