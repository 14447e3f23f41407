#include "lint/known.h"

namespace stet {

namespace {

// Rules may point to the front matter.
bool same_surroundings(const Document& a, const Document& b) {
  return a.context == b.context && a.meta.span == b.meta.span && a.text.bytes(a.meta.span) == b.text.bytes(b.meta.span);
}

}  // namespace

const KeptFindings::Found KeptFindings::looked_at_again = std::make_shared<const std::vector<One>>();

void KeptFindings::add(KeptFindings&& others) {
  for (std::size_t p = 0; p < holds.size(); ++p) holds[p] |= others.holds[p];
  for (std::size_t n = 0; n < premises.size(); ++n) {
    premises[n] |= others.premises[n];
    if (digests[n].ends.empty()) digests[n] = std::move(others.digests[n]);
  }
}

Known::Known(const Facts& facts, std::span<const Ready> checks, const LintedBefore* before) {
  if (before == nullptr || before->kept == nullptr) return;
  const Document &now = *facts.document, &then = *before->facts->document;
  const KeptFindings& kept = *before->kept;
  if (kept.checks.data() != checks.data() || kept.checks.size() != checks.size() || !same_surroundings(then, now))
    return;
  if (kept.found.size() != then.blocks.size() || kept.holds.size() != then.blocks.size()) return;  // of another version
  kept_ = before->kept;
  const Carried carried(now, then);
  places_.reserve(now.blocks.size());
  for (std::size_t p = 0; p < now.blocks.size(); ++p) {
    // A paragraph is shared where it reads the same. What is not read, such as an address behind a link, is compared
    // here.
    const std::uint32_t there = carried.place(p);
    const bool same =
        there != none && now.text.bytes(now.blocks[p].span()) == then.text.bytes(then.blocks[there].span());
    places_.push_back(same ? there : none);
  }
}

}  // namespace stet
