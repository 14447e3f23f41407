#pragma once
// Mentions: the places of a draft that speak of the thing at one place: an acronym, a person or body by any of its
// names, a quantity wherever it is told, a footnote, a link's label, a key of the bibliography.
#include <optional>
#include <string>
#include <vector>

#include "lsp/reading.h"

namespace stet {

struct Mentions {
  enum class Kind { acronym, name, figure, footnote, reference, cite_key };
  Kind kind = Kind::name;
  std::string name;               // as it is compared: the acronym's letters, the label, the key
  Span here;                      // the mention that was asked about
  std::vector<Span> all;          // in order, `here` among them; labels alone, without brackets
  std::vector<Span> definitions;  // where it is spelt out or defined; of a name and a figure: where it is told first
};

// Spans are absolute; a place just behind a mention counts as in it.
std::optional<Mentions> mentions_of(const Facts& facts, std::uint32_t offset);
// The same; nothing where the draft is not linted.
std::optional<Mentions> mentions_at(const Reading& reading, std::uint32_t offset);

// The paragraph that `offset` is in or just behind; nothing in between.
std::optional<std::size_t> paragraph_at(const Facts& facts, std::uint32_t offset);

inline bool touches(Span span, std::uint32_t offset) { return span.begin <= offset && offset <= span.end; }

// Figures joined by pairs, in order, `of` among them.
std::vector<FactRef> figure_cluster(const Facts& facts, FactRef of);

}  // namespace stet
