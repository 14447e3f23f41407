#pragma once
// Remedies: what can be done about a finding by editing the draft. A code action carries one as `data` where its edit
// is made when it is chosen; a command carries one as its argument.
//
//   {"uri": "file:///a.md", "fingerprint": "9c1f…", "do": "fix", "fix": 0}
//   {"uri": "file:///a.md", "fingerprint": "9c1f…", "do": "waive", "reason": "named in the next part"}
//   {"uri": "file:///a.md", "fingerprint": "9c1f…", "do": "distinct"}      two figures that are no one quantity
//   {"uri": "file:///a.md", "do": "fixAll"}                                 every fix that is right without a look
#include <optional>
#include <vector>

#include "lsp/feature.h"

namespace stet {

json fix_remedy(const std::string& uri, const Finding& finding, std::size_t fix);
json waive_remedy(const std::string& uri, const Finding& finding);
json distinct_remedy(const std::string& uri, const Finding& finding);
json fix_all_remedy(const std::string& uri);

// The edits; nothing where the finding is gone or the remedy is none.
std::optional<std::vector<Edit>> edits_of(const Reading& reading, Member remedy);

// Could its places be two different quantities?
bool tells_figures_apart(const Finding& finding);

}  // namespace stet
