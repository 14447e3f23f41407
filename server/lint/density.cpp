#include "lint/density.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace stet {

namespace {

// The edits of all first fixes, sorted: does none touch the next?
bool stand_apart(const std::vector<Edit>& edits) {
  return std::ranges::adjacent_find(edits, [](const Edit& a, const Edit& b) { return b.span.begin < a.span.end; }) ==
         edits.end();
}

}  // namespace

Finding MovedFinding::made() const {
  Finding out = *finding;
  out.span = place(out.span);
  for (Related& related : out.related)
    if (related.path.empty()) related.span = place(related.span);
  for (Fix& fix : out.fixes)
    for (Edit& edit : fix.edits) edit.span = place(edit.span);
  return out;
}

void Folding::add(const MovedFinding& moved) {
  const Finding& finding = *moved.finding;
  const Span span = moved.place(finding.span);
  if (keeps(span)) return add(moved.made());
  add_fix(finding, [&](Edit edit) {
    edit.span = moved.place(edit.span);
    return edit;
  });
  findings_.front().severity = std::min(findings_.front().severity, finding.severity);
  others_.push_back({{}, span, finding.message});
}

template <class Place>
void Folding::add_fix(const Finding& finding, Place&& place) {
  all_have_fixes_ = all_have_fixes_ && !finding.fixes.empty();
  if (!all_have_fixes_) {
    all_.edits = {};
    return;
  }
  const Fix& fix = finding.fixes.front();
  all_.safe = all_.safe && fix.safe;
  std::ranges::transform(fix.edits, std::back_inserter(all_.edits), place);
}

void Folding::add(Finding finding) {
  if (!others_.empty()) return fold(std::move(finding));
  findings_.push_back(std::move(finding));
  if (findings_.size() <= most_of_a_rule) return;
  std::vector<Finding> few = std::exchange(findings_, {});
  std::ranges::stable_sort(few, {}, &Finding::span);
  all_ = {{}, {}, true};
  for (Finding& one : few) fold(std::move(one));
}

void Folding::fold(Finding finding) {
  add_fix(finding, [](const Edit& edit) { return edit; });
  if (findings_.empty()) return findings_.push_back(std::move(finding));
  Finding& first = findings_.front();
  const Severity loudest = std::min(first.severity, finding.severity);
  if (finding.span < first.span) std::swap(first, finding);
  first.severity = loudest;
  others_.push_back({{}, finding.span, std::move(finding.message)});
}

std::vector<Finding> Folding::take() {
  if (others_.empty()) {
    if (!std::ranges::is_sorted(findings_, {}, &Finding::span)) std::ranges::stable_sort(findings_, {}, &Finding::span);
    return std::exchange(findings_, {});
  }
  Finding& first = findings_.front();
  first.message += " (and " + std::to_string(others_.size()) + " more places)";
  std::ranges::stable_sort(others_, {}, &Related::span);
  std::ranges::stable_sort(all_.edits, {}, &Edit::span);
  if (all_have_fixes_ && stand_apart(all_.edits)) {
    all_.title = "Fix all " + std::to_string(others_.size() + 1);
    first.fixes.push_back(std::move(all_));
  }
  first.related.insert(first.related.end(), std::make_move_iterator(others_.begin()),
                       std::make_move_iterator(others_.end()));
  others_.clear();
  all_have_fixes_ = true;
  return std::exchange(findings_, {});
}

std::vector<Finding> folded(std::vector<Finding> findings) {
  Folding folding;
  for (Finding& finding : findings) folding.add(std::move(finding));
  return folding.take();
}

}  // namespace stet
