// Keystroke to diagnostics as a client sees it: `stet lsp` as a process, one megabyte open, an edit sent, and the clock
// stopped when diagnostics of that version have come.
#include "bench/measure.h"
#include "bench/news.h"
#include "bench/server.h"
#include "bench/typist.h"

namespace stet::bench {
namespace {

void wire_1m(benchmark::State& state, const std::string& stet) {
  const std::string uri = "untitled:draft.md";
  Text text(news_draft(3, 1'000'000));
  Server server(stet);
  greet(server);
  open(server, uri, std::string(text.bytes()));
  if (!server.wait_for(0)) {
    state.SkipWithError("the server published nothing");
    return;
  }
  Typist typist(4);
  std::vector<double> times;
  int version = 0;
  for (auto _ : state) {
    const Edit edit = typist.next(text);
    bool answered = false;
    times.push_back(seconds([&] {
      change(server, uri, ++version, text, edit);
      answered = server.wait_for(version);
    }));
    if (!answered) {
      state.SkipWithError("an edit was not answered");
      return;
    }
    text = text.with({&edit, 1});
    state.SetIterationTime(times.back());
  }
  state.counters["wire_1m_ms"] = 1000 * quantile(times, 0.5);
}

}  // namespace

void register_wire_benchmarks(const std::string& stet) {
  benchmark::RegisterBenchmark("wire_1m", wire_1m, stet)->Iterations(60)->UseManualTime();
}

}  // namespace stet::bench
