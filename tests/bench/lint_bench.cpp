// The whole default lint: against one RE2 pass over the same bytes, and against itself at another size.
#include <re2/re2.h>

#include <limits>

#include "bench/measure.h"
#include "bench/news.h"
#include "support/engine.h"

namespace stet::bench {
namespace {

void lint_whole(const Engine& engine, const std::string& draft, Format format) {
  const Linted linted = engine.lint(engine.read(Text(draft), format));
  benchmark::DoNotOptimize(linted.findings.size());
}

void re2_pass(const RE2& pattern, const std::string& draft) {
  re2::StringPiece rest(draft);
  std::size_t found = 0;
  while (RE2::FindAndConsume(&rest, pattern)) ++found;
  benchmark::DoNotOptimize(found);
}

struct Best {
  double lint = std::numeric_limits<double>::infinity(), re2 = lint;
};

// The shortest of many runs, lint and RE2 in turn, so that a busy moment of the machine hits both.
Best against_re2(benchmark::State& state, const std::string& draft, Format format) {
  const Engine engine;
  const RE2 money(
      "(?i)(?:[$€£]\\s?\\d[\\d,.]*(?:\\s(?:million|billion|trillion))?|\\d[\\d,.]*\\s?(?:per cent|percent|%))");
  Best best;
  for (auto _ : state) {
    const double lint = seconds([&] { lint_whole(engine, draft, format); });
    best.lint = std::min(best.lint, lint);
    best.re2 = std::min(best.re2, seconds([&] { re2_pass(money, draft); }));
    state.SetIterationTime(lint);
  }
  return best;
}

void lint_markdown(benchmark::State& state) {
  const std::string draft = news_draft(1, 3'000'000);
  const Best best = against_re2(state, draft, Format::markdown);
  state.counters["lint.mb_per_s"] = static_cast<double>(draft.size()) / best.lint / 1e6;
  state.counters["lint.re2_passes"] = best.lint / best.re2;
  state.counters["re2.mb_per_s"] = static_cast<double>(draft.size()) / best.re2 / 1e6;
}

void lint_html(benchmark::State& state) {
  const std::string page = news_page(1, 2'000'000);
  const Best best = against_re2(state, page, Format::html);
  state.counters["html.mb_per_s"] = static_cast<double>(page.size()) / best.lint / 1e6;
  state.counters["html.re2_passes"] = best.lint / best.re2;
}

// Time per byte at 10 MB divided by that at 100 KB.
void linearity(benchmark::State& state) {
  const Engine engine;
  const std::string large = news_draft(2, 10'000'000), small = news_draft(2, 100'000);
  double best_large = std::numeric_limits<double>::infinity(), best_small = best_large;
  for (auto _ : state) {
    const double time = seconds([&] { lint_whole(engine, large, Format::markdown); });
    best_large = std::min(best_large, time);
    for (int i = 0; i < 20; ++i)
      best_small = std::min(best_small, seconds([&] { lint_whole(engine, small, Format::markdown); }));
    state.SetIterationTime(time);
  }
  state.counters["linearity"] =
      best_large / static_cast<double>(large.size()) / (best_small / static_cast<double>(small.size()));
}

}  // namespace

void register_lint_benchmarks() {
  benchmark::RegisterBenchmark("lint_markdown", lint_markdown)->Iterations(15)->UseManualTime();
  benchmark::RegisterBenchmark("lint_html", lint_html)->Iterations(9)->UseManualTime();
  benchmark::RegisterBenchmark("linearity", linearity)->Iterations(5)->UseManualTime();
}

}  // namespace stet::bench
