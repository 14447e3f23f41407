#pragma once
// The commands. main hands over what cli may not know itself: the built-in rules and the language server.
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "lint/catalog.h"

namespace stet {

struct Parts {
  std::function<std::shared_ptr<const Catalog>()> built_in;
};

// Does what the words after "stet" ask. Returns the exit status: 0, 1 (findings) or 2 (could not be done).
int run(std::vector<std::string> words, const Parts& parts);

int run_facts(const FactsRequest& request, const Parts& parts);

}  // namespace stet
