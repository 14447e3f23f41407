// Diagnostics for clients that ask for them: of a draft, and of the whole workspace.
#include <gmock/gmock.h>

#include <map>

#include "lsp/desk.h"
#include "lsp/uri.h"
#include "support/temporary_folder.h"

namespace stet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::Pair;
using ::testing::SizeIs;
using ::testing::UnorderedElementsAre;

json pulling(json more = json::object()) {
  json can = json::parse(R"({
    "textDocument": {"diagnostic": {}, "publishDiagnostics": {"versionSupport": true}},
    "workspace": {"diagnostics": {"refreshSupport": true}, "workspaceFolders": true,
                  "didChangeWatchedFiles": {"dynamicRegistration": true}},
    "window": {"workDoneProgress": true}})");
  can.merge_patch(more);
  return can;
}

struct Pull : ::testing::Test {
  test::TemporaryFolder folder;
  Desk desk{folder.path()};

  void begin(json can = pulling()) {
    desk.talk.ask(0, "initialize",
                  {{"processId", nullptr},
                   {"workspaceFolders", {{{"uri", uri_of_path(folder.path().string())}, {"name", "desk"}}}},
                   {"capabilities", std::move(can)}});
    desk.talk.tell("initialized", json::object());
    desk.heard();
  }
  std::string uri(const std::string& name) const { return uri_of_path((folder.path() / name).string()); }
  json pull(const std::string& name, json more = json::object()) {
    more["textDocument"] = {{"uri", uri(name)}};
    return desk.ask("textDocument/diagnostic", std::move(more));
  }
  json workspace(json previous = json::array()) {
    return desk.ask("workspace/diagnostic", {{"previousResultIds", std::move(previous)}});
  }
};

TEST_F(Pull, SaysWhatIsWrongOnceAndThenThatItIsTheSame) {
  begin();
  desk.talk.open(uri("a.md"), 1, "The ferry cost TK.\n");
  EXPECT_THAT(desk.heard(), IsEmpty()) << "nothing is pushed to a client that pulls";
  const json first = pull("a.md");
  ASSERT_EQ(first["kind"], "full");
  EXPECT_EQ(first["items"][0]["code"], "placeholder-left");
  const json second = pull("a.md", {{"previousResultId", first["resultId"]}});
  EXPECT_EQ(second, json({{"kind", "unchanged"}, {"resultId", first["resultId"]}}));
  desk.talk.change(uri("a.md"), 2, {insertion(0, 0, "No. ")});
  EXPECT_EQ(pull("a.md", {{"previousResultId", first["resultId"]}})["kind"], "full");
  EXPECT_THAT(pull("other.md")["items"], IsEmpty()) << "not open";
}

TEST_F(Pull, AnEditCancelsAPullThatWaitsAndItComesAgain) {
  begin();
  desk.talk.open(uri("a.md"), 1, "The ferry cost TK.\n");
  desk.talk.ask(7, "textDocument/diagnostic", {{"textDocument", {{"uri", uri("a.md")}}}});
  desk.talk.change(uri("a.md"), 2, {insertion(0, 0, "x")});
  const json error = desk.talk.take().back()["error"];
  EXPECT_EQ(error["code"], -32802);
  EXPECT_EQ(error["data"]["retriggerRequest"], true);
}

TEST_F(Pull, FaultsOfHalfTypedSentencesAreAskedForWhenTheyHaveSettled) {
  begin();
  desk.talk.open(uri("a.md"), 1, "He left.\n");
  desk.heard();
  desk.talk.change(uri("a.md"), 2, {insertion(0, 8, " She said: “We go")});
  desk.talk.wait(longest_wait);
  const std::size_t early = pull("a.md")["items"].size();
  desk.heard();
  desk.talk.wait(settling_time);
  const auto heard = desk.heard();
  ASSERT_THAT(heard, SizeIs(1));
  EXPECT_EQ(heard[0]["method"], "workspace/diagnostic/refresh");
  EXPECT_GT(pull("a.md")["items"].size(), early);
}

TEST_F(Pull, TheWorkspaceIsToldDraftByDraft) {
  folder.write("one.md", "It cost TK.\n");
  folder.write("two.txt", "It rained.\n");
  folder.write("stet.toml", "ignore = [\"old/**\"]\n");
  folder.write("old/three.md", "It cost TK.\n");
  begin();
  desk.talk.ask(5, "workspace/diagnostic",
                {{"previousResultIds", json::array()}, {"partialResultToken", "part"}, {"workDoneToken", 9}});
  std::vector<std::string> told, progress;
  for (const json& message : desk.heard()) {
    if (message.value("method", "") != "$/progress") continue;
    const json& value = message["params"]["value"];
    if (message["params"]["token"] == "part") told.push_back(value["items"][0]["uri"]);
    else progress.push_back(value["kind"]);
  }
  EXPECT_THAT(told, UnorderedElementsAre(uri("one.md"), uri("two.txt")));
  EXPECT_THAT(progress, ElementsAre("begin", "report", "report", "end"));
}

TEST_F(Pull, AWorkspaceThatHasNotChangedIsNotReadAgain) {
  folder.write("one.md", "It cost TK.\n");
  begin();
  const json first = workspace();
  ASSERT_THAT(first["items"], SizeIs(1));
  const json ids = json::array({{{"uri", uri("one.md")}, {"value", first["items"][0]["resultId"]}}});
  EXPECT_EQ(workspace(ids)["items"][0]["kind"], "unchanged");
  EXPECT_THAT(desk.talk.surveys, IsEmpty());
  folder.write("one.md", "It cost $4.\n");
  desk.talk.tell("workspace/didChangeWatchedFiles", {{"changes", {{{"uri", uri("one.md")}, {"type", 2}}}}});
  EXPECT_EQ(workspace(ids)["items"][0]["kind"], "full");
  std::filesystem::remove(folder / "one.md");
  desk.talk.tell("workspace/didChangeWatchedFiles", {{"changes", {{{"uri", uri("one.md")}, {"type", 3}}}}});
  const json gone = workspace(ids)["items"];
  ASSERT_THAT(gone, SizeIs(1)) << "its faults are taken back";
  EXPECT_THAT(gone[0]["items"], IsEmpty());
}

TEST_F(Pull, ARunOverTheWorkspaceCanBeCancelled) {
  begin();
  desk.talk.ask(5, "workspace/diagnostic", {{"previousResultIds", json::array()}});
  ASSERT_THAT(desk.talk.surveys, SizeIs(1));
  desk.talk.tell("$/cancelRequest", {{"id", 5}});
  EXPECT_TRUE(desk.talk.surveys.front().stop.stop_requested());
  EXPECT_EQ(desk.talk.take().back()["error"]["code"], -32800);
  EXPECT_THAT(desk.heard(), IsEmpty()) << "one reply";
}

TEST_F(Pull, EveryFolderOfTheWorkspaceCounts) {
  test::TemporaryFolder second;
  second.write("far.md", "# Far away\n\nIt cost TK.\n");
  folder.write("near.md", "# Near\n\nIt cost TK.\n");
  folder.write("stet.toml", "[rules]\nplaceholder-left = \"off\"\n");
  begin();
  EXPECT_THAT(workspace()["items"], SizeIs(1));
  desk.talk.tell("workspace/didChangeWorkspaceFolders",
                 {{"event",
                   {{"added", {{{"uri", uri_of_path(second.path().string())}, {"name", "second"}}}},
                    {"removed", json::array()}}}});
  std::map<std::string, std::size_t> findings;
  const json report = workspace();
  for (const json& item : report["items"]) findings[item["uri"]] = item["items"].size();
  EXPECT_THAT(findings,
              UnorderedElementsAre(Pair(uri("near.md"), 0u), Pair(uri_of_path((second / "far.md").string()), 1u)))
      << "the settings of one folder are not the other's";
  const json symbols = desk.ask("workspace/symbol", {{"query", "fr"}});
  ASSERT_THAT(symbols, SizeIs(1));
  EXPECT_EQ(symbols[0]["name"], "Far away");
}

TEST_F(Pull, AClientThatTakesPushesHasTheWorkspaceCheckedByCommand) {
  folder.write("one.md", "It cost TK.\n");
  begin(json::parse(R"({"window": {"workDoneProgress": true}})"));
  desk.talk.ask(5, "workspace/executeCommand", {{"command", "stet.checkWorkspace"}});
  const json create = desk.talk.take().back();
  EXPECT_EQ(create["method"], "window/workDoneProgress/create");
  desk.talk.say(json({{"jsonrpc", "2.0"}, {"id", create["id"]}, {"result", nullptr}}).dump());
  std::vector<std::string> methods;
  for (const json& message : desk.heard()) methods.push_back(message.value("method", "reply"));
  EXPECT_THAT(methods,
              ElementsAre("$/progress", "textDocument/publishDiagnostics", "$/progress", "$/progress", "reply"));
}

}  // namespace
}  // namespace stet
