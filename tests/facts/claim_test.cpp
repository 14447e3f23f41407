#include "facts/claim.h"

#include <gmock/gmock.h>

#include "facts/facts.h"

namespace stet {
namespace {

struct Read {
  std::string words;
  Claim::Kind kind;
  int worth, alone;
  friend bool operator==(const Read&, const Read&) = default;
};
void PrintTo(const Read& r, std::ostream* out) {
  *out << r.words << " | " << claim_kind_name(r.kind) << " | " << r.worth << " | " << r.alone;
}

std::vector<Read> claims(const std::string& text) {
  Context context;
  context.lexicon = plain_lexicon();
  const Facts facts = read(Text(text), Format::plain, context);
  std::vector<Read> out;
  for (const Claim& c : facts.local(0).claims)
    out.push_back({facts.paragraph(0).text(c.words), c.kind, c.worth, c.alone});
  return out;
}

TEST(Claim, the_clause_that_carries_it_stands_for_the_sentence) {
  EXPECT_THAT(claims("The bay is quiet, with pilots who stole boats, and the quay of Vella is empty."),
              testing::ElementsAre(Read{"with pilots who stole boats", Claim::Kind::accusation, 5, 5}));
}

TEST(Claim, every_clause_with_a_sign_is_one) {
  EXPECT_THAT(claims("The yard has its own reasons to stay, with numerous pilots at work there."),
              testing::ElementsAre(Read{"The yard has its own reasons to stay", Claim::Kind::motive, 5, 3},
                                   Read{"with numerous pilots at work there.", Claim::Kind::generalisation, 2, 2}));
}

TEST(Claim, a_sentence_without_a_sign_is_one_whole) {
  EXPECT_THAT(claims("The boat lay at the quay, and it rained."),
              testing::ElementsAre(Read{"The boat lay at the quay, and it rained.", Claim::Kind::event, 0, 0}));
}

TEST(Claim, words_that_are_no_signs_where_they_stand) {
  for (const std::string text :
       {"She grew up here.", "The growing port is quiet.", "It is one of the largest yards.", "It is the best book.",
        "Her most famous ship is here.", "The ship is due to sail here.", "A best-selling book lay here."})
    EXPECT_THAT(claims(text), testing::ElementsAre(testing::Field(&Read::kind, Claim::Kind::event))) << text;
}

}  // namespace
}  // namespace stet
