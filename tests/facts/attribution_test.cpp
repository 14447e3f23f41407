#include "facts/attribution.h"

#include <gmock/gmock.h>

#include "facts/facts.h"

namespace stet {
namespace {

struct Read {
  std::string source, cue, content;
  int strength = 0;
  friend bool operator==(const Read&, const Read&) = default;
};
void PrintTo(const Read& r, std::ostream* out) {
  *out << r.source << " | " << r.cue << " | " << r.content << " | " << r.strength;
}

std::vector<Read> attributions(const std::string& text) {
  Context context;
  context.lexicon = plain_lexicon();
  const Facts facts = read(Text(text), Format::plain, context);
  const Paragraph& p = facts.paragraph(0);
  std::vector<Read> out;
  for (const Attribution& a : facts.local(0).attributions)
    out.push_back({a.source ? p.text(*a.source) : "", a.cue ? p.text(*a.cue) : "",
                   a.content.empty() ? "" : p.text(a.content.front()), a.strength});
  return out;
}

TEST(Attribution, brackets_between_a_speaker_and_the_verb) {
  EXPECT_THAT(attributions("Ortiz [13] argues that the dam (Holm, 1990; Ruiz, 1991) was weak."),
              testing::ElementsAre(Read{"Ortiz", "argues", "that the dam (Holm, 1990; Ruiz, 1991) was weak", 3}));
}

TEST(Attribution, a_second_saying_of_the_same_speaker) {
  EXPECT_THAT(attributions("Lena Ortiz wrote to the board and said that the dam would fail."),
              testing::ElementsAre(Read{"Lena Ortiz", "said", "that the dam would fail", 3}));
}

TEST(Attribution, a_long_object_of_said_is_a_clause) {
  EXPECT_THAT(
      attributions("Lena Ortiz said the combined losses raise grave doubts about the yard."),
      testing::ElementsAre(Read{"Lena Ortiz", "said", "the combined losses raise grave doubts about the yard", 3}));
}

TEST(Attribution, what_stands_before_a_comma_and_the_speaker_is_said) {
  const auto says = [](const std::string& said) { return testing::ElementsAre(Read{"the auditor", "said", said, 2}); };
  EXPECT_THAT(attributions("The council paid for the bridge, the auditor said."),
              says("The council paid for the bridge"));
  EXPECT_THAT(attributions("The bridge fell in May, the auditor said on Monday."), says("The bridge fell in May"));
  EXPECT_THAT(attributions("People hate the noise, the auditor said."), says("People hate the noise"));
  EXPECT_THAT(attributions("They know, the auditor said."), says("They know"));
  EXPECT_THAT(attributions("The city, the auditor said in an interview, will pay."), says("The city"));
  EXPECT_THAT(attributions("Late last year, the auditor said."), testing::IsEmpty());
}

TEST(Attribution, a_verb_behind_an_aside_is_no_inversion) {
  EXPECT_THAT(attributions("The study, published in May, says that the dam leaks."),
              testing::ElementsAre(Read{"The study, published in May", "says", "that the dam leaks", 2}));
  EXPECT_THAT(attributions("The head of news, speaking at the pier, confirmed the arrests."), testing::IsEmpty());
  EXPECT_THAT(attributions("The dam leaks badly, said the auditor."),
              testing::ElementsAre(Read{"the auditor", "said", "The dam leaks badly", 2}));
}

TEST(Attribution, a_study_whose_maker_is_told_can_be_asked_for) {
  EXPECT_THAT(
      attributions("A study commissioned by the harbour board found that the dam leaks."),
      testing::ElementsAre(Read{"A study commissioned by the harbour board", "found", "that the dam leaks", 2}));
  EXPECT_THAT(attributions("A new study found that the dam leaks."),
              testing::ElementsAre(Read{"A new study", "found", "that the dam leaks", 0}));
}

TEST(Attribution, who_asks_and_who_shouts) {
  EXPECT_THAT(attributions("“Why now?” asked Ruiz."), testing::ElementsAre(Read{"Ruiz", "asked", "“Why now?”", 3}));
  EXPECT_THAT(attributions("It fell. “Why now?” Lena Ruiz said in May."),
              testing::ElementsAre(Read{"Lena Ruiz", "said", "“Why now?”", 3}));
  EXPECT_THAT(attributions("“Why now?” Ruiz said he would go."),
              testing::ElementsAre(Read{"Ruiz", "said", "he would go", 3}));
  EXPECT_THAT(attributions("He asked Ruiz to go, asked Holm to stay."), testing::IsEmpty());
}

TEST(Attribution, the_day_of_saying_is_not_what_is_said) {
  EXPECT_THAT(attributions("Officials in Vella said Monday that the dam would close."),
              testing::ElementsAre(Read{"Officials in Vella", "said", "that the dam would close", 3}));
}

TEST(Attribution, a_pronoun_stands_alone) {
  EXPECT_THAT(attributions("Last year she said that the dam would fail."),
              testing::ElementsAre(Read{"she", "said", "that the dam would fail", 2}));
}

TEST(Attribution, the_main_clause_of_a_participle) {
  EXPECT_THAT(attributions("While Vella kept silent, Lena Ortiz released a letter, saying that the dam would fail."),
              testing::ElementsAre(Read{"Lena Ortiz", "saying", "that the dam would fail", 3}));
}

TEST(Attribution, told_somebody_something) {
  EXPECT_THAT(attributions("Lena Ortiz told Vella News every dam would fail."),
              testing::ElementsAre(Read{"Lena Ortiz", "told", "every dam would fail", 3}));
}

TEST(Attribution, names_participles_and_nouns_that_are_no_verbs) {
  EXPECT_THAT(attributions("A guild known as the Red Hand had left."), testing::IsEmpty());
  EXPECT_THAT(attributions("In Vella the Corvane State presents gifts that were late."), testing::IsEmpty());
  EXPECT_THAT(attributions("As reforms continued, the yard was sold."), testing::IsEmpty());
  EXPECT_THAT(attributions("There are strict rules that were kept."), testing::IsEmpty());
  EXPECT_THAT(attributions("Lena Ortiz mentioned a cousin, Ana, who was ill."), testing::IsEmpty());
}

TEST(Attribution, a_crowd_takes_a_stand_on_a_thing) {
  EXPECT_THAT(attributions("Many analysts condemned the deal."),
              testing::ElementsAre(Read{"Many analysts", "condemned", "the deal", 0}));
  EXPECT_THAT(attributions("Western governments were quick to denounce the vote."),
              testing::ElementsAre(Read{"Western governments", "denounce", "the vote", 0}));
  EXPECT_THAT(attributions("It sank the ferry that the media have panicked about."),
              testing::ElementsAre(testing::Field(&Read::source, "the media")));
  EXPECT_THAT(attributions("Western governments refused to denounce the vote."), testing::IsEmpty());
}

TEST(Attribution, a_name_takes_a_stand_without_words_of_his_own) {
  EXPECT_THAT(attributions("Lena Ortiz criticised the deal."),
              testing::ElementsAre(Read{"Lena Ortiz", "criticised", "", 3}));
  EXPECT_THAT(attributions("The pilots were accused of theft by Lena Ortiz."),
              testing::ElementsAre(Read{"Lena Ortiz", "accused", "", 3}));
}

}  // namespace
}  // namespace stet
