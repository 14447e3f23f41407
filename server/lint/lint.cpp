#include "lint/lint.h"

#include <algorithm>
#include <exception>

#include "lint/density.h"
#include "lint/fingerprint.h"

namespace stet {

namespace {

void append(std::vector<Finding>& out, std::vector<Finding> findings) {
  out.insert(out.end(), std::make_move_iterator(findings.begin()), std::make_move_iterator(findings.end()));
}

// What one check finds, by span. A check that throws finds nothing and is reported.
std::vector<Finding> run(const Ready& ready, const Facts& facts, const Sources& sources,
                         std::vector<NotAssessed>& not_assessed) {
  const Page& page = ready.rule->page;
  Report report(facts, page.name, page.family, ready.severity);
  try {
    ready.check(facts, sources, report);
  } catch (const std::exception& e) {
    not_assessed.push_back({page.name, std::string("the check failed: ") + e.what(), {}});
    return {};
  }
  for (NotAssessed& why : report.take_not_assessed()) not_assessed.push_back(std::move(why));
  std::vector<Finding> findings = report.take_findings();
  std::stable_sort(findings.begin(), findings.end(),
                   [](const Finding& a, const Finding& b) { return a.span < b.span; });
  for (Finding& finding : findings) {
    finding.settles = page.settles;
    finding.url = page_url(page);
  }
  set_fingerprints(findings, facts);
  return findings;
}

}  // namespace

Linted lint(const Facts& facts, const Sources& sources, std::span<const Ready> checks, const LintOptions&,
            std::stop_token stop) {
  Linted out;
  for (const Unread& unread : facts.document->unread) out.not_assessed.push_back({{}, unread.why, unread.span});
  for (const Ready& ready : checks) {
    if (stop.stop_requested()) break;
    append(out.findings, folded(run(ready, facts, sources, out.not_assessed)));
  }
  std::stable_sort(out.findings.begin(), out.findings.end(), [](const Finding& a, const Finding& b) {
    return a.span != b.span ? a.span < b.span : a.rule < b.rule;
  });
  return out;
}

}  // namespace stet
