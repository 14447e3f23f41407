#include "lsp/feature.h"

#include <algorithm>
#include <array>

namespace stet {

std::optional<std::string_view> document_uri(Member params) { return params["textDocument"]["uri"].text(); }

json nothing_known(Member) { return nullptr; }
json always(const Client&) { return true; }
json unsaid(const Client&) { return nullptr; }

std::span<const Feature> features() {
  static const std::array all{
      hover_feature,          code_action_feature,     code_action_resolve_feature, pull_diagnostics_feature,
      definition_feature,     references_feature,      highlight_feature,           rename_feature,
      prepare_rename_feature, document_symbol_feature, document_link_feature,       code_lens_feature,
      folding_range_feature,  inlay_hint_feature,      completion_feature,          tokens_feature,
      tokens_delta_feature,   tokens_range_feature};
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

const Finding* finding_of(const Reading& reading, std::string_view fingerprint) {
  const auto found = std::ranges::find(reading.linted.findings, fingerprint, &Finding::fingerprint);
  return found == reading.linted.findings.end() ? nullptr : &*found;
}

}  // namespace stet
