#include "lint/density.h"

#include <algorithm>
#include <optional>

namespace stet {

namespace {

// The first fix of each, together; nullopt where one has none or two touch.
std::optional<Fix> all_fixes(const std::vector<Finding>& findings) {
  Fix all{"Fix all " + std::to_string(findings.size()), {}, true};
  for (const Finding& finding : findings) {
    if (finding.fixes.empty()) return std::nullopt;
    const Fix& fix = finding.fixes.front();
    all.safe = all.safe && fix.safe;
    all.edits.insert(all.edits.end(), fix.edits.begin(), fix.edits.end());
  }
  std::stable_sort(all.edits.begin(), all.edits.end(), [](const Edit& a, const Edit& b) { return a.span < b.span; });
  for (std::size_t i = 1; i < all.edits.size(); ++i)
    if (all.edits[i].span.begin < all.edits[i - 1].span.end) return std::nullopt;
  return all;
}

}  // namespace

std::vector<Finding> folded(std::vector<Finding> findings) {
  if (findings.size() <= most_of_a_rule) return findings;
  Finding& first = findings.front();
  auto all = all_fixes(findings);
  first.message += " (and " + std::to_string(findings.size() - 1) + " more places)";
  for (std::size_t i = 1; i < findings.size(); ++i) {
    first.severity = std::min(first.severity, findings[i].severity);
    first.related.push_back({{}, findings[i].span, std::move(findings[i].message)});
  }
  if (all) first.fixes.push_back(std::move(*all));
  findings.resize(1);
  return findings;
}

}  // namespace stet
