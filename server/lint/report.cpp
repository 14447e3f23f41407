#include <algorithm>

#include "lint/rule.h"

namespace stet {

Report::Report(const Facts& facts, std::string_view rule, std::string_view family, Severity severity)
    : facts_(&facts), rule_(rule), family_(family), severity_(severity) {}

Report::Added Report::add(std::size_t paragraph, Span relative, std::string message) {
  return add_absolute(facts_->absolute(paragraph, relative), std::move(message));
}

Report::Added Report::add_absolute(Span span, std::string message) {
  Finding finding;
  finding.rule = rule_;
  finding.family = family_;
  finding.severity = severity_;
  finding.span = span;
  finding.message = std::move(message);
  findings_.push_back(std::move(finding));
  return {*this, findings_.size() - 1};
}

void Report::not_assessed(std::string why, Span absolute) {
  not_assessed_.push_back({rule_, std::move(why), absolute});
}

Report::Added& Report::Added::related(std::size_t paragraph, Span relative, std::string message) {
  report_->findings_[index_].related.push_back(
      {{}, report_->facts_->absolute(paragraph, relative), std::move(message)});
  return *this;
}

Report::Added& Report::Added::related_file(std::string path, Span span, std::string message) {
  report_->findings_[index_].related.push_back({std::move(path), span, std::move(message)});
  return *this;
}

Report::Added& Report::Added::confide(std::string words) {
  report_->findings_[index_].confided = std::move(words);
  return *this;
}

Report::Added& Report::Added::related_date() {
  const Facts& facts = *report_->facts_;
  if (!facts.context().date) return *this;
  for (const Meta::Entry& entry : facts.document->meta.entries)
    if (date_of(entry.value) == facts.context().date) {
      report_->findings_[index_].related.push_back({{}, entry.span, "the publication date"});
      break;
    }
  return *this;
}

Report::Added& Report::Added::fix(std::string title, std::initializer_list<ParagraphEdit> edits, bool safe) {
  return fix(std::move(title), std::span<const ParagraphEdit>(edits.begin(), edits.size()), safe);
}

Report::Added& Report::Added::fix(std::string title, std::span<const ParagraphEdit> edits, bool safe) {
  Fix fix{std::move(title), {}, safe};
  for (const ParagraphEdit& edit : edits)
    fix.edits.push_back({report_->facts_->absolute(edit.paragraph, edit.span), edit.text});
  report_->findings_[index_].fixes.push_back(std::move(fix));
  return *this;
}

Report::Added& Report::Added::fix_absolute(std::string title, Edit edit) {
  report_->findings_[index_].fixes.push_back({std::move(title), {std::move(edit)}});
  return *this;
}

Report::Added& Report::Added::detail(std::string markdown) {
  report_->findings_[index_].detail = std::move(markdown);
  return *this;
}

Report::Added& Report::Added::at_most(Severity severity) {
  Severity& set = report_->findings_[index_].severity;
  set = std::max(set, severity);
  return *this;
}

Report::Added& Report::Added::quoted() {
  report_->findings_[index_].fixes.clear();
  return at_most(Severity::information);
}

}  // namespace stet
