#pragma once
// The commands. Each does what its request asks, says on standard error what it could not do, and returns the exit
// status: 0, 1 (findings, examples that do not hold) or 2 (could not be done).
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "lint/catalog.h"

namespace stet {

// What cli may not know itself, given by main.
struct Parts {
  std::function<std::shared_ptr<const Catalog>()> built_in;           // the rules' pages
  std::function<int(std::shared_ptr<const Catalog> built_in)> serve;  // the language server
};

// Does what the words after "stet" ask.
int run(std::vector<std::string> words, const Parts& parts);

int run_check(const CheckRequest& request, std::shared_ptr<const Catalog> built_in);
// check with --watch: again and again, until interrupted or nobody reads any more.
int run_watch(CheckRequest request, const std::shared_ptr<const Catalog>& built_in);
// check with --stdin-format jsonl.
int run_records(const CheckRequest& request, std::shared_ptr<const Catalog> built_in);
int run_facts(const FactsRequest& request, std::shared_ptr<const Catalog> built_in);
int run_rules(const RulesRequest& request, std::shared_ptr<const Catalog> built_in);
int run_test(const TestRequest& request, std::shared_ptr<const Catalog> built_in);
int run_init(const InitRequest& request, const Catalog& built_in);
int run_config(const ConfigRequest& request, std::shared_ptr<const Catalog> built_in);

}  // namespace stet
