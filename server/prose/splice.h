#pragma once
// Splice: a version of a Markdown draft read from the one before it. What was edited lies between two seams (see
// blocks.h); only that is parsed, and the blocks on both sides stay as they are. Inside prose/ only.
//
// Where nothing can be said to stay (an opened fence, front matter, a reference's address, a heading that makes all
// behind it references) there is no splice, and the draft is read from its beginning.
#include <optional>
#include <vector>

#include "prose/blocks.h"
#include "prose/zones.h"

namespace stet {

// What reading the next version from this one takes.
struct Spliceable {
  std::vector<Seam> seams;
  std::vector<Standing> standings;  // by block
  std::size_t unread = 0;           // how many of Document::unread the markup's reader left unread
  bool possible = true;
};
Spliceable spliceable(const RawDocument& raw, std::vector<Standing> standings);

struct Splice {
  std::uint32_t begin = 0;          // of what was parsed, in both drafts
  std::uint32_t end = 0, was = 0;   // where it ends, in the draft and in the one before
  std::size_t first = 0, last = 0;  // blocks of the draft before that it takes the place of
  RawDocument raw;                  // what was parsed; zones are final
  Spliceable after;
};

// `begin`: where the front matter ends, in both; it is the same. `before` has Document::spliceable.
std::optional<Splice> splice(const Text& text, std::uint32_t begin, const Document& before);

}  // namespace stet
