// The fact-check sheet: its rows, its CSV, and that nothing in a draft is markup on its page.
// What a browser makes of the page is tests/e2e/sheet.js.
#include "sheet/sheet.h"

#include <gmock/gmock.h>

#include "sheet/csv.h"
#include "sheet/page.h"
#include "sheet/shown.h"
#include "support/engine.h"

namespace stet {
namespace {

using testing::ElementsAre;
using testing::EndsWith;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

const Engine& engine() {
  static const Engine made;
  return made;
}

Facts facts_of(std::string text, Format format = Format::markdown) {
  return engine().read(Text(std::move(text)), format);
}

std::string csv_of(std::string text) {
  const Facts facts = facts_of(std::move(text));
  return sheet_csv("a.md", facts, sheet_rows(facts), 1);
}

std::string page_of(std::string text, std::string path = "a.md", Format format = Format::markdown) {
  const std::vector<SheetDraft> drafts{{std::move(path), facts_of(std::move(text), format)}};
  return sheet_page(drafts);
}

TEST(Sheet, AClaimWithWhatHoldsItUp) {
  const auto rows = sheet_rows(
      facts_of("---\ndate: 2026-03-05\n---\n\nThe pier cost $4 million on Monday, according to Lena Ortiz. In March it "
               "*failed* [twice](https://x.example/a)."));
  ASSERT_EQ(rows.size(), 2u);
  EXPECT_EQ(rows[0].claim, "The pier cost $4 million on Monday");
  EXPECT_EQ(rows[0].kind, Claim::Kind::quantity);
  EXPECT_EQ(rows[0].status, Claim::Status::attributed);
  EXPECT_THAT(rows[0].sources, ElementsAre("Lena Ortiz"));
  EXPECT_THAT(rows[0].figures, ElementsAre("$4 million"));
  EXPECT_THAT(rows[0].dates, ElementsAre("Monday (March 2, 2026)"));
  EXPECT_EQ(rows[1].claim, "In March it failed twice.");
  EXPECT_EQ(rows[1].status, Claim::Status::sourced);
  EXPECT_THAT(rows[1].sources, ElementsAre("https://x.example/a"));
  EXPECT_THAT(rows[1].dates, ElementsAre("March 2026"));
}

TEST(Sheet, AQuotationThatNoClaimHoldsIsARow) {
  const auto rows = sheet_rows(
      facts_of("“We went back there in the dark. The crew agrees,” said Lena Ortiz. “It was a long night.”\n\n"
               "The firm stole $3 million, and “nobody in the town slept after that”, said Per Holm."));
  ASSERT_EQ(rows.size(), 3u);
  EXPECT_EQ(rows[0].kind, Claim::Kind::quotation);
  EXPECT_EQ(rows[0].status, Claim::Status::quoted);
  EXPECT_THAT(rows[0].sources, ElementsAre("Lena Ortiz"));
  EXPECT_THAT(rows[0].claim, EndsWith("“It was a long night.”"));
  EXPECT_EQ(rows[1].claim, "The firm stole $3 million");
  EXPECT_EQ(rows[2].kind, Claim::Kind::quotation);
}

TEST(Sheet, NothingIsClaimedByHeadingsCodeAndAnEmptyDraft) {
  EXPECT_THAT(sheet_rows(facts_of("# The pier cost “four million or more”\n\n    cost = 4000000\n")), IsEmpty());
  EXPECT_THAT(sheet_rows(facts_of("")), IsEmpty());
}

TEST(SheetCsv, QuotesAsRfc4180Has) {
  EXPECT_EQ(
      csv_of("The \"new\" pier with its 2019 roof cost $4 million or $5 million.\n"),
      "1,a.md,1,1,\"The \"\"new\"\" pier with its 2019 roof cost $4 million or $5 million.\",quantity,5,unsourced,,"
      "\"$4 million; $5 million\",2019\r\n");
  EXPECT_THAT(sheet_csv_head(), testing::StartsWith("\xEF\xBB\xBFno,draft,line,column,claim,"));
}

TEST(SheetCsv, ACellIsNoFormula) {
  for (const std::string sign : {"=", "+", "-", "@"}) {
    SheetRow row;
    row.claim = sign + "SUM(A1:A9) was typed";
    row.worth = -3;
    const Facts facts = facts_of("Some words stand here.");
    const std::string csv = sheet_csv("@drafts/a.md", facts, {&row, 1}, 7);
    EXPECT_THAT(csv, HasSubstr(",\"'" + sign + "SUM(A1:A9) was typed\","));
    EXPECT_THAT(csv, testing::StartsWith("7,\"'@drafts/a.md\",1,1,"));
    EXPECT_THAT(csv, HasSubstr(",-3,")) << "a number stays one";
  }
}

TEST(SheetCsv, IsUtf8WhateverTheDraftIs) {
  EXPECT_THAT(csv_of("The caf\xE9 cost $4 million."), HasSubstr("The caf\xEF\xBF\xBD cost $4 million."));
}

TEST(SheetPage, EverythingOfTheDraftIsText) {
  const std::string page = page_of(
      "---\ntitle: </title><script>a()</script>\nlang: en\"onload=a()\n---\n\n# </script><b>x</b>\n\n"
      "The pier cost &lt;script>$4 million</script> in 'May' & \"June\" 2019.\n\n    </pre><script>b()</script>\n",
      "\"><script>c()</script>.md");
  std::size_t scripts = 0;
  for (std::size_t at = page.find("<script"); at != std::string::npos; at = page.find("<script", at + 1)) ++scripts;
  EXPECT_EQ(scripts, 1u);
  EXPECT_THAT(page, Not(HasSubstr("</script><")));
  EXPECT_THAT(page, Not(HasSubstr("<b>x")));
  EXPECT_THAT(page, Not(HasSubstr("\"onload")));
  EXPECT_THAT(page, HasSubstr("&lt;script&gt;c()"));
  EXPECT_THAT(page_of("The caf\xE9 cost $4 million."), HasSubstr("caf\xEF\xBF\xBD cost"));
  EXPECT_EQ(html_text("<\x1B'&\">"), "&lt;\xEF\xBF\xBD&#39;&amp;&quot;&gt;");
}

TEST(SheetPage, AMarkForEachClaimAlsoWhereTwoOverlap) {
  const Facts facts =
      facts_of("The firm stole $3 million, because it had the fund in hand, and it killed two men in 2019.");
  const auto rows = sheet_rows(facts);
  ASSERT_GE(rows.size(), 2u);
  const std::string page = page_of(std::string(facts.document->text.bytes()));
  for (std::size_t n = 1; n <= rows.size(); ++n) {
    EXPECT_THAT(page, HasSubstr("<a class=\"n\" id=\"c" + std::to_string(n) + "\""));
    EXPECT_THAT(page, HasSubstr("<a id=\"r" + std::to_string(n) + "\""));
  }
}

TEST(SheetPage, SeveralDraftsAreNumberedThrough) {
  const std::vector<SheetDraft> drafts{{"a.md", facts_of("It cost $4 million.")},
                                       {"b.md", facts_of("It cost $5 million.")}};
  const std::string page = sheet_page(drafts);
  EXPECT_THAT(page, HasSubstr("<h1 dir=\"auto\">2 drafts</h1>"));
  EXPECT_THAT(page, HasSubstr("id=\"r2\""));
  EXPECT_THAT(page, HasSubstr("<div class=\"where\">b.md</div>"));
}

}  // namespace
}  // namespace stet
