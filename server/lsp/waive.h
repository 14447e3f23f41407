#pragma once
// Waiving from an editor: the comment that says "this stands", put before the block of a finding.
#include <optional>

#include "lsp/reading.h"

namespace stet {

// The edit that inserts a waiver naming the finding's rule and words. Its reason is left for a person to write: until
// then it hides nothing and is a finding itself. Nothing where no comment can stand (front matter, code) or the format
// has none.
std::optional<Edit> waiver_edit(const Reading& reading, const Finding& finding);

}  // namespace stet
