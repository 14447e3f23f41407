#include "facts/vocabulary.h"

#include <gmock/gmock.h>

#include <algorithm>

#include "facts/facts.h"

namespace stet {
namespace {

Facts facts_of(std::string text) {
  return read(Text(std::move(text)), Format::plain, Context{.lexicon = plain_lexicon()});
}

TEST(Vocabulary, TellsWhereCapitalsStandAndWhatIsWrittenSmall) {
  const Facts facts = facts_of("The Ruiz house in Velm.\n\nA ruiz is no bird; Ruiz is a name.");
  const Vocabulary& words = facts.vocabulary;
  const WordId ruiz = facts.lexicon().id("ruiz"), velm = facts.lexicon().id("Velm");
  EXPECT_THAT(words.capitals(ruiz), testing::ElementsAre(WordPlace{0, 1}, WordPlace{1, 6}));
  EXPECT_THAT(words.capitals(velm), testing::ElementsAre(WordPlace{0, 4}));
  EXPECT_TRUE(words.small(ruiz)) << "a word that no list knows";
  EXPECT_TRUE(words.small(facts.lexicon().id("house"))) << "one that a list may know";
  EXPECT_FALSE(words.small(velm));
  EXPECT_FALSE(words.holds(facts.lexicon().id("harbour")));
}

TEST(Vocabulary, HoldsEveryCapitalOnceInOrder) {
  std::string text;
  for (int n = 0; n < 3000; ++n)
    text += "Old Holm" + std::string(1, static_cast<char>('a' + n % 26)) + " and X" + std::to_string(n) + " met. ";
  const Facts facts = facts_of(text);
  std::size_t places = 0, capitals = 0;
  for (std::size_t n = 0; n < facts.vocabulary.capital_words().size(); ++n) {
    const auto all = facts.vocabulary.places(n);
    EXPECT_TRUE(std::ranges::is_sorted(all));
    EXPECT_TRUE(std::ranges::equal(all, facts.vocabulary.capitals(facts.vocabulary.capital_words()[n])));
    places += all.size();
  }
  for (std::size_t p = 0; p < facts.size(); ++p)
    for (const Word& w : facts.paragraph(p).words) capitals += w.kind == WordKind::word && w.has(Word::capital) ? 1 : 0;
  EXPECT_EQ(places, capitals);
}

}  // namespace
}  // namespace stet
