#include "cli/checked.h"

#include <algorithm>

namespace stet {

Place place_of(const Text& text, std::uint32_t offset) {
  const Position at = text.position(offset, Encoding::utf32);
  const bool marked = at.line == 0 && at.column > 0 && text.bytes().starts_with("\xEF\xBB\xBF");
  return {at.line + 1, at.column + (marked ? 0 : 1)};
}

bool Checked::judged(std::string_view rule) const {
  if (!in_force) return false;
  const auto on = in_force->checks_for(genre);
  const auto& unjudged = linted.not_assessed;
  return std::any_of(on.begin(), on.end(), [&](const Ready& r) { return r.rule->page.name == rule; }) &&
         std::none_of(unjudged.begin(), unjudged.end(),
                      [&](const NotAssessed& n) { return n.rule.empty() || n.rule == rule; });
}

bool Checked::fails() const {
  return std::any_of(linted.findings.begin(), linted.findings.end(), [&](const Finding& f) { return fails(f); });
}

void Tally::add(const Checked& draft) {
  ++files;
  words += draft.words;
  suppressed += draft.linted.suppressed.size();
  fixed += draft.fixed;
  known += draft.known;
  elsewhere += draft.elsewhere.size();
  // Of an archive's records no list is kept: there are millions.
  if (!draft.linted.findings.empty() && draft.record == 0) by_file[draft.path] += draft.linted.findings.size();
  for (const Finding& f : draft.linted.findings) {
    ++findings[static_cast<std::size_t>(f.severity)];
    ++by_rule[f.rule];
  }
}

}  // namespace stet
