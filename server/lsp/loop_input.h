#pragma once
// The reader: a thread that blocks in read(), so that it works for pipes, terminals and files alike.
#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>

#include "lsp/session.h"

namespace stet {

class LoopInput {
 public:
  // Calls `post` on its own thread with Received, Garbled and, last, Closed. It stays at most `most_ahead` events
  // ahead of done(), and waits while held, so that memory does not grow with what a client sends.
  LoopInput(int file, std::function<void(Event)> post);
  ~LoopInput();  // wakes the thread where it blocks, and joins it

  void done();  // one event was dealt with
  void hold();  // until release(): the client does not read what it asked for
  void release();

 private:
  static constexpr std::size_t most_ahead = 256;

  void run(const std::function<void(Event)>& post);
  bool may_post();

  int file_;
  int wake_[2] = {-1, -1};
  std::mutex mutex_;
  std::condition_variable changed_;
  std::size_t ahead_ = 0;
  bool held_ = false, stopping_ = false;
  std::thread thread_;
};

}  // namespace stet
