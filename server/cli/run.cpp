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
  out.finish();
  return 0;
}

}  // namespace

int run(std::vector<std::string> words, const Parts& parts) {
#ifdef SIGPIPE
  std::signal(SIGPIPE, SIG_IGN);
#endif
  const Asked asked = read_command_line(std::move(words));
  if (const auto* said = std::get_if<Answer>(&asked)) return answer(*said);
  return run_facts(std::get<FactsRequest>(asked), parts);
}

}  // namespace stet
