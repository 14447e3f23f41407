#include <chrono>

#include "cli/check_report.h"
#include "cli/console.h"
#include "cli/drafts.h"
#include "cli/fixing.h"
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
  for (const ReportRequest& asked : request.reports)
    all.push_back({make_report(asked.format, look_of(request, asked)),
                   asked.file.empty() ? Output::standard() : Output(std::filesystem::path(asked.file))});
  return all;
}

// One draft from its bytes to its findings; on any thread.
class Checker {
 public:
  Checker(Drafts& drafts, const CheckRequest& request)
      : drafts_(drafts),
        request_(request),
        today_(std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now())) {}

  struct Outcome {
    std::optional<Checked> checked;
    std::string fault;  // empty where there is none
  };

  Outcome check(std::size_t i) const {
    std::variant<ReadDraft, PathError> read = drafts_.read(i);
    if (const PathError* error = std::get_if<PathError>(&read)) return {{}, error->path + ": " + error->message};
    const ReadDraft& draft = std::get<ReadDraft>(read);
    Outcome outcome{checked(i, draft), {}};
    if (request_.fix) fix(i, draft, outcome);
    return outcome;
  }

 private:
  Checked checked(std::size_t i, const ReadDraft& draft) const {
    const Document& document = *draft.facts.document;
    const auto sources = drafts_.sources(i, document);
    Checked out;
    out.path = drafts_.path(i);
    out.text = document.text;
    out.words = document.word_count;
    out.linted = lint(draft.facts, *sources, draft.in_force->checks_for(document.context.genre),
                      {.waivers = draft.settings->waivers(), .today = today_});
    out.fail_on = request_.fail_on ? request_.fail_on->severity : draft.in_force->fail_on;
    out.catalog = draft.settings->catalog();
    for (const Finding& finding : out.linted.findings)
      for (const Related& related : finding.related) add_other(out, related.path);
    return out;
  }

  static void add_other(Checked& out, const std::string& path) {
    if (path.empty() || out.others.contains(path)) return;
    std::variant<std::string, PathError> bytes = read_file(path);
    if (std::string* known = std::get_if<std::string>(&bytes)) out.others.emplace(path, Text(std::move(*known)));
  }

  // Writes the safe fixes and checks what is there then. A draft that changed since it was read keeps its bytes.
  void fix(std::size_t i, const ReadDraft& draft, Outcome& outcome) const {
    const Fixing fixing = safe_fixes(outcome.checked->linted.findings);
    if (fixing.fixes == 0) return;
    if (drafts_.is_standard_input(i)) {
      outcome.fault = drafts_.path(i) + ": --fix cannot write to standard input";
      return;
    }
    std::string bytes(outcome.checked->text.with(fixing.edits).bytes());
    if (const auto error = replace_file(drafts_.path(i), draft.bytes, bytes)) {
      outcome.fault = error->path + ": " + error->message;
      return;
    }
    outcome.checked = checked(i, drafts_.read(i, std::move(bytes)));
    outcome.checked->fixed = fixing.fixes;
  }

  Drafts& drafts_;
  const CheckRequest& request_;
  Date today_;
};

}  // namespace

int run_check(const CheckRequest& request, std::shared_ptr<const Catalog> built_in) {
  Drafts drafts(request.drafts, std::move(built_in), request.select, request.ignore);
  for (const std::string& fault : drafts.faults()) complain(fault);
  if (drafts.hopeless() || drafts.size() == 0) return 2;

  int status = drafts.faults().empty() ? 0 : 2;
  bool failed = false;
  Tally tally;
  std::vector<Destination> destinations = destinations_of(request);
  for (Destination& to : destinations) to.output.write(to.report->opening());
  {
    Progress progress(drafts.size());
    const Checker checker(drafts, request);
    in_order(
        drafts.size(), jobs_of(request.drafts), [&](std::size_t i) { return checker.check(i); },
        [&](Checker::Outcome outcome) {
          progress.hide();
          if (!outcome.fault.empty()) {
            complain(outcome.fault);
            status = 2;
          }
          bool wanted = false;
          if (outcome.checked) {
            tally.add(*outcome.checked);
            failed = failed || outcome.checked->fails();
            for (Destination& to : destinations) to.output.write(to.report->draft(*outcome.checked));
          }
          for (const Destination& to : destinations) wanted = wanted || !to.output.closed();
          progress.step();
          return wanted;
        });
  }
  for (Destination& to : destinations) {
    to.output.write(to.report->closing(tally));
    status = std::max(status, to.output.finish());
  }
  return std::max(status, failed ? 1 : 0);
}

}  // namespace stet
