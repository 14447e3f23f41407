#pragma once
// Progress: a bar on a terminal's standard error, once a run has taken longer than a second.
#include <chrono>
#include <cstddef>

namespace stet {

class Progress {
 public:
  // Never seen where standard error is no terminal.
  explicit Progress(std::size_t drafts);
  ~Progress() { hide(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  void hide();  // before something else is written to the terminal
  void step();  // one more draft is done

 private:
  using Clock = std::chrono::steady_clock;
  std::size_t drafts_, done_ = 0;
  bool terminal_, visible_ = false;
  Clock::time_point begun_ = Clock::now(), drawn_ = begun_;
};

}  // namespace stet
