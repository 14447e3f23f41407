#pragma once
// Work on many things at once, results in their order.
#include <algorithm>
#include <concepts>
#include <condition_variable>
#include <cstddef>
#include <mutex>
#include <optional>
#include <thread>
#include <type_traits>
#include <vector>

namespace stet {

// Calls next() until it gives nothing, work(item) on `jobs` threads (on this one alone where jobs is 1) and
// take(result) on this thread, in the order of the items. No more than four results a thread wait to be taken, so
// memory does not grow with the number of items. next() is called by one thread at a time, and may wait: results go on
// being taken. Ends early when take returns false. None of them may throw.
template <std::invocable Next, class Work, class Take>
void in_order(Next next, unsigned jobs, Work work, Take take) {
  using Item = typename std::invoke_result_t<Next&>::value_type;
  using Result = std::invoke_result_t<Work&, Item&>;
  if (jobs <= 1) {
    while (std::optional<Item> item = next())
      if (!take(work(*item))) return;
    return;
  }
  const std::size_t ahead = std::size_t{4} * jobs;
  std::mutex reading, mutex;  // taken in this order
  std::condition_variable changed;
  std::vector<std::optional<Result>> waiting(ahead);  // result i at i % ahead
  std::size_t begun = 0, taken = 0;
  bool stopped = false, ended = false;

  const auto hand = [&] {
    for (;;) {
      std::unique_lock turn(reading);
      std::unique_lock lock(mutex);
      changed.wait(lock, [&] { return stopped || ended || begun < taken + ahead; });
      if (stopped || ended) return;
      lock.unlock();
      std::optional<Item> item = next();
      lock.lock();
      if (!item) {
        ended = true;
        changed.notify_all();
        return;
      }
      const std::size_t i = begun++;
      lock.unlock();
      turn.unlock();
      Result result = work(*item);
      lock.lock();
      waiting[i % ahead].emplace(std::move(result));
      changed.notify_all();
    }
  };
  std::vector<std::jthread> threads;
  threads.reserve(jobs);
  for (unsigned t = 0; t < jobs; ++t) threads.emplace_back(hand);
  std::unique_lock lock(mutex);
  while (!stopped) {
    changed.wait(lock, [&] { return waiting[taken % ahead].has_value() || (ended && taken == begun); });
    if (!waiting[taken % ahead]) break;
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

// The same for the numbers from 0 to count - 1.
template <class Work, class Take>
void in_order(std::size_t count, unsigned jobs, Work work, Take take) {
  const auto next = [i = std::size_t{0}, count]() mutable { return i < count ? std::optional(i++) : std::nullopt; };
  in_order(next, static_cast<unsigned>(std::min<std::size_t>(jobs, count)), work, take);
}

}  // namespace stet
