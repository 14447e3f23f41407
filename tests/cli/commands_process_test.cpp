// facts, rules, test, init and config from outside.
#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

#include "cli/process.h"

namespace stet {
namespace {

using nlohmann::json;
using test::Folder;
using test::Ran;
using testing::HasSubstr;

TEST(FactsProcess, PrintsSentencesAndFactsOfEveryDraft) {
  const Folder folder;
  folder.write("a.md", "---\ndate: 2026-11-02\n---\nIt opened on Monday. It cost $4 million.\n");
  folder.write("b.txt", "\xff\xfe\n");
  const Ran ran = folder.stet("facts --format json .");
  EXPECT_EQ(ran.status, 0) << ran.err;
  const json j = json::parse(ran.out);
  EXPECT_EQ(j["version"], 1);
  ASSERT_EQ(j["files"].size(), 2u);
  EXPECT_EQ(j["files"][0]["path"], "a.md");
  EXPECT_EQ(j["files"][0]["date"], "2026-11-02");
  EXPECT_EQ(j["files"][0]["sentences"], json::parse("[[25, 45], [46, 65]]"));
  EXPECT_FALSE(j["files"][1].contains("date"));
}

TEST(FactsProcess, TheSheetOfSeveralDraftsIsOneTable) {
  const Folder folder;
  folder.write("a.md", "It cost $4 million.\n");
  folder.write("b.md", "It cost $5 million.\n");
  const Ran csv = folder.stet("facts --format csv .");
  EXPECT_EQ(csv.status, 0) << csv.err;
  EXPECT_EQ(csv.out,
            "\xEF\xBB\xBFno,draft,line,column,claim,kind,worth,status,source,figures,dates\r\n"
            "1,a.md,1,1,It cost $4 million.,quantity,4,unsourced,,$4 million,\r\n"
            "2,b.md,1,1,It cost $5 million.,quantity,4,unsourced,,$5 million,\r\n");
  const Ran page = folder.stet("facts --format html --stdin-filename c.md -", "It cost $4 million.\n");
  EXPECT_EQ(page.status, 0) << page.err;
  EXPECT_THAT(page.out, testing::StartsWith("<!doctype html>"));
  EXPECT_THAT(page.out, testing::EndsWith("</html>\n"));
  const Ran wrong = folder.stet("facts --format xml a.md");
  EXPECT_EQ(wrong.status, 2);
  EXPECT_THAT(wrong.err, testing::HasSubstr("json, csv, html"));
}

TEST(RulesProcess, AListForProgramsAndAPageForPeople) {
  const Folder folder;
  const Ran all = folder.stet("rules");
  EXPECT_EQ(all.status, 0);
  EXPECT_THAT(all.out, HasSubstr("placeholder-left\tstructure\terror\ton\n"));
  EXPECT_THAT(folder.stet("rules placeholder-left").out, HasSubstr("# placeholder-left\n"));
  const Ran none = folder.stet("rules placeholder-lft");
  EXPECT_EQ(none.status, 2);
  EXPECT_THAT(none.err, HasSubstr("did you mean placeholder-left?"));
}

TEST(RulesProcess, TheSettingsDecideWhatIsOn) {
  const Folder folder;
  folder.write("stet.toml", "[rules]\nplaceholder-left = \"off\"\n");
  EXPECT_THAT(folder.stet("rules").out, HasSubstr("placeholder-left\tstructure\terror\toff\n"));
}

const char* const page =
    "# boffin\n\nA word from a headline.\n\n| option | default | meaning |\n| --- | --- | --- |\n"
    "| severity | warning | how loud |\n\n| phrase | instead |\n| --- | --- |\n| boffin | scientist |\n\n";

TEST(TestProcess, ExamplesHoldOrDoNotOrThePageIsBroken) {
  const Folder folder;
  folder.write("good/boffin.md",
               std::string(page) + "```draft\nA {==boffin==} spoke.\n```\n\n```draft\nShe spoke.\n```\n");
  folder.write("wrong/boffin.md", std::string(page) + "```draft\nA boffin spoke.\n```\n");
  folder.write("broken/boffin.md", "# boffins\n\nWrongly named.\n");
  EXPECT_EQ(folder.stet("test good").status, 0);
  const Ran wrong = folder.stet("test wrong");
  EXPECT_EQ(wrong.status, 1);
  EXPECT_THAT(wrong.out, HasSubstr("wrong/boffin.md:14: boffin does not hold"));
  const Ran broken = folder.stet("test broken good");
  EXPECT_EQ(broken.status, 2);
  EXPECT_THAT(broken.err, HasSubstr("broken/boffin.md:1:"));
  EXPECT_EQ(folder.stet("test gone").status, 2);
}

TEST(TestProcess, TheBuiltInPagesHold) {
  const Folder folder;
  const Ran ran = folder.stet("test");
  EXPECT_EQ(ran.status, 0) << ran.out;
  EXPECT_THAT(ran.out, HasSubstr("all hold"));
}

TEST(InitProcess, WritesSettingsThatAreRightAndNeverOverwrites) {
  const Folder folder;
  EXPECT_EQ(folder.stet("init").status, 0);
  const std::string written = folder.read("stet.toml");
  folder.write("clean.md", "The pier opened in May.\n");
  EXPECT_EQ(folder.stet("check").status, 0);
  const Ran again = folder.stet("init");
  EXPECT_EQ(again.status, 2);
  EXPECT_THAT(again.err, HasSubstr("stet.toml is there already"));
  EXPECT_EQ(folder.read("stet.toml"), written);
}

TEST(ConfigProcess, EveryValueHasThePlaceItCameFrom) {
  const Folder folder;
  folder.write("stet.toml", "date = 2026-11-02\n");
  folder.write("a.md", "x\n");
  const Ran ran = folder.stet("config a.md");
  EXPECT_EQ(ran.status, 0) << ran.err;
  EXPECT_THAT(ran.out, testing::ContainsRegex("date +=.*2026-11-02 .*# stet.toml:1:"));
  EXPECT_EQ(folder.stet("config gone.md").status, 2);
}

TEST(ConfigProcess, TheSchemaIsJson) {
  const Folder folder;
  EXPECT_TRUE(json::accept(folder.stet("config --schema").out));
}

}  // namespace
}  // namespace stet
