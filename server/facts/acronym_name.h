#pragma once
// Acronyms of names that do not spell them out letter by letter: shortened in another language, or with letters from
// inside a word.
//
//   the National Council for the Rescue of the Coast (CNRC)     National … Coast
#include <optional>
#include <string_view>

#include "prose/paragraph.h"

namespace stet {

// The name of three capitals and more that ends `words` and of which at least half the letters, and three, are initials
// in whatever order. Short forms of fewer than four letters have too many such names.
std::optional<WordRange> name_before(const Paragraph& paragraph, std::string_view letters, WordRange words);

}  // namespace stet
