#include "cli/drafts.h"
#include "cli/facts_json.h"
#include "cli/in_order.h"
#include "cli/output.h"
#include "cli/run.h"

namespace stet {

int run_facts(const FactsRequest& request, std::shared_ptr<const Catalog> built_in) {
  Drafts drafts(request.drafts, std::move(built_in));
  for (const std::string& fault : drafts.faults()) complain(fault);
  if (drafts.hopeless() || drafts.size() == 0) return 2;

  int status = drafts.faults().empty() ? 0 : 2;
  Output out = Output::standard();
  out.write("{\"version\":1,\"files\":[");
  std::string_view separator = "\n";
  in_order(
      drafts.size(), jobs_of(request.drafts),
      [&](std::size_t i) -> std::variant<std::string, PathError> {
        std::variant<ReadDraft, PathError> read = drafts.read(i);
        if (PathError* error = std::get_if<PathError>(&read)) return std::move(*error);
        return facts_json(std::get<ReadDraft>(read).facts, drafts.path(i));
      },
      [&](std::variant<std::string, PathError> answer) {
        if (const PathError* error = std::get_if<PathError>(&answer)) {
          complain(error->path + ": " + error->message);
          status = 2;
        } else {
          out.write(separator);
          out.write(std::get<std::string>(answer));
          separator = ",\n";
        }
        return !out.closed();
      });
  out.write("\n]}\n");
  return std::max(status, out.finish());
}

}  // namespace stet
