#pragma once
// Facts of a paragraph that begin within some of its words. By position, so two binary searches.
#include <algorithm>
#include <ranges>
#include <span>

#include "prose/word.h"

namespace stet {

template <std::ranges::contiguous_range Facts>
std::span<const std::ranges::range_value_t<Facts>> within(const Facts& facts, WordRange words) {
  using Fact = std::ranges::range_value_t<Facts>;
  const auto first_word = [](const Fact& f) { return f.words.first; };
  const auto first = std::ranges::lower_bound(facts, words.first, {}, first_word);
  const auto last = std::ranges::lower_bound(first, std::ranges::end(facts), words.last, {}, first_word);
  return {first, last};
}

}  // namespace stet
