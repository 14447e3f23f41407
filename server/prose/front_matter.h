#pragma once
// Front matter: YAML between lines of "---" or TOML between lines of "+++", at the head of a draft.
#include <string_view>

#include "prose/document.h"

namespace stet {

// Finds the front matter and reads it. The draft begins at meta.span.end. The draft's first bytes are enough where they
// hold the front matter's end.
Meta read_front_matter(std::string_view bytes);

}  // namespace stet
