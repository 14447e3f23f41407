#pragma once
// One segment of a glob (what stands between slashes) against one name.
#include <string_view>

namespace stet {

// `pattern` must not leave a set open. Time: at most the product of both lengths.
bool match_segment(std::string_view pattern, std::string_view name);

// "[a-z" has no end.
bool leaves_set_open(std::string_view segment);

}  // namespace stet
