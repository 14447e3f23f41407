#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "cli/sample.h"

namespace stet {
namespace {

using nlohmann::json;
using test::whole_report;

TEST(JsonReport, AFindingHasEveryFieldOfTheManual) {
  const json j = json::parse(whole_report("json", {test::tunnel_draft()}));
  EXPECT_EQ(j["version"], 1);
  EXPECT_EQ(j["files"][0]["path"], "drafts/ferry.md");
  EXPECT_EQ(j["files"][0]["words"], 7);
  EXPECT_EQ(j["files"][0]["findings"][0], json::parse(R"({
      "rule": "figure-inconsistent", "family": "figures", "severity": "error",
      "message": "$1.8 billion here, $1.6 billion in paragraph 1",
      "bytes": [39, 51], "start": {"line": 3, "column": 17}, "end": {"line": 3, "column": 29},
      "related": [{"path": "drafts/ferry.md", "bytes": [8, 20], "start": {"line": 1, "column": 9},
                   "end": {"line": 1, "column": 21}, "message": "$1.6 billion"}],
      "fixes": [{"title": "Replace with $1.6 billion", "edits": [{"bytes": [39, 51], "text": "$1.6 billion"}],
                 "safe": false}],
      "fingerprint": "00112233445566aa", "url": "https://example.org/figure-inconsistent.md"})"));
}

TEST(JsonReport, FilesWithoutFindingsAreListedToo) {
  const json j = json::parse(whole_report("json", {test::checked_draft("Fine.", {}), test::tunnel_draft()}));
  EXPECT_EQ(j["files"].size(), 2u);
  EXPECT_EQ(j["files"][0]["findings"], json::array());
  EXPECT_EQ(j["files"][0]["suppressed"], 0);
  EXPECT_EQ(j["files"][0]["notAssessed"], json::array());
  EXPECT_EQ(j["summary"], json::parse(R"({"files": 2, "words": 14, "errors": 1, "warnings": 0, "informations": 0,
                                         "hints": 0, "suppressed": 0, "fixed": 0, "baseline": 0,
                                         "unchangedLines": 0, "unchangedFiles": 0})"));
}

TEST(JsonReport, SaysWhatWasNotAssessed) {
  Checked draft = test::checked_draft("Fine.", {});
  draft.linted.not_assessed.push_back({"weekday-date-mismatch", "no publication date", {}});
  draft.linted.not_assessed.push_back({"", "nested too deep", {0, 4}});
  const json j = json::parse(whole_report("json", {draft}))["files"][0]["notAssessed"];
  EXPECT_EQ(j[0], json::parse(R"({"rule": "weekday-date-mismatch", "why": "no publication date"})"));
  EXPECT_EQ(j[1], json::parse(R"({"why": "nested too deep", "bytes": [0, 4], "start": {"line": 1, "column": 1},
                                  "end": {"line": 1, "column": 5}})"));
}

TEST(JsonReport, BytesThatAreNotUtf8DoNotBreakIt) {
  Checked draft = test::checked_draft("a\xff many", {"many"});
  draft.linted.findings[0].message = "\xff?";
  draft.path = "dr\xff.md";
  const json j = json::parse(whole_report("json", {draft}));
  EXPECT_EQ(j["files"][0]["findings"][0]["message"], "\uFFFD?");
  EXPECT_EQ(j["files"][0]["findings"][0]["bytes"], json({3, 7}));
  EXPECT_EQ(j["files"][0]["findings"][0]["start"]["column"], 4);
}

TEST(JsonReport, ARelatedPlaceInAnotherFileIsOneOfThatFile) {
  Checked draft = test::checked_draft("Many.", {"Many"});
  draft.linted.findings[0].related = {{"refs.bib", {3, 4}, "here"}, {"gone.bib", {3, 4}, "there"}};
  draft.others.emplace("refs.bib", Text("a\n\nb"));
  const json j = json::parse(whole_report("json", {draft}))["files"][0]["findings"][0]["related"];
  EXPECT_EQ(j[0]["start"], json::parse(R"({"line": 3, "column": 1})"));
  EXPECT_EQ(j[1], json::parse(R"({"path": "gone.bib", "message": "there"})"));
}

TEST(JsonLinesReport, EveryLineIsAnObjectAndEveryFileIsDone) {
  const std::string out = whole_report("jsonl", {test::checked_draft("Fine.", {}), test::tunnel_draft()});
  std::vector<json> lines;
  std::istringstream in(out);
  for (std::string line; std::getline(in, line);) lines.push_back(json::parse(line));
  ASSERT_EQ(lines.size(), 3u);
  EXPECT_EQ(lines[0]["done"], true);
  EXPECT_EQ(lines[0]["findings"], 0);
  EXPECT_EQ(lines[1]["rule"], "figure-inconsistent");
  EXPECT_EQ(lines[1]["path"], "drafts/ferry.md");
  EXPECT_EQ(lines[2]["done"], true);
  EXPECT_EQ(lines[2]["findings"], 1);
}

TEST(GithubReport, AFindingIsOneCommandWithItsOtherPlaces) {
  EXPECT_EQ(whole_report("github", {test::tunnel_draft()}),
            "::error file=drafts/ferry.md,line=3,endLine=3,col=17,endColumn=29,title=figure-inconsistent::"
            "$1.8 billion here, $1.6 billion in paragraph 1%0Aline 1: $1.6 billion\n");
}

TEST(GithubReport, EscapesWhatWouldEndACommand) {
  Checked draft = test::checked_draft("Many.", {"Many"});
  draft.path = "a,b:c.md";
  draft.linted.findings[0].message = "100%\r\nsure";
  EXPECT_EQ(whole_report("github", {draft}),
            "::warning file=a%2Cb%3Ac.md,line=1,endLine=1,col=1,endColumn=5,title=weasel-attribution::"
            "100%25%0D%0Asure\n");
}

TEST(GithubReport, WordsOfOtherFilesAreNotPrinted) {
  Checked draft = test::checked_draft("Many.", {"Many"});
  draft.linted.findings[0].related = {{"notes/ruiz.txt", {0, 1}, "a confidential word"}};
  draft.others.emplace("notes/ruiz.txt", Text("a confidential word"));
  EXPECT_THAT(whole_report("github", {draft}), testing::Not(testing::HasSubstr("confidential")));
  EXPECT_THAT(whole_report("sarif", {draft}), testing::Not(testing::HasSubstr("confidential")));
}

TEST(SarifReport, PlacesFingerprintsAndFixes) {
  const json run = json::parse(whole_report("sarif", {test::tunnel_draft()}))["runs"][0];
  const json result = run["results"][0];
  EXPECT_EQ(run["columnKind"], "unicodeCodePoints");
  EXPECT_EQ(result["level"], "error");
  EXPECT_EQ(result["partialFingerprints"]["stet/v1"], "00112233445566aa");
  EXPECT_EQ(run["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()]["id"], "figure-inconsistent");
  EXPECT_EQ(result["locations"][0]["physicalLocation"]["region"]["startColumn"], 17);
  EXPECT_EQ(result["relatedLocations"][0]["physicalLocation"]["region"]["startLine"], 1);
  EXPECT_EQ(result["fixes"][0]["artifactChanges"][0]["replacements"][0]["insertedContent"]["text"], "$1.6 billion");
}

TEST(SarifReport, PathsAreUriReferences) {
  Checked draft = test::checked_draft("Many.", {"Many"});
  draft.path = "opinion/a b#é.md";
  const json run = json::parse(whole_report("sarif", {draft}))["runs"][0];
  EXPECT_EQ(run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"],
            "opinion/a%20b%23%C3%A9.md");
}

}  // namespace
}  // namespace stet
