#pragma once
// Nearest: the right name that a mistyped one was probably meant to be.
#include <span>
#include <string>
#include <string_view>

namespace stet {

// Letters to add, drop, change or swap with their neighbour to make one out of the other (optimal string alignment).
// Bytes, case counts.
std::size_t edit_distance(std::string_view a, std::string_view b);

// The candidate nearest to `name`, case ignored and '_' read as '-': at most a third of its letters wrong, or one that
// `name` begins or that begins `name`. Empty where none is near. The first of equally near ones.
//
//   nearest({{"error", "warning"}}, "waring")     // "warning"
std::string nearest(std::span<const std::string_view> candidates, std::string_view name);

}  // namespace stet
