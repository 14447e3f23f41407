#pragma once
// Names: runs of capitalised words that name one person, organisation, place or work.
#include <cstdint>
#include <optional>
#include <vector>

#include "prose/context.h"
#include "prose/paragraph.h"

namespace stet {

struct Name {
  enum class Type : std::uint8_t { unknown, person, organisation, place, work };
  WordRange words;  // titles stripped, particles kept
  Span span;        // relative to the paragraph
  Type type = Type::unknown;
  WordRange title;  // "Prime Minister", "Dr"; empty where there is none
  bool sentence_initial = false;
  bool quoted = false;
};

// Names of one paragraph, by position, not overlapping.
std::vector<Name> find_names(const Paragraph& paragraph, const Context& context);

}  // namespace stet
