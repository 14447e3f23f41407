#include <algorithm>
#include <utility>

#include "lint/rule.h"

namespace stet {

Report::Report(const Facts& facts, std::string_view rule, Severity severity, Many many)
    : facts_(&facts), rule_(rule), severity_(severity), many_(many) {}

Report::Added Report::add(std::size_t paragraph, Span relative, std::string message) {
  return add_absolute(facts_->absolute(paragraph, relative), std::move(message));
}

Report::Added Report::add_absolute(Span span, std::string message) {
  close();
  Finding& finding = open_.emplace();
  finding.severity = severity_;
  finding.span = span;
  finding.message = std::move(message);
  return Added(*this);
}

void Report::close() {
  if (!open_) return;
  if (many_ == Many::fold) folding_.add(std::move(*open_));
  else kept_.push_back(std::move(*open_));
  open_.reset();
}

std::vector<Finding> Report::take_findings() {
  close();
  if (many_ == Many::fold) return folding_.take();
  if (!std::ranges::is_sorted(kept_, {}, &Finding::span)) std::ranges::stable_sort(kept_, {}, &Finding::span);
  return std::exchange(kept_, {});
}

void Report::not_assessed(std::string why, Span absolute) {
  not_assessed_.push_back({rule_, std::move(why), absolute});
}

Report::Added& Report::Added::related(std::size_t paragraph, Span relative, std::string message) {
  report_->open_->related.push_back({{}, report_->facts_->absolute(paragraph, relative), std::move(message)});
  return *this;
}

Report::Added& Report::Added::related_file(std::string path, Span span, std::string message) {
  report_->open_->related.push_back({std::move(path), span, std::move(message)});
  return *this;
}

Report::Added& Report::Added::confide(std::string words) {
  report_->open_->confided = std::move(words);
  return *this;
}

Report::Added& Report::Added::related_date() {
  const Facts& facts = *report_->facts_;
  if (!facts.context().date) return *this;
  for (const Meta::Entry& entry : facts.document->meta.entries)
    if (date_of(entry.value) == facts.context().date) {
      report_->open_->related.push_back({{}, entry.span, "the publication date"});
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
  report_->open_->fixes.push_back(std::move(fix));
  return *this;
}

Report::Added& Report::Added::fix_absolute(std::string title, Edit edit) {
  report_->open_->fixes.push_back({std::move(title), {std::move(edit)}});
  return *this;
}

Report::Added& Report::Added::detail(std::string markdown) {
  report_->open_->detail = std::move(markdown);
  return *this;
}

Report::Added& Report::Added::at_most(Severity severity) {
  Severity& set = report_->open_->severity;
  set = std::max(set, severity);
  return *this;
}

Report::Added& Report::Added::quoted() {
  report_->open_->fixes.clear();
  return at_most(Severity::information);
}

}  // namespace stet
