#pragma once
// Rewritings: other ways to say what was read at a place, offered where nothing is wrong: the day for "last Friday", a
// measure in the other system added in brackets. Never in quotations.
#include <string>
#include <vector>

#include "lsp/reading.h"

namespace stet {

struct Rewriting {
  std::string title;
  Edit edit;
};

std::vector<Rewriting> rewritings_at(const Reading& reading, Span span);

}  // namespace stet
