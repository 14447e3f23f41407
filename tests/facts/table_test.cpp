#include "facts/table.h"

#include <gtest/gtest.h>

namespace stet {
namespace {

Facts facts_of(std::string text) {
  Context c;
  c.lexicon = plain_lexicon();
  return read(Text(std::move(text)), Format::markdown, c);
}

std::optional<CellNumber> cell(const std::string& written) {
  const Facts facts = facts_of("| a | b |\n| --- | --- |\n| x | " + written + " |\n");
  const Paragraph& row = facts.paragraph(facts.size() - 1);
  if (row.sentences.size() != 2) return std::nullopt;
  return number_in(WordView(row, facts.context()), row.sentences[1].words);
}

TEST(Tables, RowsThatBelongTogether) {
  const Facts facts =
      facts_of("Text.\n\n| a | b |\n| --- | --- |\n| x | 1 |\n\n| c | d |\n| --- | --- |\n| y | 2 |\n| z | 3 |\n");
  const auto tables = find_tables(facts);
  ASSERT_EQ(tables.size(), 2u);
  EXPECT_EQ(tables[0].first, 1u);
  EXPECT_EQ(tables[0].last, 3u);
  EXPECT_EQ(tables[1].last, 6u);
}

// 40 000 is one number; 40 and 110 in two cells are not.
TEST(Tables, ANumberEndsWithItsCell) {
  const Facts facts = facts_of("| a | b | c |\n| --- | --- | --- |\n| 40 | 110 | 1 200 |\n");
  const std::size_t row = facts.size() - 1;
  const WordView w(facts.paragraph(row), facts.context());
  const auto& cells = facts.paragraph(row).sentences;
  ASSERT_EQ(cells.size(), 3u);
  EXPECT_EQ(number_in(w, cells[0].words)->value, 40);
  EXPECT_EQ(number_in(w, cells[1].words)->value, 110);
  EXPECT_EQ(number_in(w, cells[2].words)->value, 1200);
}

TEST(Tables, NumbersInCells) {
  EXPECT_EQ(cell("1,200")->value, 1200);
  EXPECT_EQ(cell("1984")->value, 1984);  // a cell is read for its number, were it a year in prose
  EXPECT_EQ(cell("(12)")->value, -12);
  EXPECT_EQ(cell("$3.5m")->value, 3.5e6);
  EXPECT_EQ(cell("9*")->value, 9);
  EXPECT_TRUE(cell("12%")->percent);
  EXPECT_FALSE(cell("about 9"));
  EXPECT_FALSE(cell("9 of 12"));
  EXPECT_FALSE(cell("3rd"));
  EXPECT_FALSE(cell("1e999"));
  EXPECT_FALSE(cell(std::string(400, '9')));
}

}  // namespace
}  // namespace stet
