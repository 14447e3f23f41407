#include "cli/progress.h"

#include <fmt/format.h>

#include <cstdio>

#include "cli/console.h"

namespace stet {

namespace {

constexpr std::size_t bar_columns = 30;

}  // namespace

Progress::Progress(std::size_t drafts) : drafts_(drafts), terminal_(is_terminal(stderr)) {}

void Progress::hide() {
  if (!visible_) return;
  std::fputs("\r\x1b[K", stderr);
  visible_ = false;
}

void Progress::step() {
  ++done_;
  if (!terminal_ || done_ >= drafts_) return;
  const Clock::time_point now = Clock::now();
  if (now - begun_ < std::chrono::seconds(1) || (visible_ && now - drawn_ < std::chrono::milliseconds(100))) return;
  const std::size_t full = bar_columns * done_ / drafts_;
  std::string bar;
  for (std::size_t i = 0; i < bar_columns; ++i) bar += i < full ? "━" : "╌";
  fmt::print(stderr, "\r\x1b[K{} {} of {} drafts", bar, done_, drafts_);
  std::fflush(stderr);
  drawn_ = now;
  visible_ = true;
}

}  // namespace stet
