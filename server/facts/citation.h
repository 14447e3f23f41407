#pragma once
// Citations: the markers and links that send a reader to a source.
#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "prose/document.h"
#include "prose/paragraph.h"

namespace stet {

struct Citation {
  enum class Form : std::uint8_t {
    link,
    reference,      // [text][label] without a definition; with one it is a link
    footnote,       // [^label]
    inline_note,    // ^[text]
    cite_key,       // [@key]
    anchor,         // HTML <a href="#id">
    numbered,       // [12]
    parenthetical,  // (Smith 2014)
    url
  };
  Form form;
  Span span;         // the marker, relative to the paragraph
  Span target;       // label, key, number or URL in the draft, relative; empty where there is none
  WordRange covers;  // the words it supports (catalogue S18): the sentence it stands in or straight after
};

// Citations of one paragraph, by position.
std::vector<Citation> find_citations(const Paragraph& paragraph);

// What the markers of a draft may point to. Labels as compared: case folded, white space collapsed.
struct CitationTargets {
  std::set<std::string, std::less<>> footnotes, references, ids;
  std::set<unsigned> notes;  // of the list under Notes, Sources or References
  bool whole_page = false;   // HTML from <html> to </html>, not a piece of a page
};
CitationTargets citation_targets(const Document& document);

// Has a citation with that target what it points to? nullopt where the draft alone cannot tell: keys of a bibliography,
// numbers without a list, ids of a page of which this is a piece.
std::optional<bool> resolved(Citation::Form form, std::string_view target, const CitationTargets& targets);

// A label as it is compared.
std::string citation_label(std::string_view written);

}  // namespace stet
