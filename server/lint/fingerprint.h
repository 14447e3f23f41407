#pragma once
// Fingerprint: who a finding is, whatever line it stands on. For waivers, baselines and CI systems.
#include <span>

#include "facts/facts.h"
#include "lint/finding.h"

namespace stet {

// Writes the fingerprints of one rule's findings, which are by span: 16 hex digits of a 64-bit hash over the rule, the
// words flagged, the three words before and after them in the paragraph, and a count among findings alike in all that.
// So it survives moved paragraphs and edits elsewhere; letters count, not case or markup.
void set_fingerprints(std::span<Finding> findings, const Facts& facts);

}  // namespace stet
