// Figures, dates and tables as nobody should write them: nothing overflows, hangs or is invented, with every rule.
#include <gmock/gmock.h>

#include <chrono>
#include <cmath>
#include <string>

#include "support/engine.h"

namespace stet {
namespace {

std::vector<std::string> of_rule(const Engine& engine, const std::string& draft, std::string_view rule) {
  const Facts facts = engine.read(Text(draft), Format::markdown);
  std::vector<std::string> out;
  for (const Finding& finding : engine.lint(facts).findings)
    if (finding.rule == rule) out.push_back(draft.substr(finding.span.begin, finding.span.size()));
  return out;
}

// 12,500 rows of eight columns, each n to n + 6, and their sums.
std::string large_table(int wrong) {
  constexpr int rows = 12'500;
  std::string out = "| Ward | a | b | c | d | e | f | g |\n|---|--:|--:|--:|--:|--:|--:|--:|\n";
  for (int row = 0; row < rows; ++row) {
    out += "| W";
    for (int c = 0; c < 7; ++c) out += " | " + std::to_string(row % 97 + c + 1);
    out += " |\n";
  }
  out += "| Total";
  for (int c = 0; c < 7; ++c) {
    long sum = 0;
    for (int row = 0; row < rows; ++row) sum += row % 97 + c + 1;
    out += " | " + std::to_string(sum + (c == wrong ? 9'000 : 0));
  }
  return out + " |\n";
}

TEST(BadFigures, ATableOfAHundredThousandCellsIsAddedUp) {
  const Engine engine;
  const auto begun = std::chrono::steady_clock::now();
  EXPECT_THAT(of_rule(engine, large_table(-1), "table-total-mismatch"), testing::IsEmpty());
  EXPECT_EQ(of_rule(engine, large_table(3), "table-total-mismatch").size(), 1u);
  // A second at most where nothing else runs; what grows with the square of the rows takes minutes.
  EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(60));
}

TEST(BadFigures, ARaggedTableIsNotAddedUp) {
  const Engine engine;
  std::string rows;
  for (int row = 0; row < 2'000; ++row) {
    rows += "| W";
    for (int c = 0; c < row % 9; ++c) rows += " | " + std::to_string(c + 10);
    rows += " |\n";
  }
  EXPECT_THAT(of_rule(engine, "| Ward | a | b | c |\n|---|--:|--:|--:|\n" + rows + "| Total | 3 | 4 | 5 |\n",
                      "table-total-mismatch"),
              testing::IsEmpty());
}

// An empty cell may be nothing or may be missing: nobody knows, and nothing is said.
TEST(BadFigures, AColumnWithAnEmptyCellIsNotAddedUp) {
  const Engine engine;
  EXPECT_THAT(of_rule(engine, "| Ward | Homes |\n|---|--:|\n| A | 12 |\n| B | |\n| C | 10 |\n| Total | 27 |\n",
                      "table-total-mismatch"),
              testing::IsEmpty());
  // A dash says that there is nothing.
  EXPECT_EQ(of_rule(engine, "| Ward | Homes |\n|---|--:|\n| A | 12 |\n| B | – |\n| C | 10 |\n| Total | 27 |\n",
                    "table-total-mismatch")
                .size(),
            1u);
}

TEST(BadFigures, NothingIsInventedOfWhatNoNumberHolds) {
  const Engine engine;
  const std::string nines(400, '9'), arabic = "٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩٩";
  const std::string draft =
      "On 99/99/9999 and 2019-13-45 and 0000-00-00 at 99:99 it fell by 1e999 percent, $1e999, 1e-999 tons, " + arabic +
      " tons.\n\nIt rose from 0 to 0, a 0 percent increase, and from 1e308 to " + nines + ", a " + nines +
      " percent rise, 1e308 million in all.\n\nFrom 99999 to 0 it took " + nines + " years, " + nines +
      " years after 1999, and 99999999999999999999 years ago it was " + nines +
      " years old.\n\n| Ward | Homes |\n|---|--:|\n| A | " + nines + " |\n| B | 1e999 |\n| Total | " + nines + " |\n";
  const Facts facts = engine.read(Text(draft), Format::markdown);
  for (std::size_t p = 0; p < facts.size(); ++p) {
    for (const Figure& f : facts.local(p).figures) {
      EXPECT_TRUE(std::isfinite(f.value.value_or(0)) && !std::isnan(f.low) && !std::isnan(f.high));
      EXPECT_NE(facts.paragraph(p).text(f.words), "million");
    }
    for (const DateMention& d : facts.local(p).dates)
      EXPECT_TRUE(!d.first || !d.last || *d.first <= *d.last) << facts.paragraph(p).text(d.words);
  }
  for (const Finding& finding : engine.lint(facts).findings) {
    EXPECT_LE(finding.span.end, draft.size());
    EXPECT_TRUE(finding.message.find("inf") == std::string::npos && finding.message.find("nan") == std::string::npos)
        << finding.message;
  }
}

}  // namespace
}  // namespace stet
