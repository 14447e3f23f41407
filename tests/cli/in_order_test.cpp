#include "cli/in_order.h"

#include <gmock/gmock.h>

#include <atomic>

namespace stet {
namespace {

TEST(InOrder, ResultsComeInOrderHoweverManyThreads) {
  for (const unsigned jobs : {1u, 2u, 7u}) {
    std::vector<std::size_t> taken, expected;
    for (std::size_t i = 0; i < 500; ++i) expected.push_back(i * i);
    in_order(
        500, jobs, [](std::size_t i) { return i * i; },
        [&](std::size_t r) {
          taken.push_back(r);
          return true;
        });
    EXPECT_EQ(taken, expected) << jobs;
  }
}

TEST(InOrder, NothingIsReadFarAhead) {
  std::atomic<std::size_t> begun = 0;
  std::size_t taken = 0, furthest = 0;
  in_order(
      1000, 4, [&](std::size_t) { return ++begun; },
      [&](std::size_t) {
        furthest = std::max(furthest, begun.load() - taken++);
        return true;
      });
  EXPECT_LE(furthest, 4u * 4 + 1);
}

TEST(InOrder, EndsWhenNoMoreIsWanted) {
  for (const unsigned jobs : {1u, 3u}) {
    std::size_t taken = 0;
    in_order(1000, jobs, [](std::size_t i) { return i; }, [&](std::size_t) { return ++taken < 10; });
    EXPECT_EQ(taken, 10u) << jobs;
  }
}

TEST(InOrder, WhatIsNextMayComeSlowlyAndResultsGoOnBeingTaken) {
  for (const unsigned jobs : {1u, 3u}) {
    std::atomic<int> taken = 0;
    int given = 0;
    const auto next = [&]() -> std::optional<int> {
      if (given == 50) return std::nullopt;
      while (jobs > 1 && given > 0 && taken.load() < given) std::this_thread::yield();  // the one before must be taken
      return given++;
    };
    in_order(next, jobs, [](int i) { return i; }, [&](int i) { return i == taken++; });
    EXPECT_EQ(taken.load(), 50) << jobs;
  }
}

TEST(InOrder, NothingToDo) {
  in_order(
      0, 4, [](std::size_t i) { return i; },
      [](std::size_t) {
        ADD_FAILURE();
        return true;
      });
}

}  // namespace
}  // namespace stet
