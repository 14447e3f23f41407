#pragma once
// The words of a draft as its reader sees them.
#include <string>

#include "facts/facts.h"

namespace stet {

// What is seen at `relative` in paragraph `p`: markup left out, code, addresses and images as they are written, each
// run of white space one space. UTF-8, whatever the draft's bytes are.
std::string shown(const Facts& facts, std::size_t p, Span relative);

// Text for HTML, in an element or a quoted attribute: its five characters escaped, control characters U+FFFD.
std::string html_text(std::string_view utf8);

}  // namespace stet
