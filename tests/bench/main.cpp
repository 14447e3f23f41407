// stet_bench [--stet BINARY] [--json FILE] [Google Benchmark's own options, such as --benchmark_filter=lint]
// --benchmark_filter=soak: a hundred drafts, a hundred thousand edits, and the memory they leave behind
#include <cstdio>
#include <string>
#include <string_view>
#include <vector>

#include "bench/measure.h"

int main(int argc, char** argv) {
  std::string stet = STET_BINARY, json;
  bool soak = false;  // minutes long: only by name
  std::vector<char*> rest{argv[0]};
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    soak = soak || word == "--benchmark_filter=soak";
    if ((word == "--stet" || word == "--json") && i + 1 < argc) (word == "--stet" ? stet : json) = argv[++i];
    else rest.push_back(argv[i]);
  }
  int count = static_cast<int>(rest.size());
  benchmark::Initialize(&count, rest.data());
  if (benchmark::ReportUnrecognizedArguments(count, rest.data())) return 2;
  stet::bench::register_process_benchmarks(stet);
  stet::bench::register_lint_benchmarks();
  stet::bench::register_transcript_benchmarks();
  stet::bench::register_keystroke_benchmarks();
  stet::bench::register_wire_benchmarks(stet);
  if (soak) stet::bench::register_soak_benchmarks(stet);
  return stet::bench::run_benchmarks(json);
}
