#include <fmt/format.h>

#include <algorithm>

#include "cli/check_report.h"
#include "cli/markup.h"
#include "cli/related_lines.h"

namespace stet {

namespace {

// JUnit as Jenkins and GitLab read it: a suite for each draft, a case for each finding. What fails the run is a
// failure; what does not (a warning under --fail-on error) is a skipped case, so that it is shown and turns nothing
// red. A draft without findings is one case that passed.
class JunitReport : public CheckReport {
 public:
  std::string opening() override { return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"stet\">\n"; }

  std::string draft(const Checked& draft) override {
    const auto& findings = draft.linted.findings;
    const auto failing =
        std::count_if(findings.begin(), findings.end(), [&](const Finding& f) { return draft.fails(f); });
    const std::string path = escaped_markup(draft.path);
    std::string out = fmt::format(
        "<testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" skipped=\"{}\" errors=\"0\" time=\"0\">\n", path,
        std::max<std::size_t>(findings.size(), 1), failing, findings.size() - static_cast<std::size_t>(failing));
    if (findings.empty()) out += fmt::format("<testcase name=\"no findings\" classname=\"{}\" time=\"0\"/>\n", path);
    for (const Finding& f : findings) out += finding(f, draft, path);
    std::string not_assessed;
    for (const NotAssessed& n : draft.linted.not_assessed)
      not_assessed += fmt::format("not assessed: {}{}{}\n", n.rule, n.rule.empty() ? "" : ": ", n.why);
    if (!not_assessed.empty()) out += "<system-out>" + escaped_markup(not_assessed) + "</system-out>\n";
    return out + "</testsuite>\n";
  }

  std::string closing(const Tally&) override { return "</testsuites>\n"; }

 private:
  static std::string finding(const Finding& f, const Checked& draft, const std::string& path) {
    const Place at = place_of(draft.text, f.span.begin);
    const std::string place = fmt::format("{}:{}", at.line, at.column), message = escaped_markup(f.message);
    std::string out =
        fmt::format("<testcase name=\"{} {}\" classname=\"{}\" time=\"0\">", escaped_markup(f.rule), place, path);
    if (!draft.fails(f)) {
      out += fmt::format("<skipped message=\"{}: {}\"/>", severity_name(f.severity), message);
    } else {
      std::string body = fmt::format("{}:{}: {}{}", draft.path, place, f.message, related_lines(f, draft));
      if (!f.url.empty()) body += "\n" + f.url;
      out += fmt::format("<failure type=\"{}\" message=\"{}\">{}</failure>", severity_name(f.severity), message,
                         escaped_markup(body));
    }
    return out + "</testcase>\n";
  }
};

}  // namespace

std::unique_ptr<CheckReport> junit_report(const Look&) { return std::make_unique<JunitReport>(); }

}  // namespace stet
