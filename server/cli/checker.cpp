#include "cli/checker.h"

#include <algorithm>

#include "cli/fixing.h"
#include "cli/unified_diff.h"

namespace stet {

namespace {

void add_other(Checked& out, const std::string& path, const std::filesystem::path& root) {
  if (path.empty() || out.others.contains(path)) return;
  std::variant<std::string, PathError> bytes = read_file(root / path);
  if (std::string* known = std::get_if<std::string>(&bytes)) out.others.emplace(path, Text(std::move(*known)));
}

}  // namespace

Checker::Outcome Checker::check(std::size_t i) const {
  std::variant<ReadDraft, PathError> read = drafts_.read(i);
  if (const PathError* error = std::get_if<PathError>(&read))
    return {std::nullopt, error->path + ": " + error->message, {}, nullptr};
  const ReadDraft& draft = std::get<ReadDraft>(read);
  Outcome outcome{checked(i, draft), {}, {}, draft.settings};
  if (request_.fix) fix(i, draft, outcome);
  return outcome;
}

Checked Checker::checked(std::size_t i, const ReadDraft& draft) const {
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
  out.in_force = draft.in_force;
  out.genre = document.context.genre;
  if (changes_ != nullptr) leave_unchanged_lines(i, out);
  for (const Finding& finding : out.linted.findings)
    for (const Related& related : finding.related) add_other(out, related.path, draft.settings->root());
  return out;
}

// A finding counts where it, or another place in the draft that it is about, stands on a changed line: who changes one
// of two figures answers for both.
void Checker::leave_unchanged_lines(std::size_t i, Checked& draft) const {
  const std::vector<Span> places = changes_->places(drafts_.path(i), draft.text.bytes());
  const auto counts = [&](const Finding& f) {
    return touches(places, f.span) || std::any_of(f.related.begin(), f.related.end(), [&](const Related& r) {
             return r.path.empty() && touches(places, r.span);
           });
  };
  auto& findings = draft.linted.findings;
  const auto rest = std::stable_partition(findings.begin(), findings.end(), counts);
  draft.elsewhere.assign(std::make_move_iterator(rest), std::make_move_iterator(findings.end()));
  findings.erase(rest, findings.end());
}

// Writes the safe fixes and checks what is there then. A draft that changed since it was read keeps its bytes.
void Checker::fix(std::size_t i, const ReadDraft& draft, Outcome& outcome) const {
  const Fixing fixing = safe_fixes(outcome.checked->linted.findings);
  if (fixing.fixes == 0) return;
  std::string bytes(outcome.checked->text.with(fixing.edits).bytes());
  if (request_.dry_run) {
    outcome.diff = unified_diff(drafts_.path(i), outcome.checked->text.bytes(), bytes);
    outcome.checked->fixed = fixing.fixes;
    return;
  }
  if (drafts_.is_standard_input(i)) {
    outcome.fault = drafts_.path(i) + ": --fix cannot write to standard input";
    return;
  }
  if (const auto error = replace_file(drafts_.path(i), draft.facts.document->text.bytes(), bytes)) {
    outcome.fault = error->path + ": " + error->message;
    return;
  }
  outcome.checked = checked(i, drafts_.read(i, std::move(bytes)));
  outcome.checked->fixed = fixing.fixes;
}

}  // namespace stet
