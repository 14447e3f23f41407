#include "facts/said_by.h"

#include <gmock/gmock.h>

namespace stet {
namespace {

std::vector<std::string> speakers(const std::string& text) {
  Context context;
  context.lexicon = plain_lexicon();
  const Facts facts = read(Text(text), Format::plain, context);
  std::vector<std::string> out;
  for (const SaidBy& s : said_by(facts)) {
    const Attribution& a = facts.local(s.attribution.paragraph).attributions[s.attribution.index];
    const Attribution& who = facts.local(s.speaker.paragraph).attributions[s.speaker.index];
    out.push_back((a.source ? facts.paragraph(s.attribution.paragraph).text(*a.source) : "-") + " = " +
                  facts.paragraph(s.speaker.paragraph).text(*who.source));
  }
  return out;
}

TEST(SaidBy, a_pronoun_stands_for_the_last_speaker_with_a_name) {
  EXPECT_THAT(speakers("Lena Ortiz said that the dam was weak. She added that the board knew."),
              testing::ElementsAre("She = Lena Ortiz"));
  EXPECT_THAT(speakers("Lena Ortiz said that the dam was weak.\n\nThe quay was cold.\n\n“It is old,” she said."),
              testing::ElementsAre("she = Lena Ortiz"));
  EXPECT_THAT(speakers("“It is old,” she said."), testing::IsEmpty());
}

TEST(SaidBy, an_office_stands_for_whom_it_was_given_to) {
  EXPECT_THAT(speakers("Ana Holm, the harbour director, said that it sank. The director said that it was old."),
              testing::ElementsAre("The director = Ana Holm, the harbour director"));
}

TEST(SaidBy, a_quotation_in_a_paragraph_of_its_own_is_the_last_speakers) {
  EXPECT_THAT(speakers("“It is old,” said Lena Ortiz.\n\n“Nobody would pay for another one.”"),
              testing::ElementsAre("- = Lena Ortiz"));
  EXPECT_THAT(speakers("“It is old,” said Lena Ortiz.\n\nThe quay was cold.\n\n“Nobody would pay for another one.”"),
              testing::IsEmpty())
      << "narration comes between";
}

}  // namespace
}  // namespace stet
