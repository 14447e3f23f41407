#include <algorithm>
#include <chrono>

#include "cli/check_report.h"
#include "cli/checker.h"
#include "cli/console.h"
#include "cli/file_waivers.h"
#include "cli/in_order.h"
#include "cli/output.h"
#include "cli/progress.h"
#include "cli/run.h"

namespace stet {

namespace {

// A report and where it goes.
struct Destination {
  std::unique_ptr<CheckReport> report;
  Output output;
};

Look look_of(const CheckRequest& request, const ReportRequest& report) {
  const bool on_output = report.file.empty();
  const bool colour = request.colour == CheckRequest::Colour::always ||
                      (request.colour == CheckRequest::Colour::automatic && wants_colour(stdout));
  return {.colour = on_output && colour,
          .width = on_output ? terminal_width() : 100,
          .quiet = request.quiet,
          .statistics = request.statistics};
}

std::vector<Destination> destinations_of(const CheckRequest& request) {
  std::vector<Destination> all;
  all.reserve(request.reports.size());
  for (const ReportRequest& asked : request.reports)
    all.push_back({make_report(asked.format, look_of(request, asked)),
                   asked.file.empty() ? Output::standard() : Output(std::filesystem::path(asked.file))});
  return all;
}

// What comes of a run, written as it comes.
class Run {
 public:
  explicit Run(const CheckRequest& request) : destinations_(destinations_of(request)) {
    for (Destination& to : destinations_) to.output.write(to.report->opening());
  }

  void fault(const std::string& what) {
    complain(what);
    undone_ = true;
  }

  // False: nobody reads any more.
  bool take(const Checked& draft) {
    tally_.add(draft);
    failed_ = failed_ || draft.fails();
    for (Destination& to : destinations_) to.output.write(to.report->draft(draft));
    return std::any_of(destinations_.begin(), destinations_.end(),
                       [](const Destination& to) { return !to.output.closed(); });
  }

  int finish() {
    for (Destination& to : destinations_) {
      to.output.write(to.report->closing(tally_));
      if (to.output.finish() != 0) undone_ = true;
    }
    return undone_ ? 2 : failed_ ? 1 : 0;
  }

 private:
  std::vector<Destination> destinations_;
  Tally tally_;
  bool undone_ = false, failed_ = false;
};

// The folders that were searched whole, with every rule on; in others a waiver may be of use that was not.
std::vector<std::filesystem::path> searched(const CheckRequest& request) {
  std::vector<std::filesystem::path> folders;
  if (!request.select.empty() || !request.ignore.empty()) return folders;
  std::vector<std::string> paths = request.drafts.paths;
  if (paths.empty()) paths.emplace_back(".");
  std::error_code unknown;
  for (const std::string& path : paths)
    if (path != "-" && std::filesystem::is_directory(path, unknown))
      folders.push_back(std::filesystem::canonical(path, unknown));
  return folders;
}

}  // namespace

int run_check(const CheckRequest& request, std::shared_ptr<const Catalog> built_in) {
  Drafts drafts(request.drafts, std::move(built_in), request.select, request.ignore);
  if (drafts.hopeless() || drafts.size() == 0) {
    for (const std::string& fault : drafts.faults()) complain(fault);
    return 2;
  }
  Run run(request);
  for (const std::string& fault : drafts.faults()) run.fault(fault);
  FileWaivers waivers;
  bool wanted = true;
  Progress progress(drafts.size());
  const Checker checker(drafts, request, std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
  in_order(
      drafts.size(), jobs_of(request.drafts), [&](std::size_t i) { return checker.check(i); },
      [&](const Checker::Outcome& outcome) {
        progress.hide();
        if (!outcome.fault.empty()) run.fault(outcome.fault);
        if (outcome.checked) {
          waivers.note(outcome.settings, outcome.checked->linted.used_waivers);
          wanted = run.take(*outcome.checked);
        }
        progress.step();
        return wanted;
      });
  progress.hide();
  if (wanted)
    for (const Checked& file : waivers.idle(searched(request))) run.take(file);
  return run.finish();
}

}  // namespace stet
