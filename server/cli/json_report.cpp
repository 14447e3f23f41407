#include <fmt/format.h>

#include "cli/check_report.h"
#include "cli/finding_json.h"
#include "text/utf8.h"

namespace stet {

namespace {

Json summary_json(const Tally& tally) {
  return {{"files", tally.files},
          {"words", tally.words},
          {"errors", tally.count(Severity::error)},
          {"warnings", tally.count(Severity::warning)},
          {"informations", tally.count(Severity::information)},
          {"hints", tally.count(Severity::hint)},
          {"suppressed", tally.suppressed},
          {"fixed", tally.fixed},
          {"baseline", tally.known},
          {"unchangedLines", tally.elsewhere},
          {"unchangedFiles", tally.unchanged}};
}

// Of the baseline: found no more.
Json stale_json(const Tally& tally) {
  Json out = Json::array();
  for (const KnownFinding& k : tally.stale)
    out.push_back({{"path", k.path}, {"rule", k.rule}, {"fingerprint", k.fingerprint}, {"message", k.message}});
  return out;
}

Json counts_json(const std::map<std::string, std::size_t, std::less<>>& counts) {
  Json out = Json::object();
  for (const auto& [name, count] : counts) out[valid_utf8(name)] = count;
  return out;
}

// One object; each file on a line of its own.
class JsonReport : public CheckReport {
 public:
  explicit JsonReport(const Look& look) : statistics_(look.statistics) {}

  std::string opening() override { return fmt::format("{{\"version\":1,\"stet\":\"{}\",\"files\":[", STET_VERSION); }

  std::string draft(const Checked& draft) override {
    Json j = {{"path", valid_utf8(draft.path)}, {"words", draft.words}, {"findings", Json::array()}};
    for (const Finding& f : draft.linted.findings) j["findings"].push_back(finding_json(f, draft));
    j["suppressed"] = draft.linted.suppressed.size();
    j["notAssessed"] = Json::array();
    for (const NotAssessed& n : draft.linted.not_assessed) j["notAssessed"].push_back(not_assessed_json(n, draft.text));
    return std::exchange(separator_, ",\n") + line_of(j);
  }

  std::string closing(const Tally& tally) override {
    std::string end = "\n],\"summary\":" + line_of(summary_json(tally));
    if (!tally.stale.empty()) end += ",\"stale\":" + line_of(stale_json(tally));
    if (statistics_)
      end += ",\"statistics\":" + line_of(Json(tally.by_rule)) +
             ",\"fileStatistics\":" + line_of(counts_json(tally.by_file));
    return end + "}\n";
  }

 private:
  bool statistics_;
  std::string separator_ = "\n";
};

// One object a line: every finding with its path, then a line that says that the file is done.
class JsonLinesReport : public CheckReport {
 public:
  std::string draft(const Checked& draft) override {
    std::string lines;
    const std::string path = valid_utf8(draft.path);
    for (const Finding& f : draft.linted.findings) {
      Json j = {{"path", path}};
      j.update(finding_json(f, draft));
      lines += line_of(j) + '\n';
    }
    Json done = {{"path", path}, {"done", true}, {"findings", draft.linted.findings.size()}, {"words", draft.words}};
    if (draft.record != 0) done["line"] = draft.record;
    done["suppressed"] = draft.linted.suppressed.size();
    done["notAssessed"] = Json::array();
    for (const NotAssessed& n : draft.linted.not_assessed)
      done["notAssessed"].push_back(not_assessed_json(n, draft.text));
    return lines + line_of(done) + '\n';
  }

  std::string bad_record(const BadRecord& record) override {
    Json j = {{"line", record.line}};
    if (!record.path.empty()) j["path"] = valid_utf8(record.path);
    j["error"] = valid_utf8(record.why);
    return line_of(j) + '\n';
  }

  std::string closing(const Tally&) override { return {}; }
};

}  // namespace

std::unique_ptr<CheckReport> json_report(const Look& look) { return std::make_unique<JsonReport>(look); }
std::unique_ptr<CheckReport> jsonl_report(const Look&) { return std::make_unique<JsonLinesReport>(); }

}  // namespace stet
