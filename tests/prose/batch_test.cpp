#include "prose/batch.h"

#include <gtest/gtest.h>

#include "facts/facts.h"
#include "support/engine.h"

namespace stet {
namespace {

TEST(Batch, ValuesOfAPieceLieSideBySideAndShareALife) {
  Batch<int> batch(2);
  std::shared_ptr<int> first = batch.next(), second = batch.next(), third = batch.next();
  EXPECT_EQ(first.get() + 1, second.get());
  const std::weak_ptr<int> seen = first;
  first.reset();
  EXPECT_FALSE(seen.expired()) << "the second still holds the piece";
  second.reset();
  EXPECT_TRUE(seen.expired());
}

// What an edit replaces is not kept alive by a neighbour that stays: a day's work would fill memory with old words.
TEST(Batch, ParagraphsThatAnEditBroughtGoOneByOne) {
  const Engine engine;
  const auto read = [&](const char* draft, const Facts* before) {
    return engine.read(Text(draft), Format::markdown, before);
  };
  const Facts first = read("One stays.\n\nTwo stays.\n", nullptr);
  Facts second = read("It was $4 in May.\n\nIt was $5 in May.\n", &first);
  const std::weak_ptr<const Paragraph> words = second.document->blocks[0].paragraph;
  const std::weak_ptr<const ParagraphFacts> facts = second.locals[0];
  const Facts third = read("It was $6 in May.\n\nIt was $5 in May.\n", &second);
  second = {};
  EXPECT_TRUE(words.expired());
  EXPECT_TRUE(facts.expired());
  EXPECT_EQ(third.local(1).figures.size(), 1u);
}

}  // namespace
}  // namespace stet
