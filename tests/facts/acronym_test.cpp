#include "facts/acronym.h"

#include <gtest/gtest.h>

#include "facts/acronym_table.h"
#include "facts/facts.h"

namespace stet {
namespace {

Facts facts_of(std::string text) {
  return read(Text(std::move(text)), Format::plain, Context{.lexicon = plain_lexicon()});
}

// Every definition as "short = long".
std::string pairs(std::string text) {
  const Facts facts = facts_of(std::move(text));
  std::string out;
  for (std::size_t p = 0; p < facts.size(); ++p)
    for (const Acronym& a : facts.local(p).acronyms)
      if (a.long_form) {
        if (!out.empty()) out += "; ";
        out += facts.paragraph(p).text(a.short_form) + " = " + facts.paragraph(p).text(*a.long_form);
      }
  return out;
}

TEST(Acronyms, AreDefinedBeforeAndAfter) {
  EXPECT_EQ(pairs("The Lower Basin Water Compact (LBWC) began."), "LBWC = Lower Basin Water Compact");
  EXPECT_EQ(pairs("The LBWC (Lower Basin Water Compact) began."), "LBWC = Lower Basin Water Compact");
  EXPECT_EQ(pairs("The LBWC (the Lower Basin Water Compact) began."), "LBWC = Lower Basin Water Compact");
}

TEST(Acronyms, SkipSmallWordsAndTakeInnerLetters) {
  EXPECT_EQ(pairs("The Ministry of Harbours and Piers (MHP) paid."), "MHP = Ministry of Harbours and Piers");
  EXPECT_EQ(pairs("Every non-governmental organisation (NGO) came."), "NGO = non-governmental organisation");
  EXPECT_EQ(pairs("Levels of harbourin (HBN) rose."), "HBN = harbourin");
}

TEST(Acronyms, NeedTheirLetters) {
  EXPECT_EQ(pairs("The mayor of Vella (left) waved."), "");
  EXPECT_EQ(pairs("The old pier (KQZ) burned."), "");
}

TEST(Acronyms, AreKnownWithoutDotsAndPlural) {
  EXPECT_EQ(acronym_key("N.G.O."), "NGO");
  EXPECT_EQ(acronym_key("NGOs"), "NGO");
  EXPECT_EQ(acronym_key("AS"), "AS");
}

TEST(Acronyms, OfADraftStandInOneTable) {
  const Facts facts = facts_of("The HPA met.\n\nThe Harbour Pilots Association (HPA) voted. Two HPAs came.");
  const auto table = acronym_table(facts);
  ASSERT_EQ(table.size(), 1u);
  EXPECT_EQ(table[0].key, "HPA");
  EXPECT_EQ(table[0].uses.size(), 3u);
  EXPECT_EQ(table[0].definitions.size(), 1u);
}

TEST(Acronyms, AreNotRomanNumerals) {
  const Facts facts = facts_of("Louis XIV and Louis XVI met in MCMXC.");
  EXPECT_TRUE(facts.local(0).acronyms.empty());
}

TEST(Acronyms, ManyBracketsAreReadInTime) {
  std::string text;
  for (int n = 0; n < 20000; ++n) text += "Alpha Beta (AB) ((( ";
  EXPECT_EQ(facts_of(text).size(), 1u);
}

}  // namespace
}  // namespace stet
