#include "facts/date.h"

#include <gtest/gtest.h>

#include <string>

#include "facts/facts.h"

namespace stet {
namespace {

// Every date of a draft published on Wednesday, 2020-06-10, as "words = first..last".
std::string dates(std::string text, Locale locale = Locale::en_us) {
  Context context{.date = date_of("2020-06-10"), .locale = locale, .lexicon = plain_lexicon()};
  const Facts facts = read(Text(std::move(text)), Format::plain, context);
  std::string out;
  for (std::size_t p = 0; p < facts.size(); ++p)
    for (const DateMention& d : facts.local(p).dates) {
      if (!out.empty()) out += "; ";
      out += facts.paragraph(p).text(d.words) + " = " + (d.first ? iso_date(*d.first) : "?");
      if (d.first != d.last) out += ".." + (d.last ? iso_date(*d.last) : "?");
    }
  return out;
}

TEST(Dates, AreReadInEveryCommonForm) {
  EXPECT_EQ(dates("It opened on August 18, 2020."), "August 18, 2020 = 2020-08-18");
  EXPECT_EQ(dates("It opened on 18 August 2020."), "18 August 2020 = 2020-08-18");
  EXPECT_EQ(dates("It opened on 2020-08-18."), "2020-08-18 = 2020-08-18");
  EXPECT_EQ(dates("It opened on Tuesday, Aug. 18, 2020."), "Tuesday, Aug. 18, 2020 = 2020-08-18");
  EXPECT_EQ(dates("It ran March 3-5, 2019."), "March 3-5, 2019 = 2019-03-03..2019-03-05");
  EXPECT_EQ(dates("It ran from June to August 2012."), "June to August 2012 = 2012-06-01..2012-08-31");
  EXPECT_EQ(dates("The budget for 2018-19 was cut."), "2018-19 = 2018-01-01..2019-12-31");
}

TEST(Dates, OfDigitsFollowTheLocale) {
  EXPECT_EQ(dates("On 03/04/2020."), "03/04/2020 = 2020-03-04");
  EXPECT_EQ(dates("On 03/04/2020.", Locale::en_gb), "03/04/2020 = 2020-04-03");
  EXPECT_EQ(dates("On 13/04/2020."), "13/04/2020 = 2020-04-13");
}

TEST(Dates, MayBeCoarse) {
  EXPECT_EQ(dates("In the early 2000s it closed."), "the early 2000s = 2000-01-01..2003-12-31");
  EXPECT_EQ(dates("A 19th-century pier."), "19th-century = 1800-01-01..1899-12-31");
  EXPECT_EQ(dates("It rose in Q3 2019."), "Q3 2019 = 2019-07-01..2019-09-30");
  EXPECT_EQ(dates("Since 2000 it has grown."), "2000 = 2000-01-01..2000-12-31");
}

TEST(Dates, AreHeldAgainstThePublicationDate) {
  EXPECT_EQ(dates("It closed last year."), "last year = 2019-01-01..2019-12-31");
  EXPECT_EQ(dates("It closed yesterday."), "yesterday = 2020-06-09");
  EXPECT_EQ(dates("It closed on Friday."), "Friday = 2020-06-05");
  EXPECT_EQ(dates("It will close on Friday."), "Friday = 2020-06-12");
  EXPECT_EQ(dates("It closed two weeks ago."), "two weeks ago = 2020-05-27");
  EXPECT_EQ(dates("It closed in April."), "April = 2020-04-01..2020-04-30");
  EXPECT_EQ(dates("It closed in 2011. It opened again the following year."),
            "2011 = 2011-01-01..2011-12-31; the following year = 2012-01-01..2012-12-31");
}

TEST(Dates, MaySayTheirYearBeforeOrBehindTheMonth) {
  EXPECT_EQ(dates("They toured between May and June in 1981."), "May and June in 1981 = 1981-05-01..1981-06-30");
  EXPECT_EQ(dates("The pier shut in 2016 November."), "2016 November = 2016-11-01..2016-11-30");
  EXPECT_EQ(dates("In 2016 April Jones left."), "2016 = 2016-01-01..2016-12-31");
}

TEST(Dates, MayBeCountedInBracketsOrToTheEndOfTheYear) {
  EXPECT_EQ(dates("“[Ten] years ago, a mill stood here.”"), "[Ten] years ago = 2010-01-01..2010-12-31");
  EXPECT_EQ(dates("The mill must close by year end."), "year end = 2020-12-31");
}

TEST(Dates, MayBeNamedByTheirFeast) {
  EXPECT_EQ(dates("It closed on Christmas Eve."), "Christmas Eve = 2019-12-24");
  EXPECT_EQ(dates("It closed on Easter Sunday 2018."), "Easter Sunday 2018 = 2018-04-01");
  EXPECT_EQ(dates("It closed on Black Friday."), "Black Friday = 2019-11-29");
  EXPECT_EQ(dates("It will close on Thanksgiving."), "Thanksgiving = 2020-11-26");
  EXPECT_EQ(dates("We had Christmas dinner and Easter eggs."), "");
}

TEST(Dates, MayNameTheirMonthOrWeekElsewhere) {
  EXPECT_EQ(dates("It closed on the 27th."), "the 27th = 2020-05-27");
  EXPECT_EQ(dates("It will close by the 27th."), "the 27th = 2020-06-27");
  EXPECT_EQ(dates("She lives on the 27th floor."), "");
  EXPECT_EQ(dates("It opens next week on Friday."), "next week on Friday = 2020-06-19");
  EXPECT_EQ(dates("It opens the first Friday of next month."), "the first Friday of next month = 2020-07-03");
  EXPECT_EQ(dates("It closed the last week of July 2019."), "the last week of July 2019 = 2019-07-15..2019-07-31");
  EXPECT_EQ(dates("It was sold in 11/2016."), "11/2016 = 2016-11-01..2016-11-30");
}

TEST(Dates, OfARangeThatRunsBelongTogether) {
  EXPECT_EQ(dates("It is to run from June 3 through July 9."), "June 3 through July 9 = 2020-06-03..2020-07-09");
  EXPECT_EQ(dates("It opened on the day - February 6 - this year."),
            "February 6 = 2020-02-06; this year = 2020-01-01..2020-12-31");
  EXPECT_EQ(dates("On Friday they are to travel."), "Friday = 2020-06-12");
}

TEST(Dates, MayBeYearsInLetters) {
  EXPECT_EQ(dates("It sank in nineteen eighty-four."), "nineteen eighty-four = 1984-01-01..1984-12-31");
  EXPECT_EQ(dates("It sank in two thousand and twelve."), "two thousand and twelve = 2012-01-01..2012-12-31");
  EXPECT_EQ(dates("The yard grew in the nineteen seventies."), "the nineteen seventies = 1970-01-01..1979-12-31");
  EXPECT_EQ(dates("It was hauled out on May twenty-one, 2018."), "May twenty-one, 2018 = 2018-05-21");
  EXPECT_EQ(dates("In two thousand and twelve cases nineteen sailors and twenty ten-year-olds were asked."), "");
}

TEST(Dates, OfFewDigitsNeedTheirSurroundings) {
  EXPECT_EQ(dates("The fort of AD 71 grew, and after 211 became a town. About 340, it fell."),
            "AD 71 = 0071-01-01..0071-12-31; 211 = 0211-01-01..0211-12-31; 340 = 0340-01-01..0340-12-31");
  EXPECT_EQ(dates("A law (594) came before the reform of 508 BC."),
            "594 = -593-01-01..-593-12-31; 508 BC = -507-01-01..-507-12-31");
  EXPECT_EQ(dates("The ferry has 211 seats, and after 340 it is full."), "");
  EXPECT_EQ(dates("In AD 71 about 340 soldiers came, in 340 ships."), "AD 71 = 0071-01-01..0071-12-31");
  EXPECT_EQ(dates("Holm won in 88 and 92, and lost in 2000."),
            "88 = 1988-01-01..1988-12-31; 92 = 1992-01-01..1992-12-31; 2000 = 2000-01-01..2000-12-31");
  EXPECT_EQ(dates("Holm won in 88 and 92 percent of districts in 2000."), "2000 = 2000-01-01..2000-12-31");
}

TEST(Dates, MayHangOnAnEvent) {
  EXPECT_EQ(dates("He packed the night before he left."), "the night before = ?");
  EXPECT_EQ(dates("In 2003, her senior year, she rowed."),
            "2003 = 2003-01-01..2003-12-31; her senior year = 2003-01-01..2003-12-31");
  EXPECT_EQ(dates("In March 2004, his second year at sea, he wrote home."),
            "March 2004 = 2004-03-01..2004-03-31; his second year = 2004-01-01..2004-12-31");
  EXPECT_EQ(dates("She sailed south in her gap year, which was her second year at sea."), "her gap year = ?");
  EXPECT_EQ(dates("It burnt in 1950. In the years that followed the port silted up."),
            "1950 = 1950-01-01..1950-12-31; the years that followed = 1950-01-01..?");
  EXPECT_EQ(dates("The pier was mined during World War II."), "World War II = 1939-01-01..1945-12-31");
  EXPECT_EQ(dates("The World War II bunker was listed."), "");
  EXPECT_EQ(dates("She ran the yard (2013 – present)."), "2013 – present = 2013-01-01..2020-06-10");
}

// A year says nothing of its days.
TEST(Dates, CountNoDaysFromAYear) {
  EXPECT_EQ(dates("It opened in 2011. The next day it shut."), "2011 = 2011-01-01..2011-12-31; The next day = ?");
  EXPECT_EQ(dates("It opened on May 3, 2011. The next day it shut."),
            "May 3, 2011 = 2011-05-03; The next day = 2011-05-04");
}

TEST(Dates, AreNotCountsOrWords) {
  EXPECT_EQ(dates("Some 2000 people paid $1500 for 1200 places."), "");
  EXPECT_EQ(dates("They may march. Call 555-2019 or see page 1984."), "");
  EXPECT_EQ(dates("It ended 3-2 at 7:30 p.m. in section 12/4."), "");
}

TEST(Dates, ThatCannotBeAreReadWithoutHarm) {
  EXPECT_EQ(dates("On June 31, 2019."), "June 31, 2019 = ?");
  EXPECT_EQ(dates("In the year 99999 and " + std::string(400, '9') + " and 0000-00-00."), "");
  EXPECT_EQ(dates("In the year 0, in 0 BC, on 99/99/9999 and on 2019-13-45."), "2019 = 2019-01-01..2019-12-31");
  EXPECT_EQ(dates("It fell 10,000 years ago."), "10,000 years ago = ?..2020-06-10");
  EXPECT_EQ(dates("It fell in 776 BC."), "776 BC = -775-01-01..-775-12-31");
}

TEST(Dates, KeepTheWeekdayOfEachEnd) {
  Context context{.lexicon = plain_lexicon()};
  const Facts facts = read(Text("From Friday to Sunday, March 3-5, 2023."), Format::plain, context);
  ASSERT_EQ(facts.local(0).dates.size(), 1u);
  const DateMention& d = facts.local(0).dates[0];
  EXPECT_EQ(d.weekday, std::chrono::Friday);
  ASSERT_TRUE(d.until);
  EXPECT_EQ(d.until->weekday, std::chrono::Sunday);
  EXPECT_EQ(d.until->day, 5u);
}

}  // namespace
}  // namespace stet
