#include "cli/fixing.h"

#include <algorithm>
#include <map>

namespace stet {

namespace {

// Two insertions at one place touch too: their order would be chance.
bool touch(Span a, Span b) {
  return a.overlaps(b) || a.begin == b.begin || ((a.empty() || b.empty()) && (a.end == b.begin || b.end == a.begin));
}

class Edits {
 public:
  // All of them or none.
  bool add(std::span<const Edit> edits) {
    for (std::size_t i = 0; i < edits.size(); ++i) {
      if (!touches(edits[i].span)) {
        by_place_.emplace(edits[i].span.begin, edits[i]);
        continue;
      }
      for (std::size_t j = 0; j < i; ++j) by_place_.erase(edits[j].span.begin);
      return false;
    }
    return true;
  }

  std::vector<Edit> take() {
    std::vector<Edit> edits;
    edits.reserve(by_place_.size());
    for (auto& [begin, edit] : by_place_) edits.push_back(std::move(edit));
    return edits;
  }

 private:
  bool touches(Span span) const {
    const auto after = by_place_.lower_bound(span.begin);
    if (after != by_place_.end() && touch(after->second.span, span)) return true;
    return after != by_place_.begin() && touch(std::prev(after)->second.span, span);
  }

  std::map<std::uint32_t, Edit> by_place_;
};

}  // namespace

Fixing safe_fixes(std::span<const Finding> findings) {
  Fixing fixing;
  Edits edits;
  for (const Finding& finding : findings) {
    const Fix* best = nullptr;
    for (const Fix& fix : finding.fixes)
      if (fix.safe && (best == nullptr || fix.edits.size() > best->edits.size())) best = &fix;
    if (best != nullptr && edits.add(best->edits)) ++fixing.fixes;
  }
  fixing.edits = edits.take();
  return fixing;
}

}  // namespace stet
