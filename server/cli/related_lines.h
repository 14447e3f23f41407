#pragma once
// The other places of a finding in words, for formats that have no room for places.
#include <string>

#include "cli/checked.h"

namespace stet {

// "\nline 12: $1.8 million" for each related place in this draft. What other files say is not printed: it may be
// confidential.
std::string related_lines(const Finding& finding, const Checked& draft);

}  // namespace stet
