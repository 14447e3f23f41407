#include "facts/clock.h"

#include <gtest/gtest.h>

#include <string>

#include "facts/facts.h"

namespace stet {
namespace {

// Every clock time of a text as "hour:minute half".
std::string times(std::string text) {
  const Context context{.lexicon = plain_lexicon()};
  const Facts facts = read(Text(std::move(text)), Format::plain, context);
  const WordView w(facts.paragraph(0), facts.context());
  std::string out;
  for (std::uint32_t i = 0; i < w.size(); ++i)
    if (const auto t = clock_at(w, i)) {
      if (!out.empty()) out += "; ";
      out += std::to_string(t->hour) + ":" + (t->minute ? std::to_string(*t->minute) : "-");
      if (t->half != ClockTime::Half::none) out += t->half == ClockTime::Half::am ? " am" : " pm";
      i = t->words.last - 1;
    }
  return out;
}

TEST(Clock, IsReadInEveryCommonForm) {
  EXPECT_EQ(times("At 14:05, 7.30pm, 9 a.m. and 12 noon."), "14:5; 7:30 pm; 9:- am; 12:-");
  EXPECT_EQ(times("At 13:20 p.m. or 25:10."), "13:20 pm; 25:10");
}

TEST(Clock, IsNoCountAndNoVerb) {
  EXPECT_EQ(times("They won 3-1. At 40 I am old. It cost 7.30 crowns and took 1:02:03."), "");
}

}  // namespace
}  // namespace stet
