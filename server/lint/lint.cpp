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

// What checks of draft scope find, by check: those of a part of them, run by one thread.
class DraftChecks {
 public:
  DraftChecks(const Facts& facts, const Sources& sources, std::span<const Ready> checks, const Known& known, bool keeps,
              Report::Many many, Passes::Part part)
      : facts_(facts),
        sources_(sources),
        checks_(checks),
        keeps_(keeps),
        many_(many),
        part_(part),
        passes_(facts, sources, checks, known, keeps, many, part) {}

  void run(std::size_t first, std::size_t last) { passes_.run(first, last); }

  void conclude(const std::stop_token& stop) {
    if (keeps_) passes_.keep(kept_);
    found_ = passes_.conclude();
    for (std::size_t c = 0; c < checks_.size() && !stop.stop_requested(); ++c) {
      const Ready& ready = checks_[c];
      if (!part_.has(c) || !ready.rule->page.draft_scope || ready.check.is_pass() || about_waivers(ready)) continue;
      auto findings = stet::run(ready, ready.check, facts_, sources_, many_, found_[c].not_assessed);
      found_[c].failed = !findings;
      if (findings) found_[c].findings = std::move(*findings);
    }
  }

  bool has(std::size_t check) const { return part_.has(check); }
  FoundInPass& found(std::size_t check) { return found_[check]; }
  // What the passes keep for the next version.
  KeptFindings& kept() { return kept_; }

 private:
  const Facts& facts_;
  const Sources& sources_;
  std::span<const Ready> checks_;
  bool keeps_;
  Report::Many many_;
  Passes::Part part_;
  Passes passes_;
  KeptFindings kept_;
  std::vector<FoundInPass> found_;
};

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
  // A short draft is done before another thread has begun.
  constexpr std::size_t long_draft = 1000;  // paragraphs
  const bool two = options.in_pairs != nullptr && *options.in_pairs && facts.size() >= long_draft;
  DraftChecks draft(facts, sources, checks, known, options.keep, many, {0, two ? 2u : 1u});
  const auto go_over = [&](auto&& look) {
    for (std::size_t first = 0; first < facts.size() && !stop.stop_requested(); first += paragraphs_at_hand)
      look(first, std::min(first + paragraphs_at_hand, facts.size()));
  };
  const auto one = [&] {
    go_over([&](std::size_t first, std::size_t last) {
      locally.run(first, last, stop);
      draft.run(first, last);
    });
    if (!stop.stop_requested()) draft.conclude(stop);
  };
  std::optional<DraftChecks> rest;
  if (two) {
    (*options.in_pairs)(one, [&] {
      rest.emplace(facts, sources, checks, known, options.keep, many, Passes::Part{1, 2});
      go_over([&](std::size_t first, std::size_t last) { rest->run(first, last); });
      if (!stop.stop_requested()) rest->conclude(stop);
    });
  } else {
    one();
  }
  if (stop.stop_requested()) return out;
  FoundLocally local = locally.take();
  if (options.keep && std::ranges::none_of(local.failed, std::identity())) {
    const auto kept = std::make_shared<KeptFindings>(std::move(draft.kept()));
    if (rest) kept->add(std::move(rest->kept()));
    kept->checks = checks;
    kept->found = std::move(local.by_paragraph);
    out.kept = kept;
  }
  for (std::size_t c = 0; c < checks.size(); ++c) {
    const Ready& ready = checks[c];
    const Page& page = ready.rule->page;
    if (about_waivers(ready)) continue;
    const std::size_t not_assessed = out.not_assessed.size();
    std::optional<std::vector<Finding>> findings;
    std::span<const MovedFinding> moved;
    if (page.draft_scope) {
      FoundInPass& found = draft.has(c) ? draft.found(c) : rest->found(c);
      for (NotAssessed& why : found.not_assessed) out.not_assessed.push_back(std::move(why));
      if (!found.failed) findings = std::move(found.findings);
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
