#include "lint/passes.h"

#include <exception>

namespace stet {

struct Passes::Running {
  std::size_t check;
  Report report;
  Pass pass;
};

namespace {

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

Passes::Passes(const Facts& facts, const Sources& sources, std::span<const Ready> checks, Report::Many many)
    : checks_(checks), out_(checks.size()) {
  for (std::size_t c = 0; c < checks.size(); ++c) {
    const Page& page = checks[c].rule->page;
    if (!page.draft_scope || !checks[c].check.is_pass()) continue;
    Running& here = running_.emplace_back(Running{c, Report(facts, page.name, checks[c].severity, many), {}});
    done(checks[c], out_[c], [&] { here.pass = checks[c].check.begin(facts, sources, here.report); });
  }
}

Passes::~Passes() = default;

void Passes::run(std::size_t first, std::size_t last) {
  for (Running& running : running_)
    if (!out_[running.check].failed && running.pass.paragraph)
      done(checks_[running.check], out_[running.check], [&] {
        for (std::size_t p = first; p < last; ++p) running.pass.paragraph(p);
      });
}

std::vector<FoundInPass> Passes::conclude() {
  for (Running& running : running_) {
    FoundInPass& found = out_[running.check];
    const auto conclude = [&] {
      if (running.pass.conclude) running.pass.conclude();
    };
    if (found.failed || !done(checks_[running.check], found, conclude)) continue;
    found.findings = running.report.take_findings();
    found.not_assessed = running.report.take_not_assessed();
    running.pass = {};  // what it has gathered may be as long as the draft
  }
  return std::move(out_);
}

}  // namespace stet
