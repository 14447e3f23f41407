#include "facts/quotation_match.h"

#include <gmock/gmock.h>

#include "facts/speaker.h"

namespace stet {
namespace {

Facts read_plain_text(const std::string& text) {
  Context context;
  context.lexicon = plain_lexicon();
  return read(Text(text), Format::plain, context);
}

std::optional<Drift> drift(const Facts& facts) {
  const Wording a = wording_of(facts.paragraph(0), facts.local(0).quotes[0].words);
  const Wording b = wording_of(facts.paragraph(1), facts.local(1).quotes[0].words);
  return drift_between(a, b, facts.lexicon(), 0.75);
}

TEST(QuotationMatch, tells_the_words_that_differ_and_no_others) {
  const Facts facts = read_plain_text(
      "“The pump had been dry since the spring,” she said.\n\n“The pump had been idle since the spring,” he said.");
  const auto found = drift(facts);
  ASSERT_TRUE(found);
  EXPECT_EQ(facts.paragraph(0).text(found->a), "dry");
  EXPECT_EQ(facts.paragraph(1).text(found->b), "idle");
  EXPECT_EQ(found->changes, 1u);
  EXPECT_EQ(found->of, 8u);
}

TEST(QuotationMatch, what_is_cut_or_put_in_brackets_is_no_difference) {
  EXPECT_FALSE(
      drift(read_plain_text("“The pump had been dry since the spring.”\n\n“The pump … dry since the spring.”")));
  EXPECT_FALSE(
      drift(read_plain_text("“The pump had been dry since the spring.”\n\n“[It] had been dry since the spring.”")));
  EXPECT_FALSE(drift(read_plain_text("“The pump had been dry since the spring.”\n\n“had been dry since the spring.”")));
}

TEST(QuotationMatch, a_common_beginning_is_not_enough) {
  EXPECT_FALSE(
      drift(read_plain_text("“We want to see a change in the way the harbour is run.”\n\n"
                            "“We want to see the money back.”")));
}

TEST(QuotationMatch, finds_the_pair_among_many) {
  std::string text = "“The pump had been dry since the spring of that year.”\n\n";
  for (int n = 0; n < 40; ++n) text += "“Boat " + std::to_string(n) + " left the old quay at noon with salt.”\n\n";
  const Facts facts = read_plain_text(text + "“The pump had been idle since the spring of that year.”");
  Quotations quotations;
  for (std::uint32_t p = 0; p < facts.size(); ++p)
    quotations.add({p, 0}, Quotations::weighty(facts, {p, 0}, 1).value());
  EXPECT_THAT(quotations.matches(), testing::Contains(std::pair<std::size_t, std::size_t>(0, 41)));
}

TEST(Speaker, each_quotation_has_the_attribution_that_holds_it) {
  const Facts facts =
      read_plain_text("“We left at noon,” said Ana Ruiz. “It was dark.” The wall is “a thing of beauty”.");
  const ParagraphFacts& local = facts.local(0);
  ASSERT_EQ(local.quotes.size(), 3u);
  for (const std::size_t n : {0u, 1u}) {
    ASSERT_TRUE(local.quotes[n].attribution);
    EXPECT_EQ(facts.paragraph(0).text(*local.attributions[*local.quotes[n].attribution].source), "Ana Ruiz");
  }
  EXPECT_FALSE(local.quotes[2].attribution);
}

TEST(Speaker, nobody_is_near_only_where_nobody_could_speak) {
  const auto near = [](const std::string& text) {
    const Facts facts = read_plain_text(text);
    return somebody_in(facts.paragraph(0), facts.context(),
                       {0, static_cast<std::uint32_t>(facts.paragraph(0).words.size())});
  };
  EXPECT_FALSE(near("The dam at Vella had been cracking for a year. “We told them.” In May the inquiry opens."));
  for (const char* text :
       {"Holm left.", "The dam cracked; she saw it.", "The fisherman left.", "A nurse was there.",
        "The banner was red.", "The ministry was shut.", "It was said before.", "Vella’s dam cracked."})
    EXPECT_TRUE(near(text)) << text;
}

}  // namespace
}  // namespace stet
