#pragma once
// A guard before toml++: it builds and takes down `a.a.a.…` by recursion, so that a key of 100,000 parts overflows the
// stack (brackets and braces it limits to 256 itself).
#include <cstddef>
#include <optional>
#include <string_view>

namespace stet {

inline constexpr std::size_t max_toml_key_parts = 64;

// Where a dotted key, or a [header], of more than max_toml_key_parts parts passes the limit. Strings and comments are
// stepped over.
std::optional<std::size_t> toml_key_too_deep(std::string_view toml);

}  // namespace stet
