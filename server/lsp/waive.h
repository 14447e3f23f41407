#pragma once
// Waiving from an editor: the comment that says "this stands", put before the block of a finding.
#include <optional>
#include <string>
#include <string_view>

#include "lsp/reading.h"

namespace stet {

// The edit that inserts a waiver naming the finding's rule and words. An empty reason is left for a person to write:
// until then it hides nothing and is a finding itself. Nothing where no comment can stand (front matter, code), the
// format has none, or the reason would end it.
std::optional<Edit> waiver_edit(const Reading& reading, const Finding& finding, std::string_view reason = {});

// The words a finding is about, as the reader sees them; empty where they cannot stand in a waiver.
std::string waived_words(const Reading& reading, const Finding& finding);

}  // namespace stet
