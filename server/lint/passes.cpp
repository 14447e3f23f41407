#include "lint/passes.h"

#include <algorithm>
#include <deque>
#include <exception>

#include "lint/local.h"

namespace stet {

namespace {

struct Running {
  std::size_t check;
  Report report;
  Pass pass;
};

// Does a step of a pass; false where it threw, which is noted.
template <class Step>
bool done(const Ready& ready, FoundInPass& out, Step&& step) {
  try {
    step();
    return true;
  } catch (const std::exception& e) {
    out = {{}, {{ready.rule->page.name, std::string("the check failed: ") + e.what(), {}}}, true};
    return false;
  }
}

}  // namespace

std::vector<FoundInPass> run_passes(const Facts& facts, const Sources& sources, std::span<const Ready> checks,
                                    Report::Many many, const std::stop_token& stop) {
  std::vector<FoundInPass> out(checks.size());
  std::deque<Running> passes;  // stays in place: a pass refers to its report
  for (std::size_t c = 0; c < checks.size(); ++c) {
    const Page& page = checks[c].rule->page;
    if (!page.draft_scope || !checks[c].check.is_pass()) continue;
    Running& here = passes.emplace_back(Running{c, Report(facts, page.name, checks[c].severity, many), {}});
    done(checks[c], out[c], [&] { here.pass = checks[c].check.begin(facts, sources, here.report); });
  }
  const auto alive = [&](const Running& running) { return !out[running.check].failed; };
  for (std::size_t first = 0; first < facts.size() && !stop.stop_requested(); first += paragraphs_at_hand) {
    const std::size_t last = std::min(first + paragraphs_at_hand, facts.size());
    for (Running& running : passes)
      if (alive(running) && running.pass.paragraph)
        done(checks[running.check], out[running.check], [&] {
          for (std::size_t p = first; p < last; ++p) running.pass.paragraph(p);
        });
  }
  for (Running& running : passes) {
    if (stop.stop_requested()) break;
    FoundInPass& found = out[running.check];
    const auto conclude = [&] {
      if (running.pass.conclude) running.pass.conclude();
    };
    if (!alive(running) || !done(checks[running.check], found, conclude)) continue;
    found.findings = running.report.take_findings();
    found.not_assessed = running.report.take_not_assessed();
    running.pass = {};  // what it has gathered may be as long as the draft
  }
  return out;
}

}  // namespace stet
