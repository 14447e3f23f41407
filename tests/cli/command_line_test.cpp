#include "cli/command_line.h"

#include <gmock/gmock.h>

namespace stet {
namespace {

std::string refusal(std::vector<std::string> words) {
  const Asked asked = read_command_line(std::move(words));
  const Answer* answer = std::get_if<Answer>(&asked);
  EXPECT_TRUE(answer != nullptr && answer->status == 2);
  return answer != nullptr ? answer->text : "";
}

CheckRequest check(std::vector<std::string> words) {
  words.insert(words.begin(), "check");
  return std::get<CheckRequest>(read_command_line(std::move(words)));
}

TEST(CommandLine, PathsAndOptionsOfCheck) {
  const CheckRequest r = check({"a.md", "--select", "figures", "b.md", "--select=weasel-attribution", "--date",
                                "2026-11-02", "--jobs", "2", "--fix", "-", "--stdin-filename", "x.html"});
  EXPECT_THAT(r.drafts.paths, testing::ElementsAre("a.md", "b.md", "-"));
  EXPECT_THAT(r.select, testing::ElementsAre("figures", "weasel-attribution"));
  EXPECT_EQ(iso_date(*r.drafts.date), "2026-11-02");
  EXPECT_EQ(r.drafts.jobs, 2u);
  EXPECT_TRUE(r.fix);
  EXPECT_EQ(r.drafts.stdin_filename, "x.html");
}

TEST(CommandLine, TextIsTheReportWhereNoOtherGoesToStandardOutput) {
  EXPECT_EQ(check({}).reports.at(0).format, "text");
  EXPECT_EQ(check({"--format", "json"}).reports.size(), 1u);
  const CheckRequest r = check({"--format", "sarif=out/stet.sarif", "--format=json=a=b.json"});
  ASSERT_EQ(r.reports.size(), 3u);
  EXPECT_EQ(r.reports[0].format, "text");
  EXPECT_EQ(r.reports[1].file, "out/stet.sarif");
  EXPECT_EQ(r.reports[2].file, "a=b.json");
}

TEST(CommandLine, FailOnIsASeverityOrNever) {
  EXPECT_FALSE(check({}).fail_on.has_value());
  EXPECT_EQ(check({"--fail-on", "hint"}).fail_on->severity, Severity::hint);
  EXPECT_EQ(check({"--fail-on", "never"}).fail_on->severity, std::nullopt);
}

TEST(CommandLine, AMistypedWordIsToldTheNearestRightOne) {
  EXPECT_EQ(refusal({"chek"}), "no command chek: did you mean check?");
  EXPECT_EQ(refusal({"check", "--formt", "json"}), "no option --formt: did you mean --format?");
  EXPECT_EQ(refusal({"check", "--format", "jsn"}), "--format: no format jsn: did you mean json?");
  EXPECT_EQ(refusal({"check", "--fail-on", "eror"}), "--fail-on: no severity eror: did you mean error?");
}

TEST(CommandLine, WhatCannotBeIsRefused) {
  EXPECT_THAT(refusal({"check", "--date", "2026-02-30"}), testing::HasSubstr("is no day"));
  EXPECT_THAT(refusal({"check", "--date", "2026-11-02x"}), testing::HasSubstr("is no day"));
  EXPECT_THAT(refusal({"check", "--jobs", "many"}), testing::HasSubstr("--jobs"));
  EXPECT_THAT(refusal({"check", "--jobs", "-1"}), testing::HasSubstr("--jobs"));
  EXPECT_THAT(refusal({"check", "--format", "json", "--format", "text"}), testing::HasSubstr("two reports"));
  EXPECT_THAT(refusal({"check", "--format", "json="}), testing::HasSubstr("name a file"));
  EXPECT_THAT(refusal({"check", "-", "-"}), testing::HasSubstr("twice"));
  EXPECT_THAT(refusal({"check", "--stdin-filename", "a.md"}), testing::HasSubstr("add - to the paths"));
  EXPECT_THAT(refusal({"check", "--date"}), testing::HasSubstr("--date"));
  EXPECT_THAT(refusal({}), testing::HasSubstr("stet --help"));
}

TEST(CommandLine, ABaselineIsWrittenToItsFileOrTheUsualOne) {
  EXPECT_EQ(check({"--write-baseline"}).baseline, "stet-baseline.json");
  EXPECT_EQ(check({"--write-baseline", "--baseline", "b.json"}).baseline, "b.json");
  EXPECT_EQ(check({"--write-baseline=b"}).baseline, "b");
  const CheckRequest r = check({"--write-baseline", "b.json", "drafts/"});
  EXPECT_EQ(r.baseline, "b.json");
  EXPECT_THAT(r.drafts.paths, testing::ElementsAre("drafts/"));
  EXPECT_THAT(check({"--write-baseline", "drafts/"}).drafts.paths, testing::ElementsAre("drafts/"));
  EXPECT_FALSE(check({"--baseline", "b.json"}).write_baseline);
  EXPECT_THAT(refusal({"check", "--write-baseline", "a.json", "--baseline", "b.json"}),
              testing::HasSubstr("two files"));
}

TEST(CommandLine, ADryRunIsOfFixAndItsDiffTakesStandardOutput) {
  EXPECT_TRUE(check({"--fix", "--dry-run"}).reports.empty());
  EXPECT_EQ(check({"--fix", "--dry-run", "--format", "json=a"}).reports.size(), 1u);
  EXPECT_THAT(refusal({"check", "--dry-run"}), testing::HasSubstr("add --fix"));
  EXPECT_THAT(refusal({"check", "--fix", "--dry-run", "--format", "json"}),
              testing::HasSubstr("give the report a file"));
}

TEST(CommandLine, HelpAndVersionAreAnswers) {
  for (const char* word : {"--help", "--version"}) {
    const Asked asked = read_command_line({word});
    EXPECT_EQ(std::get<Answer>(asked).status, 0);
    EXPECT_THAT(std::get<Answer>(asked).text, testing::HasSubstr("stet"));
  }
  EXPECT_THAT(std::get<Answer>(read_command_line({"check", "--help"})).text, testing::HasSubstr("--stdin-filename"));
}

TEST(CommandLine, OtherCommands) {
  EXPECT_EQ(std::get<RulesRequest>(read_command_line({"rules", "weasel-attribution"})).rule, "weasel-attribution");
  EXPECT_TRUE(std::get<ConfigRequest>(read_command_line({"config", "--schema"})).schema);
  EXPECT_THAT(std::get<TestRequest>(read_command_line({"test", "desk/"})).paths, testing::ElementsAre("desk/"));
  EXPECT_TRUE(std::holds_alternative<LspRequest>(read_command_line({"lsp", "--stdio"})));
  EXPECT_TRUE(std::holds_alternative<InitRequest>(read_command_line({"init"})));
}

}  // namespace
}  // namespace stet
