#pragma once
// What the bench measures with. A benchmark leaves its results as counters of Google Benchmark, named as in
// `./dev bench --json`; where it has no result it leaves none.
#include <benchmark/benchmark.h>

#include <chrono>
#include <string>
#include <vector>

namespace stet::bench {

// Seconds that `work` took, on a clock that only goes forward.
template <typename Work>
double seconds(const Work& work) {
  const auto start = std::chrono::steady_clock::now();
  work();
  return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

// The value that `part` (0 to 1) of the values are at or below; 0.5 is the median. Of none: 0.
double quantile(std::vector<double> values, double part);

// Each registers its benchmarks. Those of the process come first: the memory of a child counts from its parent's.
void register_process_benchmarks(const std::string& stet);
void register_lint_benchmarks();
void register_transcript_benchmarks();
void register_keystroke_benchmarks();
void register_wire_benchmarks(const std::string& stet);
void register_soak_benchmarks(const std::string& stet);

// Runs what is registered, prints a table and, with a path, writes the flat JSON object. 0, or 1 where that failed.
int run_benchmarks(const std::string& json_path);

}  // namespace stet::bench
