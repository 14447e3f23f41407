#pragma once
// What Markdown and plain text do not say: which block is the headline, the dek, a byline, a caption, a credit, a bio,
// an entry of the references. Inside prose/ only.
#include <cstdint>
#include <functional>
#include <span>
#include <string_view>
#include <vector>

#include "prose/blocks.h"

namespace stet {

// What of a block its zone is told by, beside where it stands.
struct Standing {
  Zone zone = Zone::body;   // as the markup has it
  Zone alone = Zone::body;  // and as its own words have it: a caption, a correction
  std::uint8_t level = 0;
  bool whole_emphasis = false, starts_upper = false, heads_references = false;
  std::uint32_t words = 0;
  char32_t last = 0;  // last visible character, closing quotation marks and brackets passed over
};
Standing standing_of(const RawBlock& block);

// The zones of a draft's blocks. `letters` gives those of a block by index; few are asked for.
using LettersOf = std::function<std::string_view(std::size_t)>;
std::vector<Zone> zones_of(std::span<const Standing> blocks, Format format, const LettersOf& letters);

}  // namespace stet
