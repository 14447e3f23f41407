#pragma once
// A place: half-open bytes. Absolute (into a Text) unless a declaration says "relative to the paragraph".
#include <algorithm>
#include <cstdint>

namespace stet {

struct Span {
  std::uint32_t begin = 0, end = 0;

  constexpr std::uint32_t size() const { return end - begin; }
  constexpr bool empty() const { return begin == end; }
  constexpr bool contains(Span other) const { return begin <= other.begin && other.end <= end; }
  constexpr bool overlaps(Span other) const { return begin < other.end && other.begin < end; }
  constexpr Span moved(std::uint32_t by) const { return {begin + by, end + by}; }
  constexpr Span joined(Span other) const { return {std::min(begin, other.begin), std::max(end, other.end)}; }
  friend constexpr bool operator==(const Span&, const Span&) = default;
  friend constexpr auto operator<=>(const Span&, const Span&) = default;
};

}  // namespace stet
