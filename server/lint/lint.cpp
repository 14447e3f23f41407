#include "lint/lint.h"

#include <algorithm>
#include <exception>
#include <functional>

#include "lint/density.h"
#include "lint/fingerprint.h"
#include "lint/local.h"
#include "lint/passes.h"
#include "lint/waivers.h"

namespace stet {

namespace {

bool before(const Finding& a, const Finding& b) { return a.span != b.span ? a.span < b.span : a.rule < b.rule; }

void append(std::vector<Finding>& out, std::vector<Finding> findings) {
  out.insert(out.end(), std::make_move_iterator(findings.begin()), std::make_move_iterator(findings.end()));
}

// What a rule found, told as its own.
void sign(std::vector<Finding>& findings, const Page& page, const Facts& facts) {
  for (Finding& finding : findings) {
    finding.rule = page.name;
    finding.family = page.family;
    finding.settles = page.settles;
    finding.url = page_url(page);
  }
  set_fingerprints(findings, facts);
}

// What one check finds in the whole draft; nullopt where it threw, which is reported.
std::optional<std::vector<Finding>> run(const Ready& ready, const Check& check, const Facts& facts,
                                        const Sources& sources, Report::Many many,
                                        std::vector<NotAssessed>& not_assessed) {
  const Page& page = ready.rule->page;
  Report report(facts, page.name, ready.severity, many);
  try {
    check(facts, sources, report);
  } catch (const std::exception& e) {
    not_assessed.push_back({page.name, std::string("the check failed: ") + e.what(), {}});
    return std::nullopt;
  }
  for (NotAssessed& why : report.take_not_assessed()) not_assessed.push_back(std::move(why));
  return report.take_findings();
}

// The rules about waivers: they speak when all others have.
Check waiver_check(const Ready& ready, const Waivers& waivers, const std::set<std::string, std::less<>>& ran) {
  if (ready.rule->page.name == "waiver-invalid")
    return [&](const Facts&, const Sources&, Report& report) { waivers.report_invalid(*ready.catalog, report); };
  return [&](const Facts&, const Sources&, Report& report) { waivers.report_idle(*ready.catalog, ran, report); };
}

bool about_waivers(const Ready& ready) {
  return ready.rule->page.name == "waiver-invalid" || ready.rule->page.name == "waiver-idle";
}

}  // namespace

Linted lint(const Facts& facts, const Sources& sources, std::span<const Ready> checks, const LintOptions& options,
            std::stop_token stop) {
  Linted out;
  for (const Unread& unread : facts.document->unread) out.not_assessed.push_back({{}, unread.why, unread.span});
  Waivers waivers(facts, options);
  // Folded as they come where none can be waived by itself, and none is kept.
  const Report::Many many = waivers.any() ? Report::Many::keep : Report::Many::fold;
  std::set<std::string, std::less<>> ran;
  const Known known(facts, checks, options.before);
  LocalChecks locally(facts, checks, known, options.keep, options.keep ? Report::Many::keep : many);
  Passes passing(facts, sources, checks, known, options.keep, many);
  for (std::size_t first = 0; first < facts.size() && !stop.stop_requested(); first += paragraphs_at_hand) {
    const std::size_t last = std::min(first + paragraphs_at_hand, facts.size());
    locally.run(first, last, stop);
    passing.run(first, last);
  }
  if (stop.stop_requested()) return out;
  FoundLocally local = locally.take();
  if (options.keep && std::ranges::none_of(local.failed, std::identity())) {
    const auto kept = std::make_shared<KeptFindings>();
    kept->checks = checks;
    kept->found = std::move(local.by_paragraph);
    passing.keep(*kept);
    out.kept = kept;
  }
  std::vector<FoundInPass> passes = passing.conclude();
  for (std::size_t c = 0; c < checks.size(); ++c) {
    const Ready& ready = checks[c];
    const Page& page = ready.rule->page;
    if (stop.stop_requested()) break;
    if (about_waivers(ready)) continue;
    const std::size_t not_assessed = out.not_assessed.size();
    std::optional<std::vector<Finding>> findings;
    std::span<const MovedFinding> moved;
    if (page.draft_scope && ready.check.is_pass()) {
      for (NotAssessed& why : passes[c].not_assessed) out.not_assessed.push_back(std::move(why));
      if (!passes[c].failed) findings = std::move(passes[c].findings);
    } else if (page.draft_scope) {
      findings = run(ready, ready.check, facts, sources, many, out.not_assessed);
    } else {
      for (NotAssessed& why : local.not_assessed[c]) out.not_assessed.push_back(std::move(why));
      if (!local.failed[c]) findings = std::move(local.findings[c]);
      moved = local.known[c];
    }
    if (out.not_assessed.size() == not_assessed) ran.insert(page.name);
    if (!findings) continue;
    if (waivers.any()) {
      for (const MovedFinding& finding : moved) findings->push_back(finding.made());
      std::ranges::stable_sort(*findings, {}, &Finding::span);
      sign(*findings, page, facts);
      const auto waived = std::stable_partition(findings->begin(), findings->end(),
                                                [&](const Finding& finding) { return !waivers.hide(finding); });
      std::move(waived, findings->end(), std::back_inserter(out.suppressed));
      findings->erase(waived, findings->end());
      append(out.findings, folded(std::move(*findings)));
    } else {
      Folding folding;
      for (const MovedFinding& finding : moved) folding.add(finding);
      for (Finding& finding : *findings) folding.add(std::move(finding));
      std::vector<Finding> told = folding.take();
      sign(told, page, facts);
      append(out.findings, std::move(told));
    }
  }
  for (const Ready& ready : checks)
    if (about_waivers(ready) && !stop.stop_requested())
      if (auto found =
              run(ready, waiver_check(ready, waivers, ran), facts, sources, Report::Many::fold, out.not_assessed)) {
        sign(*found, ready.rule->page, facts);
        append(out.findings, std::move(*found));
      }
  std::stable_sort(out.findings.begin(), out.findings.end(), before);
  std::stable_sort(out.suppressed.begin(), out.suppressed.end(), before);
  out.used_waivers = waivers.used_file_waivers();
  return out;
}

}  // namespace stet
