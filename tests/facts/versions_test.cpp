// The facts of an edited draft, made with the help of those before, are those of a fresh reading.
#include <gtest/gtest.h>

#include <cstdlib>
#include <random>

#include "bench/news.h"
#include "facts/facts.h"
#include "support/same_reading.h"

namespace stet {
namespace {

TEST(FactsOfAVersion, AreThoseOfAFreshReading) {
  const Context context{.lexicon = plain_lexicon()};
  std::mt19937 random(3);
  const auto below = [&](std::size_t n) { return random() % n; };
  const std::vector<std::string> typed{
      "x",  "4",     " $5 million jobs", "Ferreira said. ", "\n\n", "ferrera", "\n\n## ", "The 412 ", ". A ", "“",
      "7%", "\n\n> "};
  const char* const said = std::getenv("STET_EDITS");
  const int edits = said != nullptr ? std::atoi(said) : 60;
  std::string text = bench::news_draft(5, 150'000);
  Facts facts = read(Text(text), Format::markdown, context);
  ASSERT_GT(facts.figure_pairs.size(), 10u);
  for (int edit = 0; edit < edits; ++edit) {
    std::size_t at = below(text.size());
    if (edit % 5 == 0) {
      // Some paragraphs elsewhere.
      const std::size_t begin = text.find("\n\n", at), end = text.find("\n\n", begin + 1 + below(3000));
      if (end == text.npos) continue;
      const std::string moved = text.substr(begin, end - begin);
      text.erase(begin, moved.size());
      at = std::min(text.find("\n\n", below(text.size())), text.size());
      text.insert(at, moved);
    } else {
      text.replace(at, below(4), typed[below(typed.size())]);
    }
    Facts next = read(Text(text), Format::markdown, context, &facts);
    ASSERT_EQ(difference(next, read(Text(text), Format::markdown, context)), "") << "edit " << edit << " at " << at;
    facts = std::move(next);
  }
}

}  // namespace
}  // namespace stet
