#include "cli/check_run.h"

#include <algorithm>

#include "cli/console.h"

namespace stet {

namespace {

Look look_of(const CheckRequest& request, const ReportRequest& report) {
  const bool on_output = report.file.empty();
  const bool colour = request.colour == CheckRequest::Colour::always ||
                      (request.colour == CheckRequest::Colour::automatic && wants_colour(stdout));
  return {.colour = on_output && colour,
          .width = on_output ? terminal_width() : 100,
          .quiet = request.quiet,
          .statistics = request.statistics};
}

}  // namespace

CheckRun::CheckRun(const CheckRequest& request) : request_(request) {
  destinations_.reserve(request.reports.size());
  for (const ReportRequest& asked : request.reports)
    destinations_.push_back({make_report(asked.format, look_of(request, asked)),
                             asked.file.empty() ? Output::standard() : Output(std::filesystem::path(asked.file))});
  for (Destination& to : destinations_) to.output.write(to.report->opening());
}

void CheckRun::fault(const std::string& what) {
  complain(what);
  undone_ = true;
}

bool CheckRun::read() const {
  return (request_.dry_run && !diffs_.closed()) ||
         std::any_of(destinations_.begin(), destinations_.end(),
                     [](const Destination& to) { return !to.output.closed(); });
}

bool CheckRun::take(const Checked& draft) {
  tally_.add(draft);
  failed_ = failed_ || draft.fails();
  for (Destination& to : destinations_) to.output.write(to.report->draft(draft));
  return read();
}

bool CheckRun::take(const BadRecord& record) {
  if (!request_.fail_on || request_.fail_on->severity) failed_ = true;
  for (Destination& to : destinations_) to.output.write(to.report->bad_record(record));
  return read();
}

bool CheckRun::take_diff(const std::string& diff) {
  if (!diff.empty()) ++draft_diffs_;
  diffs_.write(diff);
  return read();
}

void CheckRun::flush() {
  for (Destination& to : destinations_) to.output.flush();
}

int CheckRun::finish() {
  for (Destination& to : destinations_) {
    to.output.write(to.report->closing(tally_));
    if (to.output.finish() != 0) undone_ = true;
  }
  if (request_.dry_run) {
    if (diffs_.finish() != 0) undone_ = true;
    if (!request_.quiet)
      complain(draft_diffs_ == 0 ? "nothing to fix"
                                 : "would fix " + std::to_string(tally_.fixed) + " in " + std::to_string(draft_diffs_) +
                                       (draft_diffs_ == 1 ? " file" : " files"));
    failed_ = draft_diffs_ > 0;
  }
  return undone_ ? 2 : failed_ ? 1 : 0;
}

}  // namespace stet
