// stet.toml and stet.waivers.toml, open in an editor: faults as they are typed, hovers, completion.
#include <gmock/gmock.h>

#include "lsp/desk.h"

namespace stet {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

struct SettingsDocument : ::testing::Test {
  Desk desk;
  std::string uri = "file:///nowhere/at/all/stet.toml";

  json open(const std::string& text) {
    desk.talk.initialize(json::parse(R"({"textDocument": {"hover": {"contentFormat": ["markdown"]}}})"));
    desk.heard();
    desk.talk.open(uri, 1, text, "toml");
    json diagnostics;
    for (const json& message : desk.heard())
      if (message.value("method", "") == "textDocument/publishDiagnostics")
        diagnostics = message["params"]["diagnostics"];
    return diagnostics;
  }
  json ask(const char* method, int line, int character) {
    return desk.ask(method,
                    {{"textDocument", {{"uri", uri}}}, {"position", {{"line", line}, {"character", character}}}});
  }
  std::vector<std::string> complete(int line, int character) {
    std::vector<std::string> out;
    for (const json& item : ask("textDocument/completion", line, character)) out.push_back(item["label"]);
    return out;
  }
};

TEST_F(SettingsDocument, FaultsAreToldWhileItIsTyped) {
  const json faults = open("fail-on = \"eror\"\n");
  ASSERT_THAT(faults, SizeIs(1));
  EXPECT_EQ(faults[0]["range"]["start"]["line"], 0);
  desk.talk.change(uri, 2, {{{"text", "fail-on = \"error\"\n"}}});
  desk.talk.wait(longest_wait);
  EXPECT_THAT(desk.heard().back()["params"]["diagnostics"], IsEmpty());
}

TEST_F(SettingsDocument, SettingsOfOtherProgramsAreNoProse) {
  uri = "file:///nowhere/at/all/other.toml";
  EXPECT_THAT(open("cost = \"TK\"\n"), IsEmpty());
  EXPECT_EQ(ask("textDocument/hover", 0, 8), nullptr);
}

TEST_F(SettingsDocument, AKeyIsExplained) {
  open("fail-on = \"error\"\n[rules]\nweasel-attribution = { severity = \"hint\" }\n");
  const std::string key = ask("textDocument/hover", 0, 3)["contents"]["value"];
  EXPECT_THAT(key, HasSubstr("**fail-on**"));
  EXPECT_THAT(key, HasSubstr("Default: \"error\""));
  const json rule = ask("textDocument/hover", 2, 3);
  EXPECT_THAT(rule["contents"]["value"].get<std::string>(), HasSubstr("Page of the rule"));
  EXPECT_THAT(ask("textDocument/hover", 2, 27)["contents"]["value"].get<std::string>(), HasSubstr("**severity**"));
}

TEST_F(SettingsDocument, KeysRulesAndValuesAreCompleted) {
  open(
      "fa\n[rules]\nwea\nlanguage = \nweasel-attribution = { sev "
      "}\n[rules.weasel-attribution]\n\n[[overrides]]\n\n[ru\n");
  EXPECT_THAT(complete(0, 2), Contains("fail-on"));
  EXPECT_THAT(complete(2, 3), Contains("weasel-attribution"));
  EXPECT_THAT(complete(3, 11), Contains("\"warning\""));
  EXPECT_THAT(complete(4, 26), Contains("severity"));
  EXPECT_THAT(complete(6, 0), Contains("severity"));
  EXPECT_THAT(complete(8, 0), Contains("files"));
  EXPECT_THAT(complete(9, 3), Contains("rules"));
  EXPECT_THAT(complete(9, 3), Not(Contains("fail-on"))) << "is no table";
}

TEST_F(SettingsDocument, WaiversHaveTheirOwnKeys) {
  uri = "file:///nowhere/at/all/stet.waivers.toml";
  open("[[waiver]]\n\nrule = \"\"\n");
  EXPECT_THAT(complete(1, 0), ElementsAre("fingerprint", "reason", "rule", "until", "words"));
  EXPECT_THAT(complete(2, 8), Contains("\"weasel-attribution\""));
}

}  // namespace
}  // namespace stet
