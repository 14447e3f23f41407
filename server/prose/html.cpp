#include "prose/blocks.h"

namespace stet {

RawDocument read_html(const Text& text, std::uint32_t begin) { return read_plain(text, begin); }

}  // namespace stet
