#pragma once
// CheckReport: findings as one format prints them. Text in, text out: who calls writes it where it belongs, so a report
// of ten thousand drafts is never in memory at once.
//
//   auto report = make_report("json", {});
//   out.write(report->opening());
//   for (…) out.write(report->draft(checked));
//   out.write(report->closing(tally));
//
// A new format is one file with one class, declared at the end of this one and named in the table of check_report.cpp.
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "cli/checked.h"

namespace stet {

// How a report meant for people looks; the others do not ask.
struct Look {
  bool colour = false;
  std::size_t width = 100;  // columns of the terminal
  bool quiet = false;       // findings alone: no summary
  bool statistics = false;  // findings counted by rule
};

// A line of --stdin-format jsonl that is no record.
struct BadRecord {
  std::size_t line = 0;
  std::string path, why;  // the path may be empty
};

class CheckReport {
 public:
  virtual ~CheckReport() = default;
  virtual std::string opening() { return {}; }
  virtual std::string draft(const Checked& draft) = 0;
  virtual std::string bad_record(const BadRecord& record);  // otherwise said on standard error
  virtual std::string closing(const Tally& tally) = 0;
};

// Names for --format, in the order of the manual.
std::span<const std::string_view> report_formats();
// Null for a name that is none of them.
std::unique_ptr<CheckReport> make_report(std::string_view format, const Look& look);

std::unique_ptr<CheckReport> text_report(const Look& look);
std::unique_ptr<CheckReport> json_report(const Look& look);
std::unique_ptr<CheckReport> jsonl_report(const Look& look);
std::unique_ptr<CheckReport> github_report(const Look& look);
std::unique_ptr<CheckReport> sarif_report(const Look& look);
std::unique_ptr<CheckReport> gitlab_report(const Look& look);
std::unique_ptr<CheckReport> junit_report(const Look& look);
std::unique_ptr<CheckReport> checkstyle_report(const Look& look);
std::unique_ptr<CheckReport> rdjson_report(const Look& look);
std::unique_ptr<CheckReport> html_report(const Look& look);

}  // namespace stet
