#include "facts/name_forms.h"

#include <gtest/gtest.h>

#include "facts/facts.h"

namespace stet {
namespace {

// The pairs that may be one name, as "a/b".
std::string pairs(std::string text) {
  const Facts facts = read(Text(std::move(text)), Format::plain, Context{.lexicon = plain_lexicon()});
  const auto forms = name_forms(facts);
  std::string out;
  for (const NamePair& pair : alike(forms))
    out += (out.empty() ? "" : " ") + forms[pair.a].folded + "/" + forms[pair.b].folded;
  return out;
}

TEST(NameForms, AreAlikeByOneLetterOrTwoChangedPlaces) {
  EXPECT_EQ(pairs("We saw Ferreira and then Ferrera."), "ferreira/ferrera");
  EXPECT_EQ(pairs("We saw Ferreira and then Ferriera."), "ferreira/ferriera");
  EXPECT_EQ(pairs("We saw Ferreira and then Pereira."), "");
}

TEST(NameForms, AreAlikeBySound) {
  EXPECT_EQ(sound_skeleton("tchebyshev"), sound_skeleton("chebyshev"));
  EXPECT_EQ(pairs("We saw Chebyshev and then Tchebyshev."), "chebyshev/tchebyshev");
}

TEST(NameForms, OfTenThousandAreHeldTogetherInTime) {
  std::string text;
  for (int n = 0; n < 10000; ++n) {
    text += " of X";
    for (int k = n; k > 0; k /= 26) text += static_cast<char>('a' + k % 26);
    text += "holm";
  }
  EXPECT_FALSE(pairs(text).empty());
}

}  // namespace
}  // namespace stet
