#include "facts/bibliography.h"

#include <gmock/gmock.h>

namespace stet {
namespace {

std::string keys(std::string_view bib) {
  std::string out;
  const Bibliography read(bib);
  for (const BibEntry& entry : read.entries()) out += entry.key + " ";
  return out;
}

TEST(Bibliography, KeysOfItsEntries) {
  EXPECT_EQ(keys("@comment{x}\n@Book{ruiz2019,\n title={a @ b},\n}\n  @article ( holm , year=2020)\n@string{a = 1}\n@"),
            "ruiz2019 holm ");
}

TEST(Bibliography, FieldsWithoutTheirBracesAndQuotationMarks) {
  const Bibliography bib(
      "@Book{ruiz, author = {Ruiz, Ana and Holm, Per}, title = \"The {Pier} of\n  Holmvik\", year = 2019}\n"
      "@misc{board, editor = {{Harbour Board}}, date = {2020-03-01}, crossref = {ruiz}}\n");
  const BibEntry* ruiz = bib.find("ruiz");
  ASSERT_NE(ruiz, nullptr);
  EXPECT_EQ(ruiz->type, "book");
  EXPECT_EQ(ruiz->author, "Ruiz, Ana and Holm, Per");
  EXPECT_EQ(ruiz->title, "The Pier of Holmvik");
  EXPECT_EQ(ruiz->date, "2019");
  EXPECT_FALSE(ruiz->inherits);
  const BibEntry* board = bib.find("board");
  ASSERT_NE(board, nullptr);
  EXPECT_EQ(board->author, "Harbour Board");
  EXPECT_EQ(board->date, "2020-03-01");
  EXPECT_TRUE(board->title.empty());
  EXPECT_TRUE(board->inherits);
  EXPECT_EQ(bib.find("holm"), nullptr);
}

TEST(Bibliography, EveryEntryOfAKey) {
  const Bibliography bib("@book{a, title={1}}\n@book{b, title={2}}\n@book{a, title={3}}\n");
  ASSERT_EQ(bib.all("a").size(), 2u);
  EXPECT_EQ(bib.all("a")[1]->title, "3");
  EXPECT_EQ(bib.find("a")->title, "1");
  EXPECT_EQ(bib.entries()[1].span, (Span{20, 39}));
}

TEST(Bibliography, AnEntryThatIsNotClosedEndsWhereTheNextBegins) {
  EXPECT_EQ(keys("@book{a, title = {open\n@book{b, title = \"open\n@book{c, year = 1"), "a b c ");
  EXPECT_EQ(keys("@book{"), "");
  EXPECT_EQ(keys("@book{a"), "a ");
  EXPECT_EQ(keys("@@@\n@book\n@book{ , }\n}}}{{{\n@book{d}"), "d ");
}

TEST(Bibliography, TenMegabytesOfOpenBraces) {
  std::string bib;
  while (bib.size() < 10'000'000) bib += "@book{k, title = {{{{ @ \"x\n";
  EXPECT_GT(Bibliography(bib).entries().size(), 300'000u);
  EXPECT_EQ(Bibliography(std::string(10'000'000, '{')).entries().size(), 0u);
  EXPECT_EQ(Bibliography("@book{k," + std::string(10'000'000, '{')).entries().size(), 1u);
}

}  // namespace
}  // namespace stet
