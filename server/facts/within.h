#pragma once
// Facts of a paragraph that begin within some of its words. By position, so two binary searches.
#include <algorithm>
#include <span>
#include <vector>

#include "prose/word.h"

namespace stet {

template <class Fact>
std::span<const Fact> within(const std::vector<Fact>& facts, WordRange words) {
  const auto before = [](const Fact& f, std::uint32_t i) { return f.words.first < i; };
  const auto first = std::lower_bound(facts.begin(), facts.end(), words.first, before);
  const auto last = std::lower_bound(first, facts.end(), words.last, before);
  return {first, last};
}

}  // namespace stet
