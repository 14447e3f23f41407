#include "facts/date_carried.h"

#include <gtest/gtest.h>

#include <string>

namespace stet {
namespace {

// The last date of the last paragraph of a draft published on 2020-06-10, as "first..last".
std::string last_date(std::string text) {
  const Context context{.date = date_of("2020-06-10"), .lexicon = plain_lexicon()};
  const Facts facts = read(Text(std::move(text)), Format::plain, context);
  const DateMention d = CarriedDates(facts).of(facts.size() - 1).back();
  return (d.first ? iso_date(*d.first) : "?") + ".." + (d.last ? iso_date(*d.last) : "?");
}

const std::string life =
    "Ada Holm was born in 1811 and went to sea in 1827.\n\nIn 1829 she bought a brig, and in 1832 a yard.\n\n";

TEST(CarriedDates, TakeTheYearOfAHistory) {
  EXPECT_EQ(last_date(life + "On 30 May she fell from the mast."), "1832-05-30..1832-05-30");
  EXPECT_EQ(last_date(life + "In 1834 she sold it. On 2 June she left."), "1834-06-02..1834-06-02");
  EXPECT_EQ(last_date(life + "Her house is a museum today."), "2020-06-10..2020-06-10");
}

TEST(CarriedDates, LeaveNewsItsYear) {
  EXPECT_EQ(last_date("The yard was founded in 1811.\n\nOn 30 May the board met."), "2020-05-30..2020-05-30");
  EXPECT_EQ(last_date(life + "It burnt last week.\n\nThe board met on Friday.\n\nOn 30 May a deal was signed."),
            "2020-05-30..2020-05-30");
}

TEST(CarriedDates, CountFromTheParagraphBefore) {
  EXPECT_EQ(last_date("The mill opened in 2011.\n\nA year later, it shut."), "2012-01-01..2012-12-31");
  EXPECT_EQ(last_date("The mill opened on May 3, 2011.\n\nThe next day it shut."), "2011-05-04..2011-05-04");
  EXPECT_EQ(last_date("The mill opened in 2011.\n\nThe next day it shut."), "?..?");
}

}  // namespace
}  // namespace stet
