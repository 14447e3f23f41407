#include <fmt/format.h>

#include "cli/check_report.h"
#include "cli/finding_json.h"
#include "text/utf8.h"

namespace stet {

namespace {

std::string_view level(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::information:
    case Severity::hint: return "note";
  }
  return "note";
}

// A path as a URI reference: relative paths stay relative, so that GitHub finds the file in the repository.
std::string uri_of(std::string_view path) {
  std::string uri = path.starts_with('/') ? "file://" : "";
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("/-._~").find(c) != std::string_view::npos;
    if (plain) uri += c;
    else uri += fmt::format("%{:02X}", static_cast<unsigned char>(c));
  }
  return uri;
}

Json region(const Text& text, Span span) {
  const Place start = place_of(text, span.begin), end = place_of(text, span.end);
  return {{"startLine", start.line}, {"startColumn", start.column}, {"endLine", end.line},
          {"endColumn", end.column}, {"byteOffset", span.begin},    {"byteLength", span.size()}};
}

Json location(std::string_view path, const Text& text, Span span) {
  return {{"physicalLocation", {{"artifactLocation", {{"uri", uri_of(path)}}}, {"region", region(text, span)}}}};
}

// SARIF 2.1.0, one run. Results are printed as they come; what needs all of them (the rules) stands after.
class SarifReport : public CheckReport {
 public:
  std::string opening() override {
    return "{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{"
           "\"columnKind\":\"unicodeCodePoints\",\"results\":[";
  }

  std::string draft(const Checked& draft) override {
    std::string lines;
    for (const Finding& f : draft.linted.findings)
      lines += std::exchange(separator_, ",\n") + line_of(result(f, draft));
    for (const NotAssessed& n : draft.linted.not_assessed) note(n, draft);
    return lines;
  }

  std::string closing(const Tally& tally) override {
    const Json tool = {{"driver",
                        {{"name", "stet"},
                         {"version", STET_VERSION},
                         {"semanticVersion", STET_VERSION},
                         {"informationUri", "https://github.com/stet-editorial/stet"},
                         {"rules", rules_}}}};
    const Json invocations = Json::array({{{"executionSuccessful", true}, {"toolExecutionNotifications", notes_}}});
    const Json properties = {{"files", tally.files}, {"words", tally.words}, {"suppressed", tally.suppressed}};
    return "\n],\n\"tool\":" + line_of(tool) + ",\n\"invocations\":" + line_of(invocations) +
           ",\"properties\":" + line_of(properties) + "}]}\n";
  }

 private:
  std::size_t index_of(const Finding& f, const Checked& draft) {
    const auto [at, added] = index_.emplace(f.rule, rules_.size());
    if (!added) return at->second;
    Json rule = {{"id", f.rule}};
    const Rule* known = draft.catalog ? draft.catalog->find(f.rule) : nullptr;
    if (known != nullptr) {
      const std::string summary = valid_utf8(known->page.summary), page = valid_utf8(known->page.text);
      rule["shortDescription"] = {{"text", summary}};
      rule["fullDescription"] = {{"text", summary}};
      rule["help"] = {{"text", page}, {"markdown", page}};
      rule["defaultConfiguration"] = {{"level", level(known->page.severity.value_or(known->page.loudness))}};
    }
    if (f.url.starts_with("https://")) rule["helpUri"] = f.url;
    rule["properties"] = {{"tags", {f.family}}};
    rules_.push_back(std::move(rule));
    return at->second;
  }

  Json result(const Finding& f, const Checked& draft) {
    Json j = {{"ruleId", f.rule},
              {"ruleIndex", index_of(f, draft)},
              {"level", level(f.severity)},
              {"message", {{"text", valid_utf8(f.message)}}},
              {"locations", {location(draft.path, draft.text, f.span)}},
              {"partialFingerprints", {{"stet/v1", f.fingerprint}}}};
    if (Json others = related(f, draft); !others.empty()) j["relatedLocations"] = std::move(others);
    if (!f.fixes.empty()) j["fixes"] = fixes(f, draft);
    j["properties"] = {{"severity", severity_name(f.severity)}};
    return j;
  }

  // What stands in another file is named by its place alone: its words may be confidential.
  static Json related(const Finding& f, const Checked& draft) {
    Json out = Json::array();
    for (const Related& r : f.related) {
      Json place;
      if (r.path.empty()) {
        place = location(draft.path, draft.text, r.span);
        place["message"] = {{"text", valid_utf8(r.message)}};
      } else if (const auto other = draft.others.find(r.path); other != draft.others.end()) {
        place = location(r.path, other->second, r.span);
      } else {
        continue;
      }
      place["id"] = out.size();
      out.push_back(std::move(place));
    }
    return out;
  }

  static Json fixes(const Finding& f, const Checked& draft) {
    Json out = Json::array();
    for (const Fix& fix : f.fixes) {
      Json replacements = Json::array();
      for (const Edit& edit : fix.edits)
        replacements.push_back(
            {{"deletedRegion", region(draft.text, edit.span)}, {"insertedContent", {{"text", valid_utf8(edit.text)}}}});
      if (replacements.empty()) continue;
      const Json change = {{"artifactLocation", {{"uri", uri_of(draft.path)}}}, {"replacements", replacements}};
      out.push_back({{"description", {{"text", valid_utf8(fix.title)}}}, {"artifactChanges", Json::array({change})}});
    }
    return out;
  }

  void note(const NotAssessed& n, const Checked& draft) {
    Json place = {{"physicalLocation", {{"artifactLocation", {{"uri", uri_of(draft.path)}}}}}};
    if (!n.span.empty()) place = location(draft.path, draft.text, n.span);
    const std::string what = n.rule.empty() ? "not assessed: " : n.rule + " not assessed: ";
    notes_.push_back({{"level", "note"}, {"message", {{"text", what + valid_utf8(n.why)}}}, {"locations", {place}}});
  }

  std::string separator_ = "\n";
  Json rules_ = Json::array(), notes_ = Json::array();
  std::map<std::string, std::size_t, std::less<>> index_;
};

}  // namespace

std::unique_ptr<CheckReport> sarif_report(const Look&) { return std::make_unique<SarifReport>(); }

}  // namespace stet
