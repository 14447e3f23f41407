#pragma once
// Acronyms: tokens in capitals, and where they are spelt out.
#include <cstdint>
#include <optional>
#include <vector>

#include "prose/context.h"
#include "prose/paragraph.h"

namespace stet {

struct Acronym {
  WordRange short_form;
  Span span;                           // of the short form, relative to the paragraph
  std::optional<WordRange> long_form;  // where this mention defines it
  bool quoted = false;
};

// Acronyms of one paragraph, by position: every use, the defining ones with their long form.
std::vector<Acronym> find_acronyms(const Paragraph& paragraph, const Context& context);

}  // namespace stet
