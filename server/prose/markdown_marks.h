#pragma once
// Marks that Markdown's own grammar does not know: [^footnotes], ^[inline notes], [@citations], references without a
// definition, shortcodes. Looked for in a block's letters after md4c has read it. Inside prose/ only.
#include "prose/blocks.h"

namespace stet {

// Makes markers opaque, blanks their marks, adds an Inline for each.
void lift_markdown_marks(RawBlock& block);

}  // namespace stet
