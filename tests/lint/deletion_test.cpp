#include "lint/deletion.h"

#include <gtest/gtest.h>

namespace stet {
namespace {

// The draft without `words` (the first place where they stand); unchanged where they cannot be taken out.
std::string without(std::string draft, const std::string& words) {
  const Facts facts = read(Text(draft), Format::markdown, {.lexicon = plain_lexicon()});
  const Paragraph& paragraph = facts.paragraph(0);
  const auto count = static_cast<std::uint32_t>(paragraph.words.size());
  for (std::uint32_t first = 0; first < count; ++first)
    for (std::uint32_t last = first + 1; last <= count; ++last) {
      if (paragraph.text(WordRange{first, last}) != words) continue;
      const auto edit = deletion(facts, 0, {first, last});
      if (!edit) return draft;
      const Span span = facts.absolute(0, edit->span);
      return draft.replace(span.begin, span.size(), edit->text);
    }
  return draft;
}

TEST(Deletion, TakesTheCommasThatSetTheWordsApart) {
  EXPECT_EQ(without("It was, of course, late.", "of course"), "It was late.");
  EXPECT_EQ(without("It sank, of course.", "of course"), "It sank.");
  EXPECT_EQ(without("It left, obviously in a panic.", "obviously"), "It left, in a panic.");
  EXPECT_EQ(without("It was obviously late.", "obviously"), "It was late.");
  EXPECT_EQ(without("It was late obviously.", "obviously"), "It was late.");
}

TEST(Deletion, GivesTheSentenceItsCapital) {
  EXPECT_EQ(without("Sadly, the boat sank.", "Sadly"), "The boat sank.");
  EXPECT_EQ(without("It was clear that it sank.", "It was clear that"), "It sank.");
  EXPECT_EQ(without("Sadly, Vella sank.", "Sadly"), "Vella sank.");
}

TEST(Deletion, LeavesMarkupAndWholeSentencesAlone) {
  EXPECT_EQ(without("*Sadly*, the boat sank.", "Sadly"), "*Sadly*, the boat sank.");
  EXPECT_EQ(without("Sadly.", "Sadly"), "Sadly.");
  EXPECT_EQ(without(", sadly.", "sadly"), ", sadly.");
  EXPECT_EQ(without(", sadly, it sank.", "sadly"), ", sadly, it sank.");
  EXPECT_EQ(without("Sadly, 9 boats sank.", "Sadly"), "Sadly, 9 boats sank.");
}

}  // namespace
}  // namespace stet
