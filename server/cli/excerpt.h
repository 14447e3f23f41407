#pragma once
// Excerpt: the line a place stands on, cut to a width, and where the underline goes.
//
//   Excerpt e = excerpt(text, {40, 52}, 60);
//   e.before + e.marked + e.after      // "…has spent $1.8 billion on the tunnel since…"
//   std::string(e.indent, ' ') + std::string(e.length, '^')
//
// Of a place over several lines the first is shown. Columns are those of a terminal: wide characters are two, combining
// marks none, a tab four. The cut falls between words, and costs no more than the width, however long the line.
#include <cstddef>
#include <string>

#include "text/text.h"

namespace stet {

struct Excerpt {
  std::string before, marked, after;
  std::size_t indent = 0, length = 1;  // in columns; an empty place has length 1
};

Excerpt excerpt(const Text& text, Span span, std::size_t width);

}  // namespace stet
