// `stet check` from outside: exit statuses, bad input, offsets.
#include <gmock/gmock.h>
#include <sys/stat.h>

#include <nlohmann/json.hpp>
#include <thread>

#include "cli/process.h"

namespace stet {
namespace {

using nlohmann::json;
using test::Folder;
using test::Ran;
using testing::HasSubstr;

json findings_of(const Folder& folder, const std::string& words, std::string_view input = {}) {
  const Ran ran = folder.stet("check --format json " + words, input);
  const json report = json::parse(ran.out);
  json all = json::array();
  for (const json& file : report["files"])
    for (const json& finding : file["findings"]) all.push_back(finding);
  return all;
}

TEST(CheckProcess, StatusIsZeroWithoutErrorsAndOneWithThem) {
  const Folder folder;
  folder.write("clean.md", "The pier opened in May.\n");
  folder.write("gap.md", "The pier cost TK euros.\n");
  EXPECT_EQ(folder.stet("check clean.md").status, 0);
  EXPECT_EQ(folder.stet("check gap.md").status, 1);
  EXPECT_EQ(folder.stet("check --fail-on never gap.md").status, 0);
  EXPECT_EQ(folder.stet("check --ignore placeholder-left gap.md").status, 0);
  EXPECT_EQ(folder.stet("check").status, 1);
}

TEST(CheckProcess, APathWithoutDraftsIsTwoAndSaysWhy) {
  const Folder folder;
  folder.write("empty/picture.png", "x");
  for (const char* path : {"gone.md", "empty", "gone/"}) {
    const Ran ran = folder.stet(std::string("check ") + path);
    EXPECT_EQ(ran.status, 2) << path;
    EXPECT_THAT(ran.err, HasSubstr(path));
    EXPECT_EQ(ran.out, "") << path;
  }
}

TEST(CheckProcess, OneBadPathDoesNotHideTheOthers) {
  const Folder folder;
  folder.write("gap.md", "The pier cost TK euros.\n");
  const Ran ran = folder.stet("check gone.md gap.md");
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.out, HasSubstr("gap.md:1:15: error:"));
  EXPECT_THAT(ran.err, HasSubstr("gone.md"));
}

TEST(CheckProcess, SelectAndIgnoreThatNameNothingAreTwoWithTheNearestName) {
  const Folder folder;
  folder.write("gap.md", "The pier cost TK euros.\n");
  for (const char* option : {"--select", "--ignore"}) {
    const Ran ran = folder.stet(std::string("check ") + option + " placeholder-lft gap.md");
    EXPECT_EQ(ran.status, 2);
    EXPECT_THAT(ran.err, HasSubstr("placeholder-left"));
    EXPECT_EQ(ran.out, "");
  }
}

TEST(CheckProcess, AMistypedRuleIsToldAlsoWhereNoDraftIs) {
  const Folder folder;
  folder.write("empty/picture.png", "x");
  const Ran ran = folder.stet("check --select placeholder-lft empty");
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.err, HasSubstr("placeholder-left"));
  EXPECT_THAT(ran.err, HasSubstr("empty: holds no draft"));
}

TEST(CheckProcess, StandardInputIsADraftOfItsName) {
  const Folder folder;
  const Ran ran = folder.stet("check - --stdin-filename drafts/pier.md", "# TK\n");
  EXPECT_EQ(ran.status, 1);
  EXPECT_THAT(ran.out, HasSubstr("drafts/pier.md:1:3: error:"));
  EXPECT_EQ(folder.stet("check -", "Nothing to see.\n").status, 0);
  EXPECT_EQ(folder.stet("check -", "").status, 0);
}

TEST(CheckProcess, AReaderThatLeavesIsNoFault) {
  const Folder folder;
  for (int i = 0; i < 300; ++i) folder.write("d/" + std::to_string(i) + ".md", "It cost TK.\n\nAnd TK.\n");
  const Ran ran = folder.stet("check d --jobs 2 | head -1");
  EXPECT_EQ(ran.err, "");
  EXPECT_THAT(ran.out, HasSubstr("d/0.md:"));
  EXPECT_EQ(folder.stet("facts d | head -c 10").err, "");
}

TEST(CheckProcess, AFullDiskIsTwo) {
  if (!std::filesystem::exists("/dev/full")) GTEST_SKIP();
  const Folder folder;
  folder.write("gap.md", "It cost TK.\n");
  const Ran ran = folder.stet("check gap.md > /dev/full");
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.err, HasSubstr("No space left"));
  EXPECT_EQ(folder.stet("check gap.md --format json=no/such/folder.json").status, 2);
}

TEST(CheckProcess, AnUnreadableFileIsTwoAndTheOthersGoOn) {
  if (geteuid() == 0) GTEST_SKIP() << "root reads everything";
  const Folder folder;
  folder.write("a.md", "It cost TK.\n");
  folder.write("b.md", "It cost TK.\n");
  chmod((folder / "a.md").c_str(), 0);
  const Ran ran = folder.stet("check .");
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.err, HasSubstr("a.md"));
  EXPECT_THAT(ran.out, HasSubstr("b.md:1:9"));
}

TEST(CheckProcess, ALinkThatGoesRoundEndsTheSearchOnce) {
  const Folder folder;
  folder.write("d/gap.md", "It cost TK.\n");
  std::filesystem::create_directory_symlink("..", folder / "d/up");
  std::filesystem::create_symlink("loop.md", folder / "d/loop.md");
  const Ran ran = folder.stet("check --format json d");
  EXPECT_EQ(json::parse(ran.out)["summary"]["files"], 1);
}

TEST(CheckProcess, BrokenSettingsAreTwoWithTheirPlaceAndTheDraftIsStillChecked) {
  const Folder folder;
  folder.write("stet.toml", "fail-on = \"error\"\n[rules]\nplaceholder-lft = \"hint\"\n");
  folder.write("gap.md", "It cost TK.\n");
  const Ran ran = folder.stet("check gap.md");
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.err, HasSubstr("stet.toml:3:1:"));
  EXPECT_THAT(ran.err, HasSubstr("placeholder-left"));
  EXPECT_THAT(ran.out, HasSubstr("gap.md:1:9"));
}

TEST(CheckProcess, SeveralReportsInOneRun) {
  const Folder folder;
  folder.write("gap.md", "It cost TK.\n");
  const Ran ran = folder.stet("check gap.md --format json=r.json --format sarif=r.sarif --format github");
  EXPECT_THAT(ran.out, HasSubstr("::error file=gap.md,line=1,"));
  EXPECT_EQ(json::parse(folder.read("r.json"))["summary"]["errors"], 1);
  EXPECT_EQ(json::parse(folder.read("r.sarif"))["runs"][0]["results"].size(), 1u);
}

TEST(CheckProcess, ManyDraftsComeInTheSameOrderWithAnyNumberOfJobs) {
  const Folder folder;
  for (int i = 0; i < 40; ++i) folder.write("d/" + std::to_string(i) + ".md", std::string(i * 50, 'x') + "\n\nTK\n");
  const Ran one = folder.stet("check d --jobs 1"), four = folder.stet("check d --jobs 4");
  EXPECT_EQ(one.out, four.out);
  EXPECT_THAT(one.out, HasSubstr("40 files"));
}

TEST(CheckProcess, FixWritesTheSafeFixesAndReportsWhatIsLeft) {
  const Folder folder;
  folder.write("a.md", "He said “no\" and left TK.\n");
  folder.write("link.md", "");
  std::filesystem::remove(folder / "link.md");
  std::filesystem::create_symlink("a.md", folder / "link.md");
  std::filesystem::permissions(folder / "a.md", std::filesystem::perms(0640));
  const Ran ran = folder.stet("check --fix link.md");
  EXPECT_EQ(ran.status, 1);
  EXPECT_EQ(folder.read("a.md"), "He said “no” and left TK.\n");
  EXPECT_THAT(ran.out, HasSubstr("link.md:1:23: error: “TK”"));
  EXPECT_THAT(ran.out, HasSubstr("1 error; 1 fixed"));
  EXPECT_TRUE(std::filesystem::is_symlink(folder / "link.md"));
  EXPECT_EQ(std::filesystem::status(folder / "a.md").permissions(), std::filesystem::perms(0640));
}

// While stet fixes a folder, another hand replaces every draft once. Whatever comes first, that hand's text is never
// lost: a draft is as it was written then, with its own faults fixed or not, and one that was left alone is named.
TEST(CheckProcess, FixLosesNoEditOfAnotherHand) {
  const Folder folder;
  constexpr int drafts = 150;
  const std::string mine = "He said “no\" and left.\n" + std::string(4000, 'x') + "\n";
  const std::string theirs = "She said “yes\" and stayed.\n", theirs_fixed = "She said “yes” and stayed.\n";
  for (int i = 0; i < drafts; ++i) folder.write("d/" + std::to_string(i) + ".md", mine);
  std::jthread hand([&] {
    for (int i = drafts - 1; i >= 0; --i) {
      folder.write("their/" + std::to_string(i), theirs);
      std::filesystem::rename(folder / ("their/" + std::to_string(i)), folder / ("d/" + std::to_string(i) + ".md"));
    }
  });
  const Ran ran = folder.stet("check --fix --jobs 2 --select quotes d");
  hand.join();
  std::size_t left_alone = 0;
  for (int i = 0; i < drafts; ++i) {
    const std::string now = folder.read("d/" + std::to_string(i) + ".md");
    EXPECT_TRUE(now == theirs || now == theirs_fixed) << i << now.substr(0, 40);
  }
  for (std::size_t at = ran.err.find("left alone"); at != std::string::npos; at = ran.err.find("left alone", at + 1))
    ++left_alone;
  EXPECT_EQ(ran.status, left_alone > 0 ? 2 : 0) << ran.err;
  for (const auto& entry : std::filesystem::directory_iterator(folder / "d"))
    EXPECT_EQ(entry.path().extension(), ".md") << entry.path();
}

TEST(CheckProcess, FixLeavesStandardInputAlone) {
  const Folder folder;
  const Ran ran = folder.stet("check --fix -", "He said “no\" and left.\n");
  EXPECT_EQ(ran.status, 2);
  EXPECT_THAT(ran.err, HasSubstr("standard input"));
}

struct Offset {
  const char* name;
  std::string bytes;
  std::vector<int> place;
  int line, column;
};

class CheckOffsets : public testing::TestWithParam<Offset> {};

TEST_P(CheckOffsets, BytesLineAndColumnNameTheSamePlace) {
  const Offset& o = GetParam();
  const Folder folder;
  folder.write("d.md", o.bytes);
  const std::string only = "--select placeholder-left ";
  const json from_file = findings_of(folder, only + "d.md");
  ASSERT_EQ(from_file.size(), 1u);
  EXPECT_EQ(from_file[0]["bytes"], json(o.place));
  EXPECT_EQ(from_file[0]["start"], json({{"line", o.line}, {"column", o.column}}));
  EXPECT_EQ(findings_of(folder, only + "- --stdin-filename d.md", o.bytes), from_file);
}

INSTANTIATE_TEST_SUITE_P(Drafts, CheckOffsets,
                         testing::Values(Offset{"ByteOrderMark", "\xEF\xBB\xBFIt cost TK.\n", {11, 13}, 1, 9},
                                         Offset{"CarriageReturns", "One.\r\n\r\nIt cost TK.\r\n", {16, 18}, 3, 9},
                                         Offset{"LoneCarriageReturns", "One.\r\rIt cost TK.\r", {14, 16}, 3, 9},
                                         Offset{"Emoji", "A 😀 cost TK.\n", {12, 14}, 1, 10},
                                         Offset{"NotUtf8", "A \xff\xfe cost TK.\n", {10, 12}, 1, 11}),
                         [](const auto& test) { return std::string(test.param.name); });

}  // namespace
}  // namespace stet
