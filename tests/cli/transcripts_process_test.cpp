// Quotations against transcripts, from outside; and that a transcript's words stay where nobody else reads them.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "cli/check_report.h"
#include "cli/process.h"

namespace stet {
namespace {

using nlohmann::json;
using test::Folder;
using test::Ran;
using testing::HasSubstr;
using testing::Not;

// Every word of the transcript's that the draft has not begins with Q-.
class TranscriptsProcess : public testing::Test {
 protected:
  TranscriptsProcess() {
    folder_.write("stet.toml", "sources = [\"notes/*.txt\"]\n");
    folder_.write("notes/ruiz.txt",
                  "RUIZ: We will qopen the old pier in qjune, and that is qall of it. We never knew it.\n");
    folder_.write("drafts/a.md",
                  "“We will close the old pier in May, and that is it,” said Ana Ruiz. “We never knew it.”\n");
  }
  Folder folder_;
};

TEST_F(TranscriptsProcess, TheTerminalShowsBothWordings) {
  const Ran ran = folder_.stet("check --select quote-not-in-source .");
  EXPECT_EQ(ran.status, 1) << ran.err;
  EXPECT_THAT(ran.out, HasSubstr("drafts/a.md:1:"));
  EXPECT_THAT(ran.out, HasSubstr("not word for word what notes/ruiz.txt has: “close”, “May”, “it”"));
  EXPECT_THAT(ran.out,
              HasSubstr("words: “close” here, “qopen” there; “May” here, “qjune” there; “it” here, “qall” there"));
  EXPECT_THAT(ran.out, HasSubstr("notes/ruiz.txt:1:7"));
}

TEST_F(TranscriptsProcess, NoOtherFormatHasAWordOfThem) {
  for (const std::string_view format : report_formats()) {
    if (format == "text") continue;
    const Ran ran = folder_.stet("check --select quote-not-in-source --format " + std::string(format) + " drafts");
    EXPECT_THAT(ran.out, HasSubstr("not word for word")) << format;
    for (const char* word : {"qopen", "qjune", "qall"}) EXPECT_THAT(ran.out, Not(HasSubstr(word))) << format;
  }
  for (const std::string format : {"json", "csv", "html"}) {
    const Ran ran = folder_.stet("facts --format " + format + " drafts");
    EXPECT_THAT(ran.out, HasSubstr("notes/ruiz.txt")) << format;
    EXPECT_THAT(ran.out, Not(HasSubstr("qopen"))) << format;
  }
}

TEST_F(TranscriptsProcess, ATranscriptIsNoDraft) {
  const json report = json::parse(folder_.stet("check --format json .").out);
  ASSERT_EQ(report["files"].size(), 1u);
  EXPECT_EQ(report["files"][0]["path"], "drafts/a.md");
  EXPECT_THAT(folder_.stet("check notes").err, HasSubstr("holds no draft"));
  EXPECT_EQ(folder_.stet("check --fail-on never notes/ruiz.txt").status, 0) << "named outright";
}

TEST_F(TranscriptsProcess, FactsSayWhereAQuotationIs) {
  const json facts = json::parse(folder_.stet("facts drafts/a.md").out)["files"][0]["facts"];
  std::vector<json> quotes;
  for (const json& fact : facts)
    if (fact["kind"] == "quote") quotes.push_back(fact);
  ASSERT_EQ(quotes.size(), 2u);
  EXPECT_EQ(quotes[0]["near"]["path"], "notes/ruiz.txt");
  EXPECT_EQ(quotes[1]["sourced"]["path"], "notes/ruiz.txt");
  EXPECT_EQ(quotes[1]["sourced"]["bytes"], json({67, 83}));
  const std::string sheet = folder_.stet("facts --format csv drafts/a.md").out;
  EXPECT_THAT(sheet, HasSubstr(",quoted,\"Ana Ruiz; not word for word in notes/ruiz.txt; notes/ruiz.txt\""));
  folder_.write("drafts/a.md", "“We never knew it,” said Ana Ruiz.\n");
  EXPECT_THAT(folder_.stet("facts --format csv drafts/a.md").out, HasSubstr(",sourced,\"Ana Ruiz; notes/ruiz.txt\""));
}

TEST_F(TranscriptsProcess, WhatIsOutsideTheWorkspaceIsRefused) {
  folder_.write("b.md", "---\nsources: /etc/passwd\n---\n\nA draft.\n");
  const Ran ran = folder_.stet("check --select quote-not-in-source b.md");
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out, HasSubstr("b.md:2:10: error: the transcript \"/etc/passwd\" is outside the workspace"));
  folder_.write("stet.toml", "sources = [\"../*.txt\"]\n");
  const Ran settings = folder_.stet("check a.md");
  EXPECT_EQ(settings.status, 2);
  EXPECT_THAT(settings.err, HasSubstr("stet.toml:1:"));
}

}  // namespace
}  // namespace stet
