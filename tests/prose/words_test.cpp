#include "prose/words.h"

#include <gtest/gtest.h>

#include "read.h"

namespace stet {
namespace {

TEST(Words, ApostrophesInsideAndTheCliticApart) {
  EXPECT_EQ(words_of("Mali’s N’Daw didn't go at o'clock."), "Mali ’s N’Daw didn't go at o'clock .");
}

TEST(Words, NumbersKeepTheirInnerMarks) {
  EXPECT_EQ(words_of("$1,600.50 or 5km, 20% of 1990s’"), "$ 1,600.50 or 5 km , 20 % of 1990 s ’");
}

TEST(Words, AbbreviationsWithDotsAreOneWord) {
  EXPECT_EQ(words_of("The U.S. said e.g. at 5 a.m. that J. Smith of AT&T"),
            "The U.S. said e.g. at 5 a.m. that J . Smith of AT&T");
}

TEST(Words, RunsOfDotsAndHyphensAreOneMark) { EXPECT_EQ(words_of("well... yes--no"), "well ... yes -- no"); }

TEST(Words, MarkupInsideAWordDoesNotDivideIt) {
  EXPECT_EQ(words_of("un**believ**able $1.6&nbsp;billion co&shy;op", Format::markdown),
            "unbelievable $ 1.6 billion coop");
}

TEST(Words, UrlsAndCodeAreOpaque) {
  EXPECT_EQ(words_of("See https://a.org/b_(c). Or `x = 1`, or ana@desk.example.", Format::markdown),
            "See @ . Or @ , or @ .");
}

TEST(Words, EachWordKnowsItsPlace) {
  const std::string text = "It **cost** $4 &mdash; a naïve sum.";
  const Document d = read_draft(text);
  const Block& block = d.blocks.at(0);
  std::string joined;
  for (const Word& w : block.paragraph->words) joined += text.substr(block.begin + w.begin, w.end - w.begin) + "/";
  EXPECT_EQ(joined, "It/cost/$/4/&mdash;/a/naïve/sum/./");
}

TEST(Words, CaseAndApostropheDoNotMatterToTheId) {
  const auto lexicon = plain_lexicon();
  EXPECT_EQ(lexicon->id("MARCH"), lexicon->id("march"));
  EXPECT_EQ(lexicon->id("Don’t"), lexicon->id("don't"));
  EXPECT_EQ(lexicon->id("ÉCOLE"), lexicon->id("école"));
  EXPECT_NE(lexicon->id("zyzzyva"), lexicon->id("zyzzyvas"));
  EXPECT_TRUE(lexicon->is(lexicon->id("March"), WordClass::month));
  EXPECT_EQ(lexicon->lemma(lexicon->id("Sept")), lexicon->id("September"));
}

TEST(Words, MarksOfNotesAreNotRead) {
  EXPECT_EQ(words_of("Ruiz¹ of the VHB² said “so.”³ It is wet.¹⁰ But Holm,¹,² too."),
            "Ruiz of the VHB said “ so . ” It is wet . But Holm , too .");
  EXPECT_EQ(words_of("12 km² and 3 m³, χ² = 4, 3 × 10⁸, 5 m s⁻¹"), "12 km² and 3 m³ , χ² = 4 , 3 × 10⁸ , 5 m s ⁻ ¹");
  EXPECT_EQ(words_of("¹ Ruiz, A."), "¹ Ruiz , A .");
}

TEST(Words, KnowTheItalicsAndTheLinkTheyStandIn) {
  const auto marked = [](std::string_view text, Format format) {
    std::string out;
    for (const Block& block : read_draft(text, format).blocks)
      for (const Word& w : block.paragraph->words) {
        if (w.has(Word::in_emphasis)) out += "/";
        if (w.has(Word::in_link)) out += "@";
        out += std::string(block.paragraph->text(w)) + " ";
      }
    return out;
  };
  EXPECT_EQ(marked("The *Vella Review* and [the *Courier*, too](a.html) wrote **so**.", Format::markdown),
            "The /Vella /Review and @the /@Courier @, @too wrote so . ");
  EXPECT_EQ(marked("<p>The <em>Vella <i>Review</i></em>, <a href='a.html'>here</a>.", Format::html),
            "The /Vella /Review , @here . ");
}

}  // namespace
}  // namespace stet
