#include "facts/name.h"

#include <gtest/gtest.h>

#include "facts/facts.h"

namespace stet {
namespace {

std::string names(std::string text) {
  const Facts facts = read(Text(std::move(text)), Format::plain, Context{.lexicon = plain_lexicon()});
  std::string out;
  for (std::size_t p = 0; p < facts.size(); ++p)
    for (const Name& n : facts.local(p).names) out += (out.empty() ? "" : "; ") + facts.paragraph(p).text(n.words);
  return out;
}

TEST(Names, KeepParticlesAndInitialsAndLoseTitles) {
  EXPECT_EQ(names("Then Mayor Ana Ruiz met Piet van der Holm."), "Ana Ruiz; Piet van der Holm");
  EXPECT_EQ(names("The diver praised J. Holm and Jean-Luc Ruiz."), "J. Holm; Jean-Luc Ruiz");
}

TEST(Names, AreNotWordsThatTheirPlaceCapitalises) {
  EXPECT_EQ(names("When it rained in May, they left. Nobody stayed."), "");
}

TEST(Names, OfOrganisationsGoOn) {
  EXPECT_EQ(names("It asked the Ministry of the Sea for help."), "Ministry of the Sea");
}

TEST(Names, InItalicsAmongOthersAreWorks) {
  const auto works = [](std::string text) {
    const Facts facts = read(Text(std::move(text)), Format::markdown, Context{.lexicon = plain_lexicon()});
    std::string out;
    for (const Name& n : facts.local(0).names)
      if (n.type == Name::Type::work) out += (out.empty() ? "" : "; ") + facts.paragraph(0).text(n.words);
    return out;
  };
  EXPECT_EQ(works("Then Ana Ruiz wrote *The Salt Roads*, which Piet Holm read."), "The Salt Roads");
  EXPECT_EQ(works("*Then Ana Ruiz wrote to Piet Holm.*"), "");
  EXPECT_EQ(works("*Piet Holm*"), "");
}

}  // namespace
}  // namespace stet
