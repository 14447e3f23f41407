#pragma once
// FileWaivers: which waivers of stet.waivers.toml a run had use for. One draft cannot tell: the waiver may be
// another's.
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <vector>

#include "cli/checked.h"
#include "config/settings.h"

namespace stet {

class FileWaivers {
 public:
  // A draft under `settings` used these (indexes into their waivers).
  void note(const std::shared_ptr<const Settings>& settings, std::span<const std::size_t> used);

  // The waivers files whose folder lies wholly inside one of `searched` (real folders), each with a waiver-idle finding
  // for every waiver that no draft used; of those files that have one, and where the rule is on.
  std::vector<Checked> idle(std::span<const std::filesystem::path> searched) const;

 private:
  std::map<std::shared_ptr<const Settings>, std::set<std::size_t>> used_;
};

}  // namespace stet
