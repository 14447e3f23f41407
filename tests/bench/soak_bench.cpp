// A day's work and its memory: a hundred drafts open, a hundred thousand edits over them, and what the server holds at
// the end against what it held after the first fifth. Minutes long, so it runs only when asked for:
// --benchmark_filter=soak
#include <cstdlib>
#include <string_view>
#include <vector>

#include "bench/measure.h"
#include "bench/news.h"
#include "bench/server.h"
#include "bench/typist.h"

namespace stet::bench {
namespace {

constexpr std::size_t drafts = 100, draft_bytes = 10'000;
constexpr int edits = 100'000, early = 20'000;
constexpr int burst = 20;  // edits of a draft before its diagnostics are waited for

struct Draft {
  std::string uri;
  Text text;
  Typist typist;
  int version = 0;
};

void soak(benchmark::State& state, const std::string& stet) {
  Server server(stet);
  greet(server);
  std::vector<Draft> open_drafts;
  for (std::size_t i = 0; i < drafts; ++i) {
    const std::string uri = "untitled:" + std::to_string(i) + ".md";
    open_drafts.push_back({uri, Text(news_draft(i, draft_bytes)), Typist(i)});
    open(server, uri, std::string(open_drafts.back().text.bytes()));
  }
  std::size_t before = 0;
  for (auto _ : state) {
    for (int done = 0; done < edits; done += burst) {
      Draft& draft = open_drafts[static_cast<std::size_t>(done / burst) % drafts];
      for (int i = 0; i < burst; ++i) {
        const Edit edit = draft.typist.next(draft.text);
        change(server, draft.uri, ++draft.version, draft.text, edit);
        draft.text = draft.text.with({&edit, 1});
      }
      if (!server.wait_for(draft.version, draft.uri)) {
        state.SkipWithError("an edit was not answered");
        return;
      }
      if (done + burst == early) before = server.resident();
    }
  }
  if (before == 0) return;
  state.counters["soak_memory_mb"] = static_cast<double>(server.resident()) / 1e6;
  state.counters["soak_memory_growth"] = static_cast<double>(server.resident()) / static_cast<double>(before);
}

}  // namespace

void register_soak_benchmarks(const std::string& stet) {
  benchmark::RegisterBenchmark("soak", soak, stet)->Iterations(1)->Unit(benchmark::kSecond);
}

}  // namespace stet::bench
