#include "lsp/remedy.h"

#include <algorithm>

#include "lsp/waive.h"

namespace stet {

namespace {

constexpr std::string_view distinct_reason = "distinct figures";

json remedy(const std::string& uri, const Finding& finding, const char* what) {
  return {{"uri", uri}, {"fingerprint", finding.fingerprint}, {"do", what}};
}

bool touch(Span a, Span b) { return a.begin <= b.end && b.begin <= a.end; }

// The safe fixes of all findings, each whole or not at all: no two may touch.
std::vector<Edit> safe_edits(const Reading& reading) {
  std::vector<Edit> out;
  const auto free = [&](const Edit& edit) {
    return std::ranges::none_of(out, [&](const Edit& taken) { return touch(taken.span, edit.span); });
  };
  for (const Finding& finding : reading.linted.findings) {
    const auto fix = std::ranges::find_if(finding.fixes, &Fix::safe);
    if (fix != finding.fixes.end() && std::ranges::all_of(fix->edits, free))
      out.insert(out.end(), fix->edits.begin(), fix->edits.end());
  }
  return out;
}

}  // namespace

json fix_remedy(const std::string& uri, const Finding& finding, std::size_t fix) {
  json out = remedy(uri, finding, "fix");
  out["fix"] = fix;
  return out;
}

json waive_remedy(const std::string& uri, const Finding& finding) { return remedy(uri, finding, "waive"); }
json distinct_remedy(const std::string& uri, const Finding& finding) { return remedy(uri, finding, "distinct"); }
json fix_all_remedy(const std::string& uri) { return {{"uri", uri}, {"do", "fixAll"}}; }

std::optional<std::vector<Edit>> edits_of(const Reading& reading, Member remedy) {
  const auto what = remedy["do"].text();
  if (what == "fixAll") return safe_edits(reading);
  const Finding* finding = finding_of(reading, remedy["fingerprint"].text().value_or(""));
  if (finding == nullptr) return std::nullopt;
  if (what == "fix") {
    const auto index = remedy["fix"].whole();
    if (!index || *index < 0 || static_cast<std::size_t>(*index) >= finding->fixes.size()) return std::nullopt;
    return finding->fixes[static_cast<std::size_t>(*index)].edits;
  }
  std::optional<Edit> edit;
  if (what == "waive") edit = waiver_edit(reading, *finding, remedy["reason"].text().value_or(""));
  if (what == "distinct") edit = waiver_edit(reading, *finding, distinct_reason);
  if (!edit) return std::nullopt;
  return std::vector{*std::move(edit)};
}

bool tells_figures_apart(const Finding& finding) {
  return finding.family == "figures" &&
         std::ranges::any_of(finding.related, [](const Related& related) { return related.path.empty(); });
}

}  // namespace stet
