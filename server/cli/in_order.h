#pragma once
// Work on many drafts at once, results in their order.
#include <algorithm>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <thread>
#include <vector>

namespace stet {

// Calls work(i) for i from 0 to count - 1 on `jobs` threads (on this one alone where jobs is 1) and take(result) on
// this thread, in the order of i. No more than four results a thread wait to be taken, so memory does not grow with
// count. Ends early when take returns false. Neither may throw.
template <class Work, class Take>
void in_order(std::size_t count, unsigned jobs, Work work, Take take) {
  jobs = static_cast<unsigned>(std::min<std::size_t>(std::max(jobs, 1u), std::max<std::size_t>(count, 1)));
  if (jobs == 1) {
    for (std::size_t i = 0; i < count; ++i)
      if (!take(work(i))) return;
    return;
  }
  using Result = decltype(work(std::size_t{}));
  const std::size_t ahead = std::size_t{4} * jobs;
  std::mutex mutex;
  std::condition_variable changed;
  std::vector<std::optional<Result>> waiting(ahead);  // result i at i % ahead
  std::size_t next = 0, taken = 0;
  bool stopped = false;

  std::vector<std::jthread> threads;
  threads.reserve(jobs);
  for (unsigned t = 0; t < jobs; ++t)
    threads.emplace_back([&] {
      std::unique_lock lock(mutex);
      for (;;) {
        changed.wait(lock, [&] { return stopped || next >= count || next < taken + ahead; });
        if (stopped || next >= count) return;
        const std::size_t i = next++;
        lock.unlock();
        Result result = work(i);
        lock.lock();
        waiting[i % ahead].emplace(std::move(result));
        changed.notify_all();
      }
    });
  std::unique_lock lock(mutex);
  while (taken < count && !stopped) {
    changed.wait(lock, [&] { return waiting[taken % ahead].has_value(); });
    Result result = std::move(*waiting[taken % ahead]);
    waiting[taken % ahead].reset();
    ++taken;
    changed.notify_all();
    lock.unlock();
    const bool more = take(std::move(result));
    lock.lock();
    if (!more) stopped = true;
  }
  changed.notify_all();
}

}  // namespace stet
