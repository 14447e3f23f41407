#include <algorithm>
#include <fstream>
#include <iterator>
#include <thread>

#include "cli/facts_json.h"
#include "cli/in_order.h"
#include "cli/output.h"
#include "cli/run.h"

namespace stet {

namespace {

struct Draft {
  std::filesystem::path path;
  Format format;
};

std::vector<Draft> list(const std::vector<std::string>& paths) {
  std::vector<Draft> drafts;
  std::error_code error;
  for (const std::string& path : paths) {
    if (!std::filesystem::is_directory(path, error)) {
      drafts.push_back({path, format_of_path(path).value_or(Format::plain)});
      continue;
    }
    for (std::filesystem::recursive_directory_iterator it(path, error), end; it != end; it.increment(error))
      if (const auto format = format_of_path(it->path().string()); format && it->is_regular_file(error))
        drafts.push_back({it->path().lexically_normal(), *format});
  }
  std::sort(drafts.begin(), drafts.end(), [](const Draft& a, const Draft& b) { return a.path < b.path; });
  return drafts;
}

}  // namespace

int run_facts(const FactsRequest& request, const Parts&) {
  const std::vector<std::string> here{"."};
  const auto drafts = list(request.drafts.paths.empty() ? here : request.drafts.paths);
  const Context context{.date = request.drafts.date, .lexicon = plain_lexicon()};
  Output out = Output::standard();
  out.write("{\"version\":1,\"files\":[");
  std::string separator = "\n";
  in_order(
      drafts.size(), request.drafts.jobs != 0 ? request.drafts.jobs : std::thread::hardware_concurrency(),
      [&](std::size_t i) {
        std::ifstream file(drafts[i].path, std::ios::binary);
        std::string bytes{std::istreambuf_iterator<char>(file), {}};
        return facts_json(read(Text(std::move(bytes)), drafts[i].format, context), drafts[i].path.string());
      },
      [&](std::string json) {
        out.write(separator + json);
        separator = ",\n";
        return !out.closed();
      });
  out.write("\n]}\n");
  out.finish();
  return 0;
}

}  // namespace stet
