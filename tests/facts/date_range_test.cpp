#include "facts/date_range.h"

#include <gtest/gtest.h>

#include <string>

#include "facts/facts.h"

namespace stet {
namespace {

// The ends of the first date of a draft published on 2020-06-10, as "words = first..last"; empty where it has none.
std::string ends(std::string text) {
  const Context context{.date = date_of("2020-06-10"), .lexicon = plain_lexicon()};
  const Facts facts = read(Text(std::move(text)), Format::plain, context);
  const auto found = ends_of_range(facts.local(0).dates.front());
  if (!found) return {};
  const auto told = [&](const DateMention& d) {
    return std::string(facts.document->text.bytes(facts.absolute(0, d.span))) + " = " +
           (d.first ? iso_date(*d.first) : "?") + ".." + (d.last ? iso_date(*d.last) : "?");
  };
  return told(found->first) + "; " + told(found->second);
}

TEST(RangeOfDates, HasTwoEnds) {
  EXPECT_EQ(ends("She ruled from 1598 to 1722."), "1598 = 1598-01-01..1598-12-31; 1722 = 1722-01-01..1722-12-31");
  EXPECT_EQ(ends("It ran from January 23 through March 9, 2014."),
            "January 23 = 2014-01-23..2014-01-23; March 9, 2014 = 2014-03-09..2014-03-09");
  EXPECT_EQ(ends("It grew between the 1950s and the 1970s."),
            "the 1950s = 1950-01-01..1959-12-31; the 1970s = 1970-01-01..1979-12-31");
  EXPECT_EQ(ends("Her stories (1892–94) sold."), "1892 = 1892-01-01..1892-12-31; 94 = 1894-01-01..1894-12-31");
  EXPECT_EQ(ends("He taught there (2013 – present)."),
            "2013 = 2013-01-01..2013-12-31; present = 2020-06-10..2020-06-10");
}

TEST(RangeOfDates, SaidRoughlyIsOpenInTheMiddle) {
  EXPECT_EQ(ends("Go from early October 2018 to late April 2019."),
            "early October 2018 = 2018-10-01..?; late April 2019 = ?..2019-04-30");
}

TEST(RangeOfDates, MayShareItsWords) {
  EXPECT_EQ(ends("It ran March 3-5, 2019."), "");
  EXPECT_EQ(ends("The season 2018-19 was dry."), "");
  EXPECT_EQ(ends("It is open from Wednesday to Friday."), "");
  EXPECT_EQ(ends("It opened in 1999."), "");
}

}  // namespace
}  // namespace stet
