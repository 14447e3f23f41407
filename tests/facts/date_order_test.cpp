#include "facts/date_order.h"

#include <gtest/gtest.h>

#include <string>

#include "facts/date_event.h"

namespace stet {
namespace {

Facts facts_of(std::string text) {
  return read(Text(std::move(text)), Format::plain, {.date = date_of("2020-06-10"), .lexicon = plain_lexicon()});
}

std::string orders(std::string text) {
  const Facts facts = facts_of(std::move(text));
  const WordView w(facts.paragraph(0), facts.context());
  std::string out;
  for (const DateOrder& o : date_orders(w, facts.local(0)))
    out += std::to_string(*o.told->year) + (o.after ? " after " : " before ") + std::to_string(*o.other->year) +
           (o.distance != nullptr ? " by " + w.paragraph().text(o.distance->words) : "") +
           (o.event ? ", an event;" : ";");
  return out;
}

TEST(DateOrders, AreReadEitherWayRound) {
  EXPECT_EQ(orders("It was signed in 2015, three years before the war of 2012."),
            "2015 before 2012 by three years, an event;");
  EXPECT_EQ(orders("Three years after the 2012 flood, in 2015, it sat."), "2015 after 2012 by Three years, an event;");
  EXPECT_EQ(orders("She resigned in 2011, after the 2012 election."), "2011 after 2012, an event;");
}

TEST(DateOrders, OfOtherClausesAreNone) {
  EXPECT_EQ(orders("It opened in 2011 and closed after the 2012 flood."), "");
  EXPECT_EQ(orders("It opened in 2011. After the 2012 flood it closed."), "");
}

TEST(DatedEvents, OfOneThingShareAKey) {
  const Facts facts = facts_of("The mission ended last year. In 2018, when the mission ended, it rained.");
  const auto events = dated_events(facts);
  ASSERT_EQ(events.size(), 2u);
  EXPECT_EQ(events[0].key, events[1].key);
}

TEST(DatedEvents, OfTwoThingsDoNot) {
  const Facts facts =
      facts_of("The Vella mission ended in 2018. The Orsk mission ended in 2019. A mission ended in 2016.");
  const auto events = dated_events(facts);
  ASSERT_EQ(events.size(), 2u);
  EXPECT_NE(events[0].key, events[1].key);
}

}  // namespace
}  // namespace stet
