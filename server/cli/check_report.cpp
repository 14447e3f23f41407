#include "cli/check_report.h"

#include <algorithm>
#include <array>

#include "cli/output.h"

namespace stet {

namespace {

// Formats that may be kept, mailed or shown anywhere get nothing that is confidential, whatever they print.
class Public : public CheckReport {
 public:
  explicit Public(std::unique_ptr<CheckReport> report) : report_(std::move(report)) {}
  std::string opening() override { return report_->opening(); }
  std::string closing(const Tally& tally) override { return report_->closing(tally); }
  std::string bad_record(const BadRecord& record) override { return report_->bad_record(record); }
  std::string draft(const Checked& draft) override {
    const auto confides = [](const Finding& finding) { return !finding.confided.empty(); };
    const std::vector<Finding>&found = draft.linted.findings, &waived = draft.linted.suppressed;
    if (std::none_of(found.begin(), found.end(), confides) && std::none_of(waived.begin(), waived.end(), confides))
      return report_->draft(draft);
    Checked copy = draft;
    for (auto* findings : {&copy.linted.findings, &copy.linted.suppressed})
      for (Finding& finding : *findings) finding = public_part(std::move(finding));
    return report_->draft(copy);
  }

 private:
  std::unique_ptr<CheckReport> report_;
};

constexpr std::array<std::string_view, 10> names{"text",   "json",  "jsonl",      "sarif",  "github",
                                                 "gitlab", "junit", "checkstyle", "rdjson", "html"};
constexpr std::array<std::unique_ptr<CheckReport> (*)(const Look&), names.size()> makers{
    text_report,   json_report,  jsonl_report,      sarif_report,  github_report,
    gitlab_report, junit_report, checkstyle_report, rdjson_report, html_report};

}  // namespace

std::string CheckReport::bad_record(const BadRecord& record) {
  complain("line " + std::to_string(record.line) + ": " + record.why);
  return {};
}

std::span<const std::string_view> report_formats() { return names; }

std::unique_ptr<CheckReport> make_report(std::string_view format, const Look& look) {
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == format) {
      auto report = makers[i](look);
      if (format == "text") return report;
      return std::make_unique<Public>(std::move(report));
    }
  return nullptr;
}

}  // namespace stet
