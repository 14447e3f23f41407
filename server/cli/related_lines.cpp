#include "cli/related_lines.h"

#include <fmt/format.h>

namespace stet {

std::string related_lines(const Finding& finding, const Checked& draft) {
  std::string said;
  for (const Related& r : finding.related)
    if (r.path.empty()) said += fmt::format("\nline {}: {}", place_of(draft.text, r.span.begin).line, r.message);
  return said;
}

}  // namespace stet
