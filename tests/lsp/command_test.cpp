// Commands: what a person chose, done by the server.
#include "lsp/command.h"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "lsp/desk.h"
#include "lsp/uri.h"
#include "support/temporary_folder.h"

namespace stet {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

std::string bytes_of(const std::filesystem::path& path) {
  std::stringstream out;
  out << std::ifstream(path, std::ios::binary).rdbuf();
  return out.str();
}

struct Commands : ::testing::Test {
  test::TemporaryFolder folder;
  Desk desk{folder.path()};
  std::string uri = uri_of_path((folder / "a.md").string());
  json published;  // diagnostics of the draft, as last told

  void open(const std::string& draft, json can = Talk::full_client()) {
    can["window"]["showDocument"] = {{"support", true}};
    desk.talk.ask(0, "initialize",
                  {{"processId", nullptr}, {"rootUri", uri_of_path(folder.path().string())}, {"capabilities", can}});
    desk.talk.tell("initialized", json::object());
    folder.write("a.md", draft);
    desk.talk.open(uri, 1, draft);
    listen();
  }
  // What was said, but for diagnostics of the draft: these are kept.
  std::vector<json> listen() {
    std::vector<json> out;
    for (json& message : desk.heard()) {
      if (message.value("method", "") != "textDocument/publishDiagnostics") out.push_back(std::move(message));
      else if (message["params"]["uri"] == uri) published = message["params"]["diagnostics"];
    }
    return out;
  }
  std::vector<json> execute(const std::string& command, json argument) {
    argument["uri"] = uri;
    desk.talk.ask(9, "workspace/executeCommand", {{"command", command}, {"arguments", json::array({argument})}});
    return listen();
  }
  std::string fingerprint(std::size_t i = 0) const { return published[i]["data"]["fingerprint"]; }
};

TEST_F(Commands, AWaiverWithItsReasonIsAnEditTheClientMakes) {
  open("It cost TK then.\n");
  const auto heard =
      execute("stet.apply", {{"fingerprint", fingerprint()}, {"do", "waive"}, {"reason", "set at noon"}});
  ASSERT_EQ(heard.size(), 2u);
  EXPECT_EQ(heard[0]["method"], "workspace/applyEdit");
  const json edit = heard[0]["params"]["edit"]["documentChanges"][0];
  EXPECT_EQ(edit["textDocument"]["version"], 1);
  EXPECT_EQ(edit["edits"][0]["newText"], "<!-- stet: placeholder-left \"TK\" set at noon -->\n");
  EXPECT_EQ(heard[1]["result"], nullptr);
}

TEST_F(Commands, AWaiverBesideTheDraftHidesTheFinding) {
  open("It cost TK then.\n");
  ASSERT_THAT(published, Not(IsEmpty()));
  execute("stet.waiveBeside", {{"fingerprint", fingerprint()}, {"reason", "the printer knows"}});
  EXPECT_THAT(bytes_of(folder / "stet.waivers.toml"), HasSubstr("reason = \"the printer knows\"\n"));
  EXPECT_TRUE(std::filesystem::exists(folder / "stet.waivers.toml"));
}

TEST_F(Commands, ARuleIsSwitchedOffForTheProject) {
  folder.write("stet.toml", "[rules]\n");
  open("It cost TK then.\n");
  ASSERT_THAT(published, Not(IsEmpty()));
  execute("stet.ignoreInProject", {{"rule", "placeholder-left"}});
  EXPECT_EQ(bytes_of(folder / "stet.toml"), "[rules]\nplaceholder-left = \"off\"\n");
  EXPECT_THAT(published, IsEmpty());
}

TEST_F(Commands, AFileThatIsOpenIsEditedThere) {
  folder.write("stet.toml", "# ours\n");
  open("It cost TK then.\n");
  const std::string settings = uri_of_path((folder / "stet.toml").string());
  desk.talk.open(settings, 1, "# ours, not saved\n", "toml");
  const auto heard = execute("stet.ignoreInProject", {{"rule", "placeholder-left"}});
  const json& edits = heard[0]["params"]["edit"]["changes"][settings];
  EXPECT_EQ(edits[0]["newText"], "\n[rules]\nplaceholder-left = \"off\"\n");
  EXPECT_EQ(bytes_of(folder / "stet.toml"), "# ours\n");
}

TEST_F(Commands, ThePageOfARuleIsShown) {
  open("It cost TK then.\n");
  const auto heard = execute("stet.openPage", {{"rule", "placeholder-left"}});
  EXPECT_EQ(heard[0]["method"], "window/showDocument");
  EXPECT_EQ(heard[0]["params"]["external"], true);
  EXPECT_THAT(heard[0]["params"]["uri"].get<std::string>(), HasSubstr("placeholder-left.md"));
}

TEST_F(Commands, TheSheetIsWrittenAndShown) {
  open("The bridge cost $4 million, according to the council.\n");
  EXPECT_THAT(execute("stet.sheet", {}), IsEmpty()) << "it waits until it is written";
  ASSERT_EQ(desk.talk.sheets.size(), 1u);
  EXPECT_THAT(desk.talk.sheets[0].sheet.name, HasSubstr("a-"));
  EXPECT_THAT(desk.talk.sheets[0].sheet.page, HasSubstr("$4 million"));
  desk.talk.on(SheetWritten{desk.talk.sheets[0].request, "/cache/a.html", {}});
  const auto heard = listen();
  ASSERT_EQ(heard.size(), 2u);
  EXPECT_EQ(heard[0]["params"], json({{"uri", "file:///cache/a.html"}, {"external", true}}));
  EXPECT_EQ(heard[1]["result"]["uri"], "file:///cache/a.html");
}

TEST_F(Commands, WhatCannotBeDoneIsRefusedWithAReason) {
  open("It cost TK then.\n");
  EXPECT_EQ(execute("stet.apply", {{"fingerprint", "none"}, {"do", "waive"}}).back()["error"]["code"], -32803);
  EXPECT_EQ(execute("stet.ignoreInProject", {{"rule", "none"}}).back()["error"]["code"], -32803);
  EXPECT_EQ(execute("stet.none", {}).back()["error"]["code"], -32602);
}

TEST(ProjectNotes, ATableOfTheRuleIsLeftToAPerson) {
  const ProjectNote off{ProjectNote::Kind::off, "/desk/stet.toml", "weasel-attribution", {}, {}, {}};
  const auto told = noted("[rules]\nweasel-attribution = \"hint\"\n", off);
  ASSERT_TRUE(std::holds_alternative<NoteRefused>(told));
  EXPECT_THAT(std::get<NoteRefused>(told).why, HasSubstr("already"));
  EXPECT_TRUE(std::holds_alternative<NoteRefused>(noted("[rules", off)));
}

TEST(ProjectNotes, WhatIsThereStays) {
  const ProjectNote off{ProjectNote::Kind::off, "/desk/stet.toml", "weasel-attribution", {}, {}, {}};
  const auto after = [&](const std::string& before) {
    const auto edit = noted(before, off);
    return std::string(Text(before).with({&std::get<Edit>(edit), 1}).bytes());
  };
  EXPECT_EQ(after(""), "[rules]\nweasel-attribution = \"off\"\n");
  EXPECT_EQ(after("lang = \"en\""), "lang = \"en\"\n\n[rules]\nweasel-attribution = \"off\"\n");
  EXPECT_EQ(after("[rules] # ours\nlanguage = \"off\"\n"),
            "[rules] # ours\nweasel-attribution = \"off\"\nlanguage = \"off\"\n");
  EXPECT_EQ(after("[rules]"), "[rules]\nweasel-attribution = \"off\"\n");
}

}  // namespace
}  // namespace stet
