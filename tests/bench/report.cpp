#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>

#include "bench/measure.h"

namespace stet::bench {
namespace {

// What the project wants to reach.
struct Aim {
  const char* key;
  bool at_least;
  double value;
};
constexpr std::array aims{
    Aim{"lint.re2_passes", false, 8},  Aim{"html.re2_passes", false, 60},     Aim{"linearity", false, 1.2},
    Aim{"keystroke_21k_ms", false, 1}, Aim{"startup_ms", false, 20},          Aim{"memory_bytes_per_byte", false, 12},
    Aim{"keystroke_1m_ms", false, 10}, Aim{"keystroke_1m_p99_ms", false, 25}, Aim{"soak_memory_growth", false, 1.05},
    Aim{"memory_base_mb", false, 30},  Aim{"jobs2_speedup", true, 1.8},
};

class Table : public benchmark::BenchmarkReporter {
 public:
  bool ReportContext(const Context&) override {
    std::printf("%-26s %12s   %s\n", "what", "measured", "to reach");
    return true;
  }

  void ReportRuns(const std::vector<Run>& runs) override {
    for (const Run& run : runs) {
      if (run.error_occurred) std::printf("%-26s %s\n", run.benchmark_name().c_str(), run.error_message.c_str());
      for (const auto& [key, counter] : run.counters) row(key, counter.value);
    }
    std::fflush(stdout);
  }

  const nlohmann::ordered_json& results() const { return results_; }

 private:
  void row(const std::string& key, double value) {
    const auto aim = std::ranges::find_if(aims, [&](const Aim& a) { return key == a.key; });
    std::printf("%-26s %12.3f", key.c_str(), value);
    if (aim != aims.end()) {
      const bool reached = aim->at_least ? value >= aim->value : value <= aim->value;
      std::printf("   %s %g%s", aim->at_least ? "at least" : "at most", aim->value, reached ? "" : ": not reached");
    }
    std::printf("\n");
    results_[key] = std::round(value * 1000) / 1000;
  }

  nlohmann::ordered_json results_ = nlohmann::ordered_json::object();
};

}  // namespace

double quantile(std::vector<double> values, double part) {
  if (values.empty()) return 0;
  const auto at = values.begin() + static_cast<std::ptrdiff_t>(part * static_cast<double>(values.size() - 1));
  std::nth_element(values.begin(), at, values.end());
  return *at;
}

int run_benchmarks(const std::string& json_path) {
  Table table;
  benchmark::RunSpecifiedBenchmarks(&table);
  if (json_path.empty()) return 0;
  std::ofstream out(json_path);
  out << table.results().dump(2) << '\n';
  if (out.flush()) return 0;
  std::fprintf(stderr, "bench: cannot write %s\n", json_path.c_str());
  return 1;
}

}  // namespace stet::bench
