#include "lsp/feature.h"

#include <algorithm>
#include <array>

namespace stet {

std::span<const Feature> features() {
  static const std::array all{hover_feature, code_action_feature};
  return all;
}

const Feature* feature_of(std::string_view method) {
  const auto found = std::ranges::find(features(), method, &Feature::method);
  return found == features().end() ? nullptr : &*found;
}

std::vector<const Finding*> findings_at(const Reading& reading, Span span) {
  std::vector<const Finding*> out;
  for (const Finding& finding : reading.linted.findings)
    if (finding.span.begin <= span.end && span.begin <= finding.span.end) out.push_back(&finding);
  return out;
}

}  // namespace stet
