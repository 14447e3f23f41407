// Figure identity: pairs of sentences of one draft whose figures are, or are not, one quantity.
#include "facts/cluster.h"

#include <gtest/gtest.h>

#include <string>

#include "facts/facts.h"

namespace stet {
namespace {

struct Pair {
  const char *first, *second;
};

// The best score of two figures that disagree; 0 where no pair does.
int disagreement(const Pair& pair) {
  Context context;
  context.lexicon = plain_lexicon();
  const std::string draft = std::string("Notes from the desk\n\n") + pair.first +
                            " It was a long day.\n\nThe wind had turned. Nobody came to the door.\n\n" + pair.second +
                            " The rain came later.\n";
  const Facts facts = read(Text(draft), Format::plain, context);
  int best = 0;
  for (const FigurePair& p : facts.figure_pairs)
    if (p.kind == FigurePair::Kind::conflict || p.kind == FigurePair::Kind::magnitude)
      best = std::max(best, p.score.total());
  return best;
}

constexpr int same = 6;  // from this score on two figures are the same quantity

TEST(Cluster, FindsTheSameQuantityWithAnotherValue) {
  const Pair pairs[] = {
      {"Repairs would cost $1.8 million, according to a report that the board published on Friday.",
       "The repairs that the board turned down would have cost $1.6 million and would have taken five months."},
      {"The 412 passengers were taken ashore by dusk.",
       "Police said that all 421 passengers had been accounted for when the ferry docked."},
      {"The fire destroyed 31 homes in Alder Creek.", "Insurers have visited the 13 homes that the fire destroyed."},
      {"The strike idled 48,000 workers at the yard.", "The yard idled 4,800 workers during the strike."},
      {"The company employs 2,300 people in Velm.",
       "The closure will cost all 3,200 people the company employs in Velm their jobs."},
      {"The bridge is 1,240 metres long.", "At 1,420 metres, the bridge is the longest in the province."},
      {"Turnout was 58% in the council election.",
       "A turnout of 85% in the council election was the highest in years."},
      {"The new library cost €14 million to build.", "Builders were paid late for the €41 million library."},
      {"The court fined Holm £2,500.", "Holm has appealed against the £25,000 fine."},
      {"The bank gave Velm a loan of $46 million.", "Velm must repay the $64 million loan to the bank by spring."},
      {"At least 107 killed as the pit roof falls.", "The roof of the pit fell on Friday, killing 170 or more."},
      {"The fall of the pit roof injured 238.", "In all 283 people were injured as the pit roof fell."},
      {"Three officers were hurt in the raid on the mill.", "In all, 4 officers were hurt in the raid on the mill."},
      {"Ruiz sold the house for $2.3 million.", "The house was sold for $3.2 million, and Ruiz moved away."},
      {"The reactor produces 900 megawatts of power.",
       "The reactor, which produces 990 megawatts of power, was closed."},
  };
  for (const Pair& pair : pairs) EXPECT_GE(disagreement(pair), same) << pair.first << "\n" << pair.second;
}

TEST(Cluster, KeepsQuantitiesApart) {
  const Pair pairs[] = {
      {"The bank lent Corvane $46 million in 2013.",
       "Brussels has sent Corvane nearly $1.6 billion in farm aid since 2000."},
      {"The programme cost $1.6 billion in 2018.", "The programme cost $1.8 billion in 2019."},
      {"The ministry spent $1.6 billion on roads.", "The ministry pledged $1.8 billion for roads."},
      {"Aid to Velm came to $1.6 billion.", "Of that, $200 million was military aid to Velm."},
      {"The ferry carried 412 passengers.", "The ferry had 38 crew."},
      {"At least 12 people died in the flood.", "The toll of the flood rose to 19 people on Monday."},
      {"At least 107 killed as the pit roof falls.", "An earlier fall of the pit roof killed 170."},
      {"At least 107 killed as the pit roof falls.", "The fall of the pit roof injured 170."},
      {"A bomb killed 107 in Holmvik market.", "A bomb killed 170 in Velm station."},
      {"Corvane exported 300 tonnes of wheat.", "Velm exported 450 tonnes of wheat."},
      {"A family ticket costs $40.", "A single ticket costs $15."},
      {"The first phase cost $4 million.", "The second phase cost $9 million."},
      {"The north bridge is 400 metres long.", "The south bridge is 900 metres long."},
      {"The €500 note is not printed any more.", "The €200 note is rarely seen in shops."},
      {"The company hired 300 workers for the new line.", "The company dismissed 120 workers at the old line."},
      {"Rent is $900 a month in Velm.", "Rent was $400 a month when she moved in."},
  };
  for (const Pair& pair : pairs) EXPECT_LT(disagreement(pair), same) << pair.first << "\n" << pair.second;
}

}  // namespace
}  // namespace stet
