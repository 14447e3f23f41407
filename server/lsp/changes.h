#pragma once
// Changes: what didChange says happened to a text.
#include <cstdint>
#include <optional>
#include <string>

#include "lsp/json.h"
#include "text/text.h"

namespace stet {

struct Changed {
  Text text;
  std::optional<std::uint32_t> place;  // just after what was put in last; nothing where the whole text was replaced
  std::string fault;                   // what could not be done; empty where all was well
};

// `changes` is contentChanges: each with a range (in the text after those before it) and its new text, or, without a
// range, the whole new text. A place outside the text is brought inside. A change that is no such thing, or that would
// make the text larger than max_text_bytes, is left out and named.
//
// Editors send many cursors from the bottom up; such a row costs one new text, not one for each.
Changed apply_changes(const Text& text, Member changes, Encoding encoding);

}  // namespace stet
