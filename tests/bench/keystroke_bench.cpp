// Keystroke to findings inside the server: an edit in, findings out, with everything unchanged shared with the version
// before, and the checks of a long draft dealt out to two threads, as the server does. No debounce, no JSON.
#include <cstdlib>

#include "bench/measure.h"
#include "bench/news.h"
#include "bench/typist.h"
#include "support/engine.h"
#include "support/two_hands.h"

namespace stet::bench {
namespace {

std::vector<double> keystrokes(benchmark::State& state, std::size_t bytes, bool two) {
  const Engine engine;
  Text text(news_draft(3, bytes));
  Facts facts = engine.read(text, Format::markdown);
  Linted found = engine.lint(facts, {.keep = true});
  const InPairs in_pairs = two_hands();
  Typist typist(4);
  std::vector<double> times;
  for (auto _ : state) {
    const Edit edit = typist.next(text);
    Facts after;
    Linted linted;
    times.push_back(seconds([&] {
      text = text.with({&edit, 1});
      after = engine.read(text, Format::markdown, &facts);
      const LintedBefore before{&facts, found.kept};
      linted = engine.lint(after, {.before = &before, .keep = true, .in_pairs = two ? &in_pairs : nullptr});
    }));
    facts = std::move(after);
    found = std::move(linted);
    state.SetIterationTime(times.back());
  }
  return times;
}

void keystroke_21k(benchmark::State& state) {
  state.counters["keystroke_21k_ms"] = 1000 * quantile(keystrokes(state, 21'000, true), 0.5);
}

void keystroke_1m(benchmark::State& state) {
  const std::vector<double> times = keystrokes(state, 1'000'000, true);
  state.counters["keystroke_1m_ms"] = 1000 * quantile(times, 0.5);
  state.counters["keystroke_1m_p99_ms"] = 1000 * quantile(times, 0.99);
}

void keystroke_1m_one_thread(benchmark::State& state) {
  state.counters["keystroke_1m_one_thread_ms"] = 1000 * quantile(keystrokes(state, 1'000'000, false), 0.5);
}

}  // namespace

void register_keystroke_benchmarks() {
  benchmark::RegisterBenchmark("keystroke_21k", keystroke_21k)->Iterations(1000)->UseManualTime();
  benchmark::RegisterBenchmark("keystroke_1m", keystroke_1m)->Iterations(300)->UseManualTime();
  benchmark::RegisterBenchmark("keystroke_1m_one_thread", keystroke_1m_one_thread)->Iterations(300)->UseManualTime();
}

}  // namespace stet::bench
