#include "facts/quotation_chain.h"

#include <gmock/gmock.h>

namespace stet {
namespace {

Facts read_plain_text(const std::string& text) {
  Context context;
  context.lexicon = plain_lexicon();
  return read(Text(text), Format::plain, context);
}

TEST(QuotationChain, each_paragraph_opens_and_the_last_closes) {
  const Facts facts = read_plain_text("“We are leaving.\n\n“The crew agrees.\n\n“That is all,” the captain said.");
  const QuotationChains chains = chain_quotations(facts);
  ASSERT_EQ(chains.chains.size(), 1u);
  EXPECT_EQ(chains.chains[0].parts.size(), 3u);
  EXPECT_TRUE(chains.chains[0].closed);
}

TEST(QuotationChain, a_close_without_an_opening_mark_ends_it) {
  const QuotationChains chains = chain_quotations(read_plain_text("“We are leaving.\n\nThe crew agrees,” he said."));
  ASSERT_EQ(chains.chains.size(), 1u);
  EXPECT_TRUE(chains.chains[0].closed);
  EXPECT_EQ(chains.excused.size(), 1u);
}

TEST(QuotationChain, narration_after_an_open_quotation_leaves_it_open) {
  const QuotationChains chains = chain_quotations(read_plain_text("“We are leaving.\n\nThe crew stood on the quay."));
  ASSERT_EQ(chains.chains.size(), 1u);
  EXPECT_FALSE(chains.chains[0].closed);
}

TEST(Quote, forms) {
  const Facts facts =
      read_plain_text("The “dump” was praised in “The Long Road”, and “it will be closed by May”, he said.");
  const auto& quotes = facts.local(0).quotes;
  ASSERT_EQ(quotes.size(), 3u);
  EXPECT_EQ(quotes[0].form, Quote::Form::scare);
  EXPECT_EQ(quotes[1].form, Quote::Form::scare);
  EXPECT_EQ(quotes[2].form, Quote::Form::inline_quote);
}

}  // namespace
}  // namespace stet
