#pragma once
// Citations: the markers and links that send a reader to a source.
#include <cstdint>
#include <string>
#include <vector>

#include "prose/paragraph.h"

namespace stet {

struct Citation {
  enum class Form : std::uint8_t {
    link,
    reference,
    footnote,
    inline_note,
    cite_key,
    anchor,
    numbered,
    parenthetical,
    url
  };
  Form form;
  Span span;           // the marker, relative to the paragraph
  std::string target;  // label, key or URL
  WordRange covers;    // the words it supports (catalogue S18)
};

// Citations of one paragraph, by position.
std::vector<Citation> find_citations(const Paragraph& paragraph);

}  // namespace stet
