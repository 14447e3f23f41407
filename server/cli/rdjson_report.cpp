#include "cli/check_report.h"
#include "cli/finding_json.h"
#include "text/utf8.h"

namespace stet {

namespace {

std::string_view severity(Severity severity) {
  switch (severity) {
    case Severity::error: return "ERROR";
    case Severity::warning: return "WARNING";
    case Severity::information:
    case Severity::hint: return "INFO";
  }
  return "INFO";
}

// Columns count bytes there, from 1.
Json position(const Text& text, std::uint32_t offset) {
  const Position at = text.position(offset, Encoding::utf8);
  return {{"line", at.line + 1}, {"column", at.column + 1}};
}

Json location(const std::string& path, const Text& text, Span span) {
  return {{"path", valid_utf8(path)},
          {"range", {{"start", position(text, span.begin)}, {"end", position(text, span.end)}}}};
}

// Reviewdog Diagnostic Format, one DiagnosticResult
// (https://github.com/reviewdog/reviewdog/tree/master/proto/rdf).
class RdjsonReport : public CheckReport {
 public:
  std::string opening() override {
    return "{\"source\":{\"name\":\"stet\",\"url\":\"https://github.com/stet-editorial/stet\"},\"diagnostics\":[";
  }

  std::string draft(const Checked& draft) override {
    std::string lines;
    for (const Finding& f : draft.linted.findings)
      lines += std::exchange(separator_, ",\n") + line_of(diagnostic(f, draft));
    return lines;
  }

  std::string closing(const Tally&) override { return "\n]}\n"; }

 private:
  static Json diagnostic(const Finding& f, const Checked& draft) {
    Json code = {{"value", f.rule}};
    if (f.url.starts_with("https://")) code["url"] = f.url;
    Json j = {{"message", valid_utf8(f.message)},
              {"location", location(draft.path, draft.text, f.span)},
              {"severity", severity(f.severity)},
              {"code", code}};
    if (Json s = suggestions(f, draft); !s.empty()) j["suggestions"] = std::move(s);
    if (Json r = related(f, draft); !r.empty()) j["relatedLocations"] = std::move(r);
    return j;
  }

  // A suggestion is one replacement, and reviewdog offers it where it stands: a fix of several edits is none.
  static Json suggestions(const Finding& f, const Checked& draft) {
    Json out = Json::array();
    for (const Fix& fix : f.fixes)
      if (fix.edits.size() == 1)
        out.push_back({{"range", location(draft.path, draft.text, fix.edits[0].span)["range"]},
                       {"text", valid_utf8(fix.edits[0].text)}});
    return out;
  }

  // What stands in another file is named by its place alone: its words may be confidential.
  static Json related(const Finding& f, const Checked& draft) {
    Json out = Json::array();
    for (const Related& r : f.related) {
      if (r.path.empty())
        out.push_back({{"message", valid_utf8(r.message)}, {"location", location(draft.path, draft.text, r.span)}});
      else if (const auto other = draft.others.find(r.path); other != draft.others.end())
        out.push_back({{"location", location(r.path, other->second, r.span)}});
    }
    return out;
  }

  std::string separator_ = "\n";
};

}  // namespace

std::unique_ptr<CheckReport> rdjson_report(const Look&) { return std::make_unique<RdjsonReport>(); }

}  // namespace stet
