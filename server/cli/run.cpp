#include "cli/run.h"

#include <csignal>

#include "cli/output.h"

namespace stet {

namespace {

int answer(const Answer& said) {
  if (said.status != 0) {
    complain(said.text);
    return said.status;
  }
  Output out = Output::standard();
  out.write(said.text);
  return out.finish();
}

struct Dispatch {
  const Parts& parts;

  int operator()(const Answer& said) const { return answer(said); }
  int operator()(const CheckRequest& request) const { return run_check(request, parts.built_in()); }
  int operator()(const FactsRequest& request) const { return run_facts(request, parts.built_in()); }
  int operator()(const RulesRequest& request) const { return run_rules(request, parts.built_in()); }
  int operator()(const TestRequest& request) const { return run_test(request, parts.built_in()); }
  int operator()(const InitRequest& request) const { return run_init(request, *parts.built_in()); }
  int operator()(const ConfigRequest& request) const { return run_config(request, parts.built_in()); }
  int operator()(const LspRequest&) const { return parts.serve(parts.built_in()); }
};

}  // namespace

int run(std::vector<std::string> words, const Parts& parts) {
  // A reader that leaves is seen as a failed write (see Output), and ends the run quietly.
#ifdef SIGPIPE
  std::signal(SIGPIPE, SIG_IGN);
#endif
  return std::visit(Dispatch{parts}, read_command_line(std::move(words)));
}

}  // namespace stet
