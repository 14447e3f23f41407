#include <fmt/format.h>

#include "cli/check_report.h"
#include "cli/related_lines.h"
#include "text/utf8.h"

namespace stet {

namespace {

// https://docs.github.com/actions/reference/workflow-commands-for-github-actions: what would end a command or a
// property is written as %XX.
std::string escaped(std::string_view text, std::string_view special) {
  std::string out;
  for (const char c : valid_utf8(text)) {
    if (special.find(c) != std::string_view::npos) out += fmt::format("%{:02X}", static_cast<unsigned char>(c));
    else out += c;
  }
  return out;
}
std::string message(std::string_view text) { return escaped(text, "%\r\n"); }
std::string property(std::string_view text) { return escaped(text, "%\r\n:,"); }

std::string_view command(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::information:
    case Severity::hint: return "notice";
  }
  return "notice";
}

class GithubReport : public CheckReport {
 public:
  std::string draft(const Checked& draft) override {
    std::string lines;
    for (const Finding& f : draft.linted.findings) {
      const Place start = place_of(draft.text, f.span.begin), end = place_of(draft.text, f.span.end);
      lines += fmt::format("::{} file={},line={},endLine={},", command(f.severity), property(draft.path), start.line,
                           end.line);
      // GitHub refuses columns where a place goes over more than one line.
      if (start.line == end.line) lines += fmt::format("col={},endColumn={},", start.column, end.column);
      lines += fmt::format("title={}::{}{}\n", property(f.rule), message(f.message), message(related_lines(f, draft)));
    }
    return lines;
  }

  std::string closing(const Tally&) override { return {}; }
};

}  // namespace

std::unique_ptr<CheckReport> github_report(const Look&) { return std::make_unique<GithubReport>(); }

}  // namespace stet
