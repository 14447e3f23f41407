#include <fmt/format.h>

#include "cli/check_report.h"
#include "cli/finding_json.h"
#include "text/utf8.h"

namespace stet {

namespace {

std::string_view severity(Severity severity) {
  switch (severity) {
    case Severity::error: return "critical";
    case Severity::warning: return "major";
    case Severity::information: return "minor";
    case Severity::hint: return "info";
  }
  return "info";
}

// GitLab shows the first of several with one fingerprint, so two drafts with the same fault must not share it: FNV-1a
// over path and fingerprint.
std::string in_file(std::string_view fingerprint, std::string_view path) {
  std::uint64_t hash = 0xcbf29ce484222325u;
  for (const std::string_view part : {path, std::string_view("\0", 1), fingerprint})
    for (const char c : part) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3u;
  return fmt::format("{:016x}", hash);
}

// https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format: one array. A path there begins with no
// "./".
class GitlabReport : public CheckReport {
 public:
  std::string opening() override { return "["; }

  std::string draft(const Checked& draft) override {
    std::string lines;
    const std::string path = valid_utf8(draft.path.starts_with("./") ? draft.path.substr(2) : draft.path);
    for (const Finding& f : draft.linted.findings) {
      const Place begin = place_of(draft.text, f.span.begin), end = place_of(draft.text, f.span.end);
      const Json positions = {{"begin", {{"line", begin.line}, {"column", begin.column}}},
                              {"end", {{"line", end.line}, {"column", end.column}}}};
      Json issue = {{"type", "issue"},
                    {"check_name", f.rule},
                    {"description", valid_utf8(f.message)},
                    {"severity", severity(f.severity)},
                    {"fingerprint", in_file(f.fingerprint, draft.path)},
                    {"location", {{"path", path}, {"positions", positions}}}};
      lines += std::exchange(separator_, ",\n") + line_of(issue);
    }
    return lines;
  }

  std::string closing(const Tally&) override { return "\n]\n"; }

 private:
  std::string separator_ = "\n";
};

}  // namespace

std::unique_ptr<CheckReport> gitlab_report(const Look&) { return std::make_unique<GitlabReport>(); }

}  // namespace stet
