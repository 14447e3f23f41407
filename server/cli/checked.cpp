#include "cli/checked.h"

#include <algorithm>

namespace stet {

Place place_of(const Text& text, std::uint32_t offset) {
  const Position at = text.position(offset, Encoding::utf32);
  const bool marked = at.line == 0 && at.column > 0 && text.bytes().starts_with("\xEF\xBB\xBF");
  return {at.line + 1, at.column + (marked ? 0 : 1)};
}

bool Checked::fails() const {
  return fail_on && std::any_of(linted.findings.begin(), linted.findings.end(),
                                [&](const Finding& f) { return f.severity <= *fail_on; });
}

void Tally::add(const Checked& draft) {
  ++files;
  words += draft.words;
  suppressed += draft.linted.suppressed.size();
  fixed += draft.fixed;
  for (const Finding& f : draft.linted.findings) {
    ++findings[static_cast<std::size_t>(f.severity)];
    ++by_rule[f.rule];
  }
}

}  // namespace stet
