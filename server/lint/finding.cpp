#include "lint/finding.h"

#include <algorithm>
#include <array>

namespace stet {

namespace {

constexpr std::array<std::string_view, 4> names{"error", "warning", "information", "hint"};

}  // namespace

std::string_view severity_name(Severity severity) { return names[static_cast<std::size_t>(severity)]; }

std::optional<Severity> severity_of(std::string_view name) {
  const auto it = std::find(names.begin(), names.end(), name);
  if (it == names.end()) return std::nullopt;
  return static_cast<Severity>(it - names.begin());
}

Finding public_part(Finding finding) {
  if (finding.confided.empty()) return finding;
  finding.confided.clear();
  finding.detail.clear();
  finding.related.clear();
  finding.fixes.clear();
  return finding;
}

}  // namespace stet
