#pragma once
// Survey: every draft of the workspace's folders that is not open, read and linted one after the other, as `stet check`
// would. Each is told as soon as it is done.
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

#include "lsp/reading.h"

namespace stet {

struct SurveyJob {
  std::uint64_t id = 0;
  std::vector<std::string> folders;
  std::set<std::string> open;  // absolute paths
  std::stop_token stop;        // when asked, no more drafts are read
};

struct Surveyed {
  std::uint64_t id = 0;
  std::string uri;
  std::shared_ptr<const Reading> reading;
  std::size_t done = 0, total = 0;  // of the drafts, this one counted
};

void survey(const SurveyJob& job, Workspace& workspace, std::optional<Date> today,
            const std::function<void(Surveyed)>& tell);

}  // namespace stet
