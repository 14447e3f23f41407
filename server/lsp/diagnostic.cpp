#include "lsp/diagnostic.h"

#include <fmt/format.h>

#include <functional>

#include "lsp/ranges.h"
#include "lsp/uri.h"

namespace stet {

namespace {

json related_json(const Related& related, const Reading& reading, const std::string& uri, Encoding encoding) {
  const Text* text = &reading.text;
  std::string where = uri;
  if (!related.path.empty()) {
    const auto found = reading.others.find(related.path);
    if (found == reading.others.end()) return nullptr;
    text = &found->second;
    where = uri_of_path((reading.settings->root() / related.path).string());
  }
  return {{"location", {{"uri", where}, {"range", range_json(*text, related.span, encoding)}}},
          {"message", related.message}};
}

json data_json(const Finding& finding, const Reading& reading, Encoding encoding) {
  json fixes = json::array();
  for (const Fix& fix : finding.fixes)
    fixes.push_back({{"title", fix.title}, {"edits", text_edits(reading.text, fix.edits, encoding)}});
  return {{"fingerprint", finding.fingerprint}, {"fixes", std::move(fixes)}};
}

}  // namespace

int severity_number(Severity severity) { return static_cast<int>(severity) + 1; }

json text_edits(const Text& text, const std::vector<Edit>& edits, Encoding encoding) {
  json out = json::array();
  for (const Edit& edit : edits)
    out.push_back({{"range", range_json(text, edit.span, encoding)}, {"newText", edit.text}});
  return out;
}

json diagnostic_json(const Finding& finding, const Reading& reading, const std::string& uri, Encoding encoding,
                     const DiagnosticForm& form) {
  json out = {{"range", range_json(reading.text, finding.span, encoding)},
              {"severity", severity_number(finding.severity)},
              {"code", finding.rule},
              {"source", "stet"},
              {"message", finding.confided.empty() ? finding.message : finding.message + "\n" + finding.confided}};
  if (form.code_description && !finding.url.empty()) out["codeDescription"] = {{"href", finding.url}};
  if (form.data) out["data"] = data_json(finding, reading, encoding);
  if (form.related && !finding.related.empty()) {
    json places = json::array();
    for (const Related& related : finding.related)
      if (json place = related_json(related, reading, uri, encoding); !place.is_null())
        places.push_back(std::move(place));
    out["relatedInformation"] = std::move(places);
  }
  return out;
}

json diagnostic_json(const SettingsFault& fault, Encoding encoding) {
  return {{"range", range_json(fault.file, fault.span, encoding)},
          {"severity", severity_number(Severity::error)},
          {"source", "stet"},
          {"message", fault.message}};
}

json diagnostic_report(json diagnostics, std::optional<std::string_view> previous) {
  const std::string id = fmt::format("{:016x}", std::hash<std::string>{}(write_json(diagnostics)));
  if (previous == id) return {{"kind", "unchanged"}, {"resultId", id}};
  return {{"kind", "full"}, {"resultId", id}, {"items", std::move(diagnostics)}};
}

json published(const std::vector<const Finding*>& findings, const Reading& reading, const std::string& uri,
               std::optional<std::int64_t> version, const Client& client) {
  json list = json::array();
  for (const Finding* finding : findings)
    list.push_back(diagnostic_json(*finding, reading, uri, client.encoding, client.pushed));
  json out = {{"uri", uri}, {"diagnostics", std::move(list)}};
  if (version && client.versions) out["version"] = *version;
  return out;
}

json published(const std::vector<const SettingsFault*>& faults, const std::string& uri, Encoding encoding) {
  json list = json::array();
  for (const SettingsFault* fault : faults) list.push_back(diagnostic_json(*fault, encoding));
  return {{"uri", uri}, {"diagnostics", std::move(list)}};
}

}  // namespace stet
