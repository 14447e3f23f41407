#pragma once
// A draft's changes as `git apply` and `patch -p1` take them. For --fix --dry-run.
#include <string>
#include <string_view>

namespace stet {

// Three lines of context. Empty where the two are the same.
std::string unified_diff(const std::string& path, std::string_view before, std::string_view after);

}  // namespace stet
