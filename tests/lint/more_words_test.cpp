// Options that add to the lists of the lexicon.
#include <gmock/gmock.h>

#include "lint/lint.h"
#include "lint/newsroom.h"

namespace stet {
namespace {

TEST(MoreWords, an_option_named_after_a_list_adds_to_it) {
  MoreWords more;
  add_more_words({{"more_say_verb", std::vector<std::string>{"chirp/chirps/chirped"}},
                  {"more_nonsense", std::vector<std::string>{"x"}},
                  {"holders", std::vector<std::string>{"boffins"}}},
                 more);
  ASSERT_EQ(more.size(), 1u);
  const auto lexicon = make_lexicon(*testing_lint::Newsroom({}).catalog, more);
  const WordId id = lexicon->id("chirped");
  EXPECT_TRUE(lexicon->is(id, WordClass::say_verb));
  EXPECT_EQ(lexicon->word(lexicon->lemma(id)), "chirp");
}

}  // namespace
}  // namespace stet
