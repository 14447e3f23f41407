#include "facts/acronym.h"

namespace stet {

std::vector<Acronym> find_acronyms(const Paragraph&, const Context&) { return {}; }

}  // namespace stet
