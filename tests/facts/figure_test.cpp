#include "facts/figure.h"

#include <gmock/gmock.h>

#include <cmath>

#include "facts/facts.h"
#include "facts/number_words.h"

namespace stet {
namespace {

using testing::Contains;
using testing::DoubleNear;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::Not;

Context context() {
  Context c;
  c.lexicon = plain_lexicon();
  return c;
}

std::vector<Figure> figures(std::string text) {
  const Facts facts = read(Text(std::move(text)), Format::plain, context());
  if (facts.size() == 0) return {};
  return {facts.local(0).figures.begin(), facts.local(0).figures.end()};
}

// "1600000000 USD?", "10..20 km" for each figure.
std::vector<std::string> said(const std::string& text) {
  std::vector<std::string> out;
  for (const Figure& f : figures(text)) {
    char buffer[96];
    if (f.value) std::snprintf(buffer, sizeof buffer, "%.12g", *f.value);
    else std::snprintf(buffer, sizeof buffer, "%.12g..%.12g", f.low, f.high);
    out.push_back(std::string(buffer) + (f.unit.empty() ? "" : " " + f.unit));
  }
  return out;
}

TEST(Figures, MoneyInItsMainUnit) {
  EXPECT_THAT(said("The province spent $1.6 billion."), ElementsAre("1600000000 USD?"));
  EXPECT_THAT(said("The pass costs 50 cents."), ElementsAre("0.5 USD?"));
  EXPECT_THAT(said("The club paid £3m and C$40."), ElementsAre("3000000 GBP", "40 CAD"));
  EXPECT_THAT(said("Oil stood at $50 a barrel."), ElementsAre("50 USD?/bbl"));
}

// A cell of a table, say: nothing but an article and a unit. "He paid a pound" counts nothing.
TEST(Figures, AnArticleIsANumberWhereItIsAllThereIs) {
  EXPECT_THAT(said("a dollar"), ElementsAre("1 USD?"));
  EXPECT_THAT(said("He paid a dollar."), IsEmpty());
}

TEST(Figures, CountsHaveTheirNoun) {
  EXPECT_THAT(said("The fire drove out three police officers."), ElementsAre("3 officer"));
  EXPECT_THAT(said("It burned 1,250 homes."), ElementsAre("1250 home"));
}

TEST(Figures, PercentAndPointsAreTwoUnits) {
  EXPECT_THAT(said("It fell 12 per cent."), ElementsAre("12 %"));
  EXPECT_THAT(said("It fell 12 percentage points."), ElementsAre("12 points"));
}

TEST(Figures, RangesHaveTwoEndsAndNoValue) {
  EXPECT_THAT(said("The path is between 5 and 10 km long."), ElementsAre("5..10 km"));
  EXPECT_THAT(said("It took two or three days."), ElementsAre("2..3 d"));
}

TEST(Figures, EndsOfAChangeAreTwoFigures) {
  const std::vector<Figure> f = figures("Enrolment rose from 48 to 66 pupils.");
  ASSERT_EQ(f.size(), 2u);
  EXPECT_TRUE(f[0].change_end && f[1].change_end);
}

TEST(Figures, ScaledNumbersMeanHalfAUnitEitherSide) {
  const std::vector<Figure> f = figures("They paid $1.6 billion.");
  ASSERT_EQ(f.size(), 1u);
  EXPECT_THAT(f[0].low, DoubleNear(1.55e9, 1));
  EXPECT_THAT(f[0].high, DoubleNear(1.65e9, 1));
}

TEST(Figures, ApproximatorsWiden) {
  const std::vector<Figure> f = figures("They paid nearly $200.");
  ASSERT_EQ(f.size(), 1u);
  EXPECT_EQ(f[0].hedge, Figure::Hedge::under);
  EXPECT_THAT(f[0].low, DoubleNear(180, 1e-9));
  EXPECT_THAT(f[0].high, DoubleNear(200, 1e-9));
}

TEST(Figures, NumbersThatMeasureNothing) {
  EXPECT_THAT(said("See page 12 and section 3."), IsEmpty());
  EXPECT_THAT(said("The COVID-19 wards closed at 10:30."), IsEmpty());
  EXPECT_THAT(said("Call 555-0100 or 10.0.0.1."), IsEmpty());
  EXPECT_THAT(said("Vella won 2-1."), IsEmpty());
}

TEST(Figures, PowersOfTen) {
  EXPECT_THAT(said("It holds 1.3x10^6 grains and 3 × 10⁸ cells."), ElementsAre("1300000 grain", "300000000 cell"));
  EXPECT_THAT(said("It is 2 × 10⁻³ wide."), ElementsAre("0.002"));
  EXPECT_THAT(said("It is 2^400 or 9^999."), Not(Contains("inf")));
}

TEST(Figures, FractionsInWords) {
  EXPECT_THAT(said("It took one one-hundredth of it."), ElementsAre("0.01"));
  EXPECT_THAT(said("It took three thirty-fifths."), ElementsAre("0.0857142857143"));
  EXPECT_THAT(said("It took two hundred and three fifths."), ElementsAre("200.6"));
  EXPECT_THAT(said("It was her one hundred and fifth birthday."), ElementsAre("105"));
}

TEST(Figures, BothBoundsAreOneRange) {
  EXPECT_THAT(said("It is more than 10 and less than 40 km long."), ElementsAre("10..40 km"));
  EXPECT_THAT(said("It is less than 40 but more than 10 km long."), ElementsAre("10..40 km"));
  EXPECT_THAT(said("More than 40 and less than 10 came."), ElementsAre("40", "10"));
}

TEST(Figures, CodesOfCurrenciesBesideDigits) {
  EXPECT_THAT(said("The quay cost USD115.5 and 75 EUR million."), ElementsAre("115.5 USD", "75000000 EUR"));
  EXPECT_THAT(said("ALL 5 boats sank."), ElementsAre("5 boat"));
}

TEST(Figures, UnitsBesideEachOtherTellWhatTheyAre) {
  EXPECT_THAT(said("It was 38C (100F)."), ElementsAre("38 Cel", "100 [degF]"));
  EXPECT_THAT(said("He weighs 200 pounds (91 kg)."), ElementsAre("200 lb", "91 kg"));
}

TEST(Figures, NothingOverflows) {
  EXPECT_THAT(said("It holds 1e999 grains."), IsEmpty());
  EXPECT_THAT(said("It holds " + std::string(400, '9') + " grains."), IsEmpty());
  for (const Figure& f :
       figures("a hundred " + std::string(9000, ' ') + "million million million million million million"))
    EXPECT_TRUE(std::isfinite(f.value.value_or(0)));
}

TEST(Figures, NothingIsReadByItsEnd) {
  EXPECT_THAT(said("It holds 1e308 million grains."), IsEmpty());
  EXPECT_THAT(said("It holds 1e-999 grains."), IsEmpty());
}

TEST(Figures, GroupsOfDigitsAsPeopleWriteThem) {
  for (const char* number : {"1,234,567", "12,34,567", "1.234.567", "1 234 567", "1'234'567", "1’234’567",
                             "1\u202F234\u202F567", "1\u00A0234\u00A0567", "१२३४५६७", "１２３４５６７"})
    EXPECT_THAT(said(std::string("It burned ") + number + " homes."), ElementsAre("1234567 home")) << number;
  EXPECT_THAT(said("It burned 1.234,5 hectares."), ElementsAre("1234.5 ha"));
}

TEST(Figures, DigitsOfOtherScripts) {
  EXPECT_THAT(said("It burned ١٬٦٠٠ homes."), ElementsAre("1600 home"));
  EXPECT_THAT(said("It burned ۴۰۰ homes."), ElementsAre("400 home"));
}

TEST(NumberWords, EveryWordOfTheListHasAValue) {
  const auto lexicon = plain_lexicon();
  for (WordId id = 0; lexicon->known(id); ++id)
    EXPECT_TRUE(!lexicon->is(id, WordClass::number_word) || number_word(lexicon->word(id))) << lexicon->word(id);
}

}  // namespace
}  // namespace stet
