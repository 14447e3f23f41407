#pragma once
// CheckRun: what comes of a run of `stet check`, written to its reports as it comes, and the exit status.
#include <memory>
#include <string>
#include <vector>

#include "cli/check_report.h"
#include "cli/command_line.h"
#include "cli/output.h"

namespace stet {

class CheckRun {
 public:
  explicit CheckRun(const CheckRequest& request);

  // Something could not be done: said on standard error, and the status is 2.
  void fault(const std::string& what);
  // False: nobody reads any more.
  bool take(const Checked& draft);
  // A line of --stdin-format jsonl that is no record. Counts as an error of a draft, so that one bad line among
  // millions stops nothing where findings do not.
  bool take(const BadRecord& record);
  // A diff of --dry-run, to standard output.
  bool take_diff(const std::string& diff);
  // Hands over what was written to standard output so far.
  void flush();

  Tally& tally() { return tally_; }
  int finish();  // the exit status

 private:
  // A report and where it goes.
  struct Destination {
    std::unique_ptr<CheckReport> report;
    Output output;
  };
  bool read() const;

  const CheckRequest& request_;
  std::vector<Destination> destinations_;
  Output diffs_ = Output::standard();
  Tally tally_;
  std::size_t draft_diffs_ = 0;
  bool undone_ = false, failed_ = false;
};

}  // namespace stet
