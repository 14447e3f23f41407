#include "facts/repeats.h"

#include <gtest/gtest.h>

#include <random>

namespace stet {
namespace {

TEST(Repeats, WhatComesTwiceIsNeverMissedAndLittleElsePasses) {
  std::mt19937_64 random(3);
  std::vector<std::uint64_t> once(5000), twice(300);
  for (std::uint64_t& key : once) key = random();
  for (std::uint64_t& key : twice) key = random();
  Repeats repeats(once.size() + 2 * twice.size());
  for (const std::uint64_t key : once) repeats.add(key);
  for (int time = 0; time < 2; ++time)
    for (const std::uint64_t key : twice) repeats.add(key);
  for (const std::uint64_t key : twice) EXPECT_TRUE(repeats.may_repeat(key));
  std::size_t passed = 0;
  for (const std::uint64_t key : once) passed += repeats.may_repeat(key) ? 1 : 0;
  EXPECT_LT(passed, once.size() / 10);
}

TEST(Repeats, NothingRepeatsAmongFew) {
  Repeats repeats(3);
  for (const std::uint64_t key : {1ull << 20, 2ull << 20, 3ull << 20}) repeats.add(key);
  EXPECT_FALSE(repeats.any());
}

}  // namespace
}  // namespace stet
