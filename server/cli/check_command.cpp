#include <algorithm>
#include <chrono>

#include "cli/baseline.h"
#include "cli/check_run.h"
#include "cli/checker.h"
#include "cli/file_waivers.h"
#include "cli/in_order.h"
#include "cli/progress.h"
#include "cli/run.h"

namespace stet {

namespace {

// The folders that were searched whole.
std::vector<std::filesystem::path> searched(const CheckRequest& request) {
  std::vector<std::filesystem::path> folders;
  std::vector<std::string> paths = request.drafts.paths;
  if (paths.empty()) paths.emplace_back(".");
  std::error_code unknown;
  for (const std::string& path : paths)
    if (path != "-" && std::filesystem::is_directory(path, unknown))
      folders.push_back(std::filesystem::canonical(path, unknown));
  return folders;
}

// The waivers files that no draft had use for; with some drafts or rules left out, nobody can tell.
std::vector<Checked> idle_waivers(const FileWaivers& waivers, const CheckRequest& request) {
  if (!request.select.empty() || !request.ignore.empty() || !request.diff.empty()) return {};
  return waivers.idle(searched(request));
}

// What was known before the run: nothing, or a baseline. A string: why it cannot be had.
std::variant<std::optional<Baseline>, std::string> baseline_of(const CheckRequest& request) {
  if (!request.baseline) return std::optional<Baseline>();
  std::error_code unknown;
  if (request.write_baseline && !std::filesystem::exists(*request.baseline, unknown))
    return std::optional<Baseline>(Baseline(*request.baseline));
  auto read = Baseline::read(*request.baseline);
  if (std::string* why = std::get_if<std::string>(&read)) return std::move(*why);
  return std::optional<Baseline>(std::move(std::get<Baseline>(read)));
}

std::variant<std::optional<Changes>, std::string> changes_of(const CheckRequest& request) {
  if (request.diff.empty()) return std::optional<Changes>();
  auto changes = Changes::since(request.diff, ".");
  if (std::string* why = std::get_if<std::string>(&changes)) return "--diff: " + *why;
  return std::optional<Changes>(std::move(std::get<Changes>(changes)));
}

// Takes out of a draft what is known: with --write-baseline, everything.
void settle(Baseline& baseline, const CheckRequest& request, Checked& draft) {
  if (request.write_baseline) baseline.adopt(draft);
  else baseline.apply(draft);
}

int write(const Baseline& baseline, const CheckRequest& request) {
  Output file(*request.baseline);
  file.write(baseline.written(searched(request)));
  return file.finish();
}

}  // namespace

int run_check(const CheckRequest& request, std::shared_ptr<const Catalog> built_in) {
  if (request.watch) return run_watch(request, built_in);
  if (request.records) return run_records(request, std::move(built_in));
  Drafts drafts(request.drafts, std::move(built_in), request.select, request.ignore);
  auto known = baseline_of(request);
  auto since = changes_of(request);
  const std::string* const no_baseline = std::get_if<std::string>(&known);
  const std::string* const no_changes = std::get_if<std::string>(&since);
  if (no_baseline != nullptr) complain(*no_baseline);
  if (no_changes != nullptr) complain(*no_changes);
  if (drafts.hopeless() || drafts.size() == 0)
    for (const std::string& fault : drafts.faults()) complain(fault);
  if (drafts.hopeless() || drafts.size() == 0 || no_baseline != nullptr || no_changes != nullptr) return 2;

  std::optional<Baseline>& baseline = std::get<0>(known);
  const std::optional<Changes>& changes = std::get<0>(since);
  CheckRun run(request);
  for (const std::string& fault : drafts.faults()) run.fault(fault);
  if (changes)
    run.tally().unchanged = drafts.keep([&](const std::filesystem::path& draft) { return changes->touched(draft); });
  FileWaivers waivers;
  bool wanted = true;
  Progress progress(drafts.size());
  const Checker checker(drafts, request, changes ? &*changes : nullptr,
                        std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()));
  in_order(
      drafts.size(), jobs_of(request.drafts), [&](std::size_t i) { return checker.check(i); },
      [&](Checker::Outcome outcome) {
        progress.hide();
        if (!outcome.fault.empty()) run.fault(outcome.fault);
        if (outcome.checked) {
          waivers.note(outcome.settings, outcome.checked->linted.used_waivers);
          if (baseline) settle(*baseline, request, *outcome.checked);
          wanted = run.take(*outcome.checked);
          if (request.dry_run) wanted = run.take_diff(outcome.diff);
        }
        progress.step();
        return wanted;
      });
  progress.hide();
  if (!wanted) return run.finish();
  for (Checked& file : idle_waivers(waivers, request)) {
    if (baseline) settle(*baseline, request, file);
    run.take(file);
  }
  if (baseline && !request.write_baseline) run.tally().stale = baseline->stale(searched(request));
  const int status = run.finish();
  return baseline && request.write_baseline && write(*baseline, request) != 0 ? 2 : status;
}

}  // namespace stet
