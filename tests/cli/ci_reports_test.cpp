// The reports of CI systems, byte for byte on a small draft; tests/e2e/reports.sh holds them against their schemas.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "cli/markup.h"
#include "cli/sample.h"

namespace stet {
namespace {

using nlohmann::json;
using test::whole_report;
using testing::HasSubstr;
using testing::Not;

Checked hostile_draft() {
  Checked draft = test::checked_draft("\xEF\xBB\xBF\xC3\xA9 <b>\xff many</b> & some.\n", {"many"});
  draft.path = "a \"<&'\xff.md";
  draft.linted.findings[0].message = "“many” <who> & \"what\"\x01?\n]]> \xff";
  return draft;
}

Checked confidential_draft() {
  Checked draft = test::checked_draft("Many.", {"Many"});
  draft.linted.findings[0].related = {{"notes/ruiz.txt", {0, 1}, "a secret word"}};
  draft.others.emplace("notes/ruiz.txt", Text("a secret word"));
  return draft;
}

TEST(Markup, WhatXmlCannotHoldIsReplaced) {
  EXPECT_EQ(escaped_markup("a<b>&\"c\"\n\t\r"), "a&lt;b&gt;&amp;&quot;c&quot;&#10;&#9;&#13;");
  EXPECT_EQ(escaped_markup("\x01\xff\xEF\xBF\xBEé😀"), "\uFFFD\uFFFD\uFFFDé😀");
}

TEST(CheckstyleReport, EveryFileAndItsFindings) {
  EXPECT_EQ(
      whole_report("checkstyle", {test::tunnel_draft(), test::checked_draft("Fine.", {})}),
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<checkstyle version=\"4.3\">\n"
      "<file name=\"drafts/ferry.md\">\n"
      "<error line=\"3\" column=\"17\" severity=\"error\" message=\"$1.8 billion here, $1.6 billion in paragraph 1\" "
      "source=\"stet.figures.figure-inconsistent\"/>\n"
      "</file>\n<file name=\"drafts/ferry.md\">\n</file>\n</checkstyle>\n");
}

TEST(JunitReport, WhatFailsTheRunIsAFailureAndTheRestIsSkipped) {
  Checked draft = test::tunnel_draft();
  draft.linted.findings.push_back(test::finding_at({0, 2}));
  draft.linted.not_assessed.push_back({"relative-time", "no date", {}});
  EXPECT_EQ(
      whole_report("junit", {draft}),
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"stet\">\n"
      "<testsuite name=\"drafts/ferry.md\" tests=\"2\" failures=\"1\" skipped=\"1\" errors=\"0\" time=\"0\">\n"
      "<testcase name=\"figure-inconsistent 3:17\" classname=\"drafts/ferry.md\" time=\"0\"><failure type=\"error\" "
      "message=\"$1.8 billion here, $1.6 billion in paragraph 1\">drafts/ferry.md:3:17: $1.8 billion here, "
      "$1.6 billion in paragraph 1&#10;line 1: $1.6 billion&#10;https://example.org/figure-inconsistent.md"
      "</failure></testcase>\n"
      "<testcase name=\"weasel-attribution 1:1\" classname=\"drafts/ferry.md\" time=\"0\">"
      "<skipped message=\"warning: who?\"/></testcase>\n"
      "<system-out>not assessed: relative-time: no date&#10;</system-out>\n"
      "</testsuite>\n</testsuites>\n");
}

TEST(JunitReport, ADraftWithoutFindingsIsACaseThatPassed) {
  EXPECT_THAT(whole_report("junit", {test::checked_draft("Fine.", {})}),
              HasSubstr("tests=\"1\" failures=\"0\" skipped=\"0\" errors=\"0\" time=\"0\">\n"
                        "<testcase name=\"no findings\" classname=\"drafts/ferry.md\" time=\"0\"/>\n"));
}

TEST(GitlabReport, AnIssueHasItsPlaceAndAFingerprintOfItsFile) {
  Checked draft = test::tunnel_draft(), copy = test::tunnel_draft();
  draft.path = "./drafts/ferry.md";
  copy.path = "drafts/copy.md";
  const json j = json::parse(whole_report("gitlab", {draft, copy}));
  ASSERT_EQ(j.size(), 2u);
  EXPECT_EQ(j[0]["check_name"], "figure-inconsistent");
  EXPECT_EQ(j[0]["severity"], "critical");
  EXPECT_EQ(j[0]["location"], json::parse(R"({"path": "drafts/ferry.md",
      "positions": {"begin": {"line": 3, "column": 17}, "end": {"line": 3, "column": 29}}})"));
  EXPECT_NE(j[0]["fingerprint"], j[1]["fingerprint"]);
  EXPECT_EQ(j, json::parse(whole_report("gitlab", {draft, copy})));
  EXPECT_EQ(json::parse(whole_report("gitlab", {})), json::array());
}

TEST(RdjsonReport, ColumnsCountBytesAndAFixOfOneEditIsASuggestion) {
  Checked draft = test::checked_draft("é many.", {"many"});
  draft.linted.findings[0].fixes = {{"name them", {{{3, 7}, "Ana Ruiz"}}, false},
                                    {"both", {{{3, 7}, "a"}, {{0, 1}, "b"}}, false}};
  const json d = json::parse(whole_report("rdjson", {draft}))["diagnostics"][0];
  const json range = json::parse(R"({"start": {"line": 1, "column": 4}, "end": {"line": 1, "column": 8}})");
  EXPECT_EQ(d["location"], json({{"path", "drafts/ferry.md"}, {"range", range}}));
  EXPECT_EQ(d["severity"], "WARNING");
  EXPECT_EQ(d["code"]["value"], "weasel-attribution");
  EXPECT_EQ(d["suggestions"], json::array({{{"range", range}, {"text", "Ana Ruiz"}}}));
  const json tunnel = json::parse(whole_report("rdjson", {test::tunnel_draft()}));
  EXPECT_EQ(tunnel["source"]["name"], "stet");
  EXPECT_EQ(tunnel["diagnostics"][0]["code"]["url"], "https://example.org/figure-inconsistent.md");
  EXPECT_EQ(tunnel["diagnostics"][0]["relatedLocations"][0]["location"]["range"]["start"]["column"], 9);
}

TEST(HtmlReport, ShowsTheLineTheOtherPlaceTheFixAndWhatWasNotAssessed) {
  Checked draft = test::tunnel_draft();
  draft.linted.not_assessed.push_back({"relative-time", "no date", {}});
  const std::string page = whole_report("html", {draft, test::checked_draft("Fine.", {})});
  EXPECT_THAT(page, HasSubstr("The tunnel cost <mark class=\"error\">$1.8 billion</mark> in all."));
  EXPECT_THAT(page, HasSubstr("It cost <mark class=\"other\">$1.6 billion</mark>."));
  EXPECT_THAT(page, HasSubstr("<li>Replace with $1.6 billion</li>"));
  EXPECT_THAT(page, HasSubstr("relative-time: no date (drafts/ferry.md)"));
  EXPECT_THAT(page, HasSubstr("<summary>1 without findings</summary>"));
  EXPECT_THAT(page, HasSubstr("2 drafts, 14 words: "));
  EXPECT_THAT(page, Not(HasSubstr("<script")));
}

TEST(HtmlReport, AnotherPlaceOnTheSameLineIsNotShownTwice) {
  Checked draft = test::checked_draft("One in five, 25 percent.", {"One in five"});
  draft.linted.findings[0].related = {{"", test::place_in(draft.text, "25 percent"), "25 percent"}};
  const std::string page = whole_report("html", {draft});
  EXPECT_THAT(page, HasSubstr("<p class=\"other\">with 25 percent</p>"));
  EXPECT_THAT(page, Not(HasSubstr("<mark class=\"other\">")));
}

class EveryCiFormat : public testing::TestWithParam<const char*> {};

TEST_P(EveryCiFormat, WordsOfOtherFilesAreNotPrinted) {
  const std::string report = whole_report(GetParam(), {confidential_draft()});
  EXPECT_THAT(report, HasSubstr("weasel-attribution"));
  EXPECT_THAT(report, Not(HasSubstr("secret")));
}

TEST_P(EveryCiFormat, ANewsroomsMarkupDoesNotBreakOut) {
  const std::string report = whole_report(GetParam(), {hostile_draft()});
  EXPECT_THAT(report, Not(HasSubstr("\xff")));
  const bool commands = report.starts_with("::");
  EXPECT_TRUE(commands || report.find('\x01') == std::string::npos);
  if (report.starts_with("<")) {
    EXPECT_THAT(report, Not(HasSubstr("<who>")));
    EXPECT_THAT(report, Not(HasSubstr("</b>")));
  } else if (!commands) {
    EXPECT_TRUE(json::accept(report));
  }
}

INSTANTIATE_TEST_SUITE_P(Formats, EveryCiFormat,
                         testing::Values("github", "sarif", "gitlab", "junit", "checkstyle", "rdjson", "html"),
                         [](const auto& test) { return std::string(test.param); });

}  // namespace
}  // namespace stet
