#pragma once
// HTML, whole pages and the pieces of it that stand in Markdown. Inside prose/ only.
#include <string_view>

#include "prose/blocks.h"

namespace stet {

// Reads bytes[region] and adds its blocks, comments and ids to `out`; all places are those of `bytes`. Elements nested
// deeper than 400 are not read (and said to be unread): the parser's memory grows with the square of the depth.
void read_html_region(std::string_view bytes, Span region, RawDocument& out);

}  // namespace stet
