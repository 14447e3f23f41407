#pragma once
// Waivers that stand beside the draft, so that nothing need be printed: stet.waivers.toml.
//
//   [[waiver]]
//   fingerprint = "9c1f0a77d2e4b608"      # as the report gives it
//   rule = "weasel-attribution"
//   words = "Many analysts"
//   reason = "the poll is in the next paragraph"
//   until = 2026-12-31                    # optional: past it, the waiver is a finding
#include <string>
#include <string_view>
#include <vector>

#include "config/setting.h"
#include "lint/lint.h"

namespace stet {

struct WaiverFile {
  std::vector<FileWaiver> waivers;
  std::vector<ConfigError> errors;
};

// `fingerprint` (16 hex digits, any case) and `reason` must be there; an entry with anything wrong in it is an error
// and waives nothing, the others stand. `where` is the file's name in origins and waivers.
WaiverFile read_waivers(std::string_view bytes, const std::string& where, const Catalog& catalog);

}  // namespace stet
