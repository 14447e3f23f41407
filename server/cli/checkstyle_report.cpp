#include <fmt/format.h>

#include "cli/check_report.h"
#include "cli/markup.h"

namespace stet {

namespace {

std::string_view severity(Severity severity) {
  switch (severity) {
    case Severity::error: return "error";
    case Severity::warning: return "warning";
    case Severity::information:
    case Severity::hint: return "info";
  }
  return "info";
}

// What Checkstyle's own XML logger writes. A file without findings is there too: it was checked.
class CheckstyleReport : public CheckReport {
 public:
  std::string opening() override {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n";
  }

  std::string draft(const Checked& draft) override {
    std::string out = fmt::format("<file name=\"{}\">\n", escaped_markup(draft.path));
    for (const Finding& f : draft.linted.findings) {
      const Place at = place_of(draft.text, f.span.begin);
      out += fmt::format("<error line=\"{}\" column=\"{}\" severity=\"{}\" message=\"{}\" source=\"stet.{}.{}\"/>\n",
                         at.line, at.column, severity(f.severity), escaped_markup(f.message), escaped_markup(f.family),
                         escaped_markup(f.rule));
    }
    return out + "</file>\n";
  }

  std::string closing(const Tally&) override { return "</checkstyle>\n"; }
};

}  // namespace

std::unique_ptr<CheckReport> checkstyle_report(const Look&) { return std::make_unique<CheckstyleReport>(); }

}  // namespace stet
