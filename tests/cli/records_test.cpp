#include "cli/records.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/process.h"

namespace stet {
namespace {

using nlohmann::json;
using test::Folder;
using test::Ran;
using testing::HasSubstr;

std::string why(std::string text) {
  const auto read = record_of({1, std::move(text), false});
  const BadRecord* bad = std::get_if<BadRecord>(&read);
  return bad != nullptr ? bad->why : "";
}

TEST(Record, HasAPathATextAndPerhapsADate) {
  const auto read =
      record_of({1, R"({"path": "a.md", "text": "é\n", "date": "2026-11-02T10:00:00Z", "id": 7})", false});
  const Record& record = std::get<Record>(read);
  EXPECT_EQ(record.path, "a.md");
  EXPECT_EQ(record.text, "é\n");
  EXPECT_EQ(iso_date(*record.date), "2026-11-02");
  EXPECT_EQ(why(R"({"path": "a.md", "text": "", "date": null})"), "");
}

TEST(Record, SaysWhatIsWrongWithALine) {
  EXPECT_EQ(why("nonsense"), "no JSON: byte 2 of the line");
  EXPECT_THAT(why("{\"path\": \"a\xff.md\", \"text\": \"\"}"), HasSubstr("no JSON: byte 12"));
  EXPECT_THAT(why("[1]"), HasSubstr("no object"));
  EXPECT_EQ(why(R"({"text": "x"})"), "no \"path\"");
  EXPECT_EQ(why(R"({"path": "a.md"})"), "no \"text\"");
  EXPECT_EQ(why(R"({"path": "a.md", "text": 3})"), "\"text\" is no string");
  EXPECT_THAT(why(R"({"path": "", "text": "x"})"), HasSubstr("empty"));
  EXPECT_THAT(why(R"({"path": "a.md", "text": "x", "date": "2026-02-30"})"), HasSubstr("YYYY-MM-DD"));
  EXPECT_THAT(why(R"({"path": "a.md", "text": "x", "date": 20260101})"), HasSubstr("YYYY-MM-DD"));
  EXPECT_EQ(why(std::string(100000, '[')), "no JSON: byte 100001 of the line");
}

std::vector<json> lines_of(const std::string& out) {
  std::vector<json> lines;
  std::istringstream in(out);
  for (std::string line; std::getline(in, line);) lines.push_back(json::parse(line));
  return lines;
}

TEST(RecordsProcess, EveryRecordIsDoneInOrderAndABadLineStopsNothing) {
  const Folder folder;
  const Ran ran = folder.stet("check --format jsonl --stdin-format jsonl --jobs 3 -",
                              "{\"path\":\"a.md\",\"text\":\"It cost TK.\"}\r\n\n{\"path\":\"b.md\",\"text\":\n"
                              "{\"path\":\"c.txt\",\"text\":\"Fine.\"}");
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(ran.err, "");
  const std::vector<json> lines = lines_of(ran.out);
  ASSERT_EQ(lines.size(), 4u);
  EXPECT_EQ(lines[0]["rule"], "placeholder-left");
  EXPECT_EQ(lines[0]["bytes"], json({8, 10}));
  EXPECT_EQ(lines[1]["done"], true);
  EXPECT_EQ(lines[1]["findings"], 1);
  EXPECT_EQ(lines[1]["line"], 1);
  EXPECT_EQ(lines[2], json::parse(R"({"line": 3, "error": "no JSON: byte 23 of the line"})"));
  EXPECT_EQ(lines[3]["path"], "c.txt");
  EXPECT_EQ(lines[3]["line"], 4);
}

TEST(RecordsProcess, TheStatusIsThatOfFailOn) {
  const Folder folder;
  const std::string check = "check --format jsonl --stdin-format jsonl - --fail-on ";
  EXPECT_EQ(folder.stet(check + "never", "nonsense\n").status, 0);
  EXPECT_EQ(folder.stet(check + "error", "nonsense\n").status, 1);
  EXPECT_EQ(folder.stet(check + "error", "").status, 0);
  EXPECT_EQ(folder.stet(check + "error", "{\"path\":\"a.md\",\"text\":\"It cost TK.\"}").status, 1);
}

TEST(RecordsProcess, ARecordHasItsDateAndTheFoldersSettings) {
  const Folder folder;
  folder.write("stet.toml", "[[overrides]]\nfiles = [\"quiet/**\"]\nrules = { placeholder-left = \"off\" }\n");
  const std::string text =
      "\",\"text\":\"It opens on Monday, November 3, 2026. It cost TK.\",\"date\":\"2026-11-01\"}\n";
  const auto lines = lines_of(folder
                                  .stet("check --format jsonl --stdin-format jsonl -",
                                        "{\"path\":\"loud/a.md" + text + "{\"path\":\"quiet/a.md" + text)
                                  .out);
  std::vector<std::string> said;
  for (const json& line : lines) said.push_back(line.value("path", "") + " " + line.value("rule", "done"));
  EXPECT_THAT(said, testing::IsSupersetOf({"loud/a.md placeholder-left", "loud/a.md weekday-date-mismatch",
                                           "quiet/a.md weekday-date-mismatch"}));
  EXPECT_THAT(said, testing::Not(testing::Contains("quiet/a.md placeholder-left")));
}

TEST(RecordsProcess, ALineOfAnyLengthIsOneRecordOrOneError) {
  const Folder folder;
  const std::string words(700000, 'x');
  const std::string line = "{\"path\":\"a.md\",\"text\":\"" + words + " TK\"}\n";
  const auto lines = lines_of(folder.stet("check --format jsonl --stdin-format jsonl -", line + line).out);
  ASSERT_EQ(lines.size(), 4u);
  EXPECT_EQ(lines[2]["bytes"], json({700001, 700003}));
}

TEST(RecordLines, ALineThatIsTooLongIsPassedOverWithoutBeingKept) {
  const Folder folder;
  folder.write("in", std::string(longest_record + 5, 'x') + "\n\nshort");
  std::FILE* file = std::fopen((folder / "in").c_str(), "rb");
  RecordLines lines(file);
  const auto first = lines.next(), second = lines.next();
  EXPECT_TRUE(first->too_long);
  EXPECT_EQ(first->text, "");
  EXPECT_EQ(second->number, 3u);
  EXPECT_EQ(second->text, "short");
  EXPECT_FALSE(lines.next().has_value());
  std::fclose(file);
}

TEST(RecordsProcess, WhatNeedsFilesIsRefused) {
  const Folder folder;
  for (const char* more : {"--fix", "--baseline b.json", "--diff main", "--watch", "a.md"})
    EXPECT_EQ(folder.stet(std::string("check --stdin-format jsonl - ") + more).status, 2) << more;
  EXPECT_EQ(folder.stet("check --stdin-format jsonl").status, 2);
}

}  // namespace
}  // namespace stet
