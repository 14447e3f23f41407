// Transcripts: making ten megabytes of them ready, and looking quotations up in them.
#include <algorithm>
#include <limits>

#include "bench/measure.h"
#include "bench/news.h"
#include "facts/verbatim.h"
#include "support/engine.h"

namespace stet::bench {
namespace {

constexpr std::size_t files = 50, bytes_each = 200'000;

// A draft that quotes every twentieth line of the transcripts, every second time with a word changed.
std::string quoting(const Transcripts& transcripts, std::size_t& quotations) {
  std::string draft;
  std::size_t n = 0;
  for (const auto& file : transcripts.files) {
    const auto words = file->words();
    for (std::size_t i = 0; i + 20 < words.size(); i += 2000, ++n) {
      std::string said(file->bytes({words[i].begin, words[i + 18].end}));
      std::replace_if(
          said.begin(), said.end(), [](char c) { return c == '\n' || c == '[' || c == ']' || c == '*'; }, ' ');
      if (n % 2 == 0) said.insert(words[i + 9].begin - words[i].begin, "never ");
      draft += "“" + said + ",” said Lena Ortiz.\n\n";
    }
  }
  quotations = n;
  return draft;
}

void transcripts(benchmark::State& state) {
  std::vector<std::string> texts;
  for (std::size_t i = 0; i < files; ++i) texts.push_back(news_draft(i + 1, bytes_each));
  const Engine engine;
  double index = std::numeric_limits<double>::infinity(), look = index;
  std::size_t quotations = 0;
  for (auto _ : state) {
    Transcripts made;
    const double time = seconds([&] {
      for (std::size_t i = 0; i < files; ++i)
        made.files.push_back(std::make_shared<const Transcript>("notes/" + std::to_string(i) + ".txt", texts[i]));
    });
    index = std::min(index, time);
    const Facts facts = engine.read(Text(quoting(made, quotations)), Format::plain);
    look = std::min(look, seconds([&] { benchmark::DoNotOptimize(hold_quotations(facts, made).size()); }));
    state.SetIterationTime(time);
  }
  state.counters["transcripts_10mb_ms"] = index * 1e3;
  state.counters["quotation_us"] = look / static_cast<double>(std::max<std::size_t>(quotations, 1)) * 1e6;
}

}  // namespace

void register_transcript_benchmarks() {
  benchmark::RegisterBenchmark("transcripts", transcripts)->Iterations(5)->UseManualTime();
}

}  // namespace stet::bench
