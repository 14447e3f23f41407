#include "facts/from_to.h"

#include <gtest/gtest.h>

#include "facts/facts.h"

namespace stet {
namespace {

// "48>66" for the first two figures of a text; empty where they are no ends of a change.
std::string ends(std::string text) {
  Context c;
  c.lexicon = plain_lexicon();
  const Facts facts = read(Text(std::move(text)), Format::plain, c);
  const auto& figures = facts.local(0).figures;
  if (figures.size() < 2) return {};
  const auto change = from_to(WordView(facts.paragraph(0), facts.context()), figures[0], figures[1]);
  if (!change) return {};
  const Paragraph& p = facts.paragraph(0);
  return p.text(change->from->words) + ">" + p.text(change->to->words);
}

TEST(FromTo, InEitherOrder) {
  EXPECT_EQ(ends("It rose from 48 to 66 pupils."), "48>66");
  EXPECT_EQ(ends("It rose to 66 pupils from 48."), "48>66");
  EXPECT_EQ(ends("It rose to 66 pupils, up from 48."), "48>66");
  EXPECT_EQ(ends("It rose from $2 million to $3 million."), "$2 million>$3 million");
}

TEST(FromTo, NotInTwoScalesOrKinds) {
  EXPECT_EQ(ends("It rose from 10 to 30 cents."), "");
  EXPECT_EQ(ends("It rose from 2 to 3 million."), "");
  EXPECT_EQ(ends("It rose from 40 crowns to 3 metres."), "");
  EXPECT_EQ(ends("It rose from about 40 to 66."), "");
  EXPECT_EQ(ends("It rose from 40 to 66 percent."), "");
}

}  // namespace
}  // namespace stet
