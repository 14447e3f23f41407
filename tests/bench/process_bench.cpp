// The binary as a whole process: how soon it answers, how much memory it takes, what a second job brings.
#include <sys/wait.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <limits>

#include "bench/measure.h"
#include "bench/news.h"
#include "bench/process.h"

namespace stet::bench {
namespace {

namespace fs = std::filesystem;

// 1 KB with findings of several families.
constexpr const char* small_draft = R"(---
date: 2026-11-02
---

# Ferry plan weighs on Dunmarrow

By Ilse Tarrow

The ferry opened on Tuesday, March 3, 2024, the council said. Many experts say it will fail. “We never had a crossing
like this, said Per Osk, who runs the harbor.

About 38 percent of residents have used it at least once, up from 12 percent in 2019. The tunnel cost $1.8 million,
according to the ministry. The tunnel cost $1.8 billion. It has been claimed that the repair will take TK years, and the
RQTV, which owns the boats, has not answered. The share rose from 20 percent to 30 percent, an increase of 90 percent.

Ilse Tarow, an engineer, said the pier would be replaced in the spring. Critics argue that the second boat is late. In
2021 the port moved 4,120 tons of timber, more than any harbor on the coast, and its crane was sold for $90,000 to a
yard in Velm. The inquiry[^9] will be published on Friday, Ms. Tarrow said, and “nobody will read it”.
)";

// A folder of its own, gone when the benchmark ends.
class Folder {
 public:
  Folder() : path_(fs::temp_directory_path() / ("stet-bench-" + std::to_string(getpid()))) {
    fs::create_directories(path_);
  }
  ~Folder() { fs::remove_all(path_); }
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  void write(const std::string& name, const std::string& text) const { std::ofstream(path_ / name) << text; }
  // Written by a child: a large draft in this process would count as memory of the programs it starts.
  void write_news(const std::string& name, std::uint64_t seed, std::size_t bytes) const {
    const pid_t child = fork();
    if (child == 0) {
      write(name, news_draft(seed, bytes));
      _exit(0);
    }
    waitpid(child, nullptr, 0);
  }
  std::string path() const { return path_.string(); }
  double size(const std::string& name) const { return static_cast<double>(fs::file_size(path_ / name)); }

 private:
  fs::path path_;
};

bool answered(benchmark::State& state, const Ran& ran) {
  if (ran.status == 0 || ran.status == 1) return true;
  state.SkipWithError("stet check did not do what was asked");
  return false;
}

void startup(benchmark::State& state, const std::string& stet) {
  const Folder folder;
  folder.write("small.md", small_draft);
  std::vector<double> times;
  for (auto _ : state) {
    const Ran ran = run_program({stet, "check", "small.md"}, folder.path());
    if (!answered(state, ran)) return;
    times.push_back(ran.seconds);
    state.SetIterationTime(ran.seconds);
  }
  state.counters["startup_ms"] = 1000 * quantile(times, 0.5);
}

void memory(benchmark::State& state, const std::string& stet) {
  const Folder folder;
  folder.write("small.md", small_draft);
  folder.write_news("large.md", 5, 10'000'000);
  double base = 0, large = 0;
  for (auto _ : state) {
    const Ran small_run = run_program({stet, "check", "small.md"}, folder.path());
    const Ran large_run = run_program({stet, "check", "large.md"}, folder.path());
    if (!answered(state, small_run) || !answered(state, large_run)) return;
    base = small_run.peak_memory_bytes;
    large = large_run.peak_memory_bytes;
    state.SetIterationTime(large_run.seconds);
  }
  state.counters["memory_base_mb"] = base / 1e6;
  state.counters["memory_bytes_per_byte"] = (large - base) / folder.size("large.md");
}

void two_jobs(benchmark::State& state, const std::string& stet) {
  const Folder folder;
  for (std::uint64_t i = 0; i < 16; ++i) folder.write_news("draft" + std::to_string(i) + ".md", 10 + i, 400'000);
  double one = std::numeric_limits<double>::infinity(), two = one;
  for (auto _ : state) {
    const Ran alone = run_program({stet, "check", "--jobs", "1", "."}, folder.path());
    const Ran both = run_program({stet, "check", "--jobs", "2", "."}, folder.path());
    if (!answered(state, alone) || !answered(state, both)) return;
    one = std::min(one, alone.seconds);
    two = std::min(two, both.seconds);
    state.SetIterationTime(both.seconds);
  }
  state.counters["jobs2_speedup"] = one / two;
}

}  // namespace

void register_process_benchmarks(const std::string& stet) {
  benchmark::RegisterBenchmark("startup", startup, stet)->Iterations(41)->UseManualTime();
  benchmark::RegisterBenchmark("memory", memory, stet)->Iterations(1)->UseManualTime();
  benchmark::RegisterBenchmark("two_jobs", two_jobs, stet)->Iterations(5)->UseManualTime();
}

}  // namespace stet::bench
