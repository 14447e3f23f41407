#include "cli/check_report.h"

#include <array>

#include "cli/output.h"

namespace stet {

namespace {

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
    if (names[i] == format) return makers[i](look);
  return nullptr;
}

}  // namespace stet
