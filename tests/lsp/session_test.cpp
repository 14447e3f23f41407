#include "lsp/session.h"

#include <gmock/gmock.h>

#include "lsp/talk.h"

namespace stet {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

const std::string a = "file:///desk/a.md";

// What a client was told, in short: "reply 1", "error 1 -32800", "publish v2: weasel, other", "notify method".
std::vector<std::string> told(const std::vector<json>& heard) {
  std::vector<std::string> out;
  for (const json& message : heard) {
    if (message.contains("error")) {
      out.push_back("error " + message["id"].dump() + " " + message["error"]["code"].dump());
    } else if (message.contains("result")) {
      out.push_back("reply " + message["id"].dump());
    } else if (message["method"] == "textDocument/publishDiagnostics") {
      std::string line = "publish";
      if (message["params"].contains("version")) line += " v" + message["params"]["version"].dump();
      line += ":";
      for (const json& diagnostic : message["params"]["diagnostics"])
        line += " " + diagnostic["code"].get<std::string>();
      out.push_back(line);
    } else {
      out.push_back("notify " + message["method"].get<std::string>());
    }
  }
  return out;
}

std::vector<std::string> told(Talk& talk) { return told(talk.take()); }

struct SessionTest : ::testing::Test {
  Talk talk;
  SessionTest() {
    talk.initialize();
    talk.take();
  }
  void open(const std::string& text, std::vector<Finding> findings = {}) {
    talk.open(a, 1, text);
    talk.read(std::move(findings));
    talk.take();
  }
  void hover(int id, int line, int character) {
    talk.ask(id, "textDocument/hover",
             {{"textDocument", {{"uri", a}}}, {"position", {{"line", line}, {"character", character}}}});
  }
};

TEST(SessionLife, RequestsBeforeInitializeAreRefused) {
  Talk talk;
  talk.ask(1, "textDocument/hover", {});
  talk.tell("textDocument/didOpen", {});
  EXPECT_THAT(told(talk), ElementsAre("error 1 -32002"));
}

TEST(SessionLife, ExitAfterShutdownIsZeroWithoutItOne) {
  Talk orderly;
  orderly.initialize();
  orderly.ask(1, "shutdown", nullptr);
  orderly.take();
  orderly.ask(2, "textDocument/hover", {});
  EXPECT_THAT(told(orderly), ElementsAre("error 2 -32600"));
  orderly.tell("exit", nullptr);
  EXPECT_EQ(orderly.status, 0);

  Talk rude;
  rude.tell("exit", nullptr);
  EXPECT_EQ(rude.status, 1);

  Talk gone;
  gone.initialize();
  gone.on(Closed{});
  EXPECT_EQ(gone.status, 1);
}

TEST(SessionLife, EncodingIsTheBestTheClientOffersElseUtf16) {
  const auto encoding = [](const char* general) {
    Talk talk;
    talk.initialize({{"general", json::parse(general)}});
    const json can = talk.heard.front()["result"]["capabilities"];
    return can.value("positionEncoding", "none");
  };
  EXPECT_EQ(encoding(R"({"positionEncodings": ["utf-16", "utf-8"]})"), "utf-8");
  EXPECT_EQ(encoding(R"({"positionEncodings": ["utf-7", "utf-32", "utf-16"]})"), "utf-32");
  EXPECT_EQ(encoding(R"({"positionEncodings": 8})"), "none");
  EXPECT_EQ(encoding("{}"), "none");
}

TEST(SessionVersions, AreSentOnlyToClientsThatTakeThem) {
  Talk talk;
  talk.initialize(json::object());
  talk.open(a, 7, "Many analysts say");
  talk.read({finding("weasel-attribution", {0, 13})});
  EXPECT_FALSE(talk.take().back()["params"].contains("version"));
}

TEST_F(SessionTest, PublishesWithTheVersionThatWasRead) {
  talk.open(a, 7, "Many analysts say");
  talk.read({finding("weasel-attribution", {0, 13})});
  const json params = talk.take().back()["params"];
  EXPECT_EQ(params["version"], 7);
  EXPECT_EQ(params["diagnostics"][0]["range"]["end"], json({{"line", 0}, {"character", 13}}));
  EXPECT_EQ(params["diagnostics"][0]["severity"], 2);
  EXPECT_EQ(params["diagnostics"][0]["source"], "stet");
}

TEST_F(SessionTest, AReadingOfAnOlderVersionIsNotPublished) {
  open("one");
  talk.change(a, 2, {insertion(0, 0, "x")});
  talk.wait(longest_wait);
  ASSERT_THAT(talk.jobs, SizeIs(1));
  talk.change(a, 3, {insertion(0, 0, "y")});
  EXPECT_TRUE(talk.jobs.front().stop.stop_requested());
  talk.read({finding("old", {0, 1})});
  EXPECT_THAT(told(talk), IsEmpty());
  talk.wait(longest_wait);
  talk.read({finding("new", {0, 1})});
  EXPECT_THAT(told(talk), ElementsAre("publish v3: new"));
}

TEST_F(SessionTest, AClosedDraftNeverSpeaks) {
  talk.open(a, 1, "one");
  ASSERT_THAT(talk.jobs, SizeIs(1));
  talk.close(a);
  EXPECT_TRUE(talk.jobs.front().stop.stop_requested());
  EXPECT_THAT(told(talk), ElementsAre("publish:"));
  talk.read({finding("late", {0, 1})});
  EXPECT_THAT(told(talk), IsEmpty());
}

TEST_F(SessionTest, AReadingOfADraftClosedAndOpenedAgainIsNotMistaken) {
  talk.open(a, 1, "one");
  talk.close(a);
  talk.open(a, 1, "two");
  talk.take();
  ASSERT_THAT(talk.jobs, SizeIs(2));
  talk.read({finding("late", {0, 1})});
  EXPECT_THAT(told(talk), IsEmpty());
  talk.read({finding("right", {0, 1})});
  EXPECT_THAT(told(talk), ElementsAre("publish v1: right"));
}

TEST_F(SessionTest, SteadyTypingIsStillRead) {
  open("one");
  int version = 1;
  while (talk.jobs.empty() && version < 1000) {
    talk.change(a, ++version, {insertion(0, 0, "x")});
    talk.wait(shortest_pause / 2);
  }
  EXPECT_LE(talk.now, longest_wait + shortest_pause);
}

TEST_F(SessionTest, OneReadingAtATime) {
  talk.open(a, 1, "one");
  talk.change(a, 2, {insertion(0, 0, "x")});
  talk.wait(longest_wait * 3);
  EXPECT_THAT(talk.jobs, SizeIs(1));
  talk.read();
  EXPECT_THAT(talk.jobs, SizeIs(1));
  EXPECT_EQ(talk.jobs.front().text.bytes(), "xone");
}

TEST_F(SessionTest, AQuestionWaitsForTheReadingOfItsDraft) {
  talk.open(a, 1, "Many analysts say");
  hover(5, 0, 3);
  EXPECT_THAT(told(talk), IsEmpty());
  talk.read({finding("weasel-attribution", {0, 13})});
  EXPECT_THAT(told(talk), ElementsAre("publish v1: weasel-attribution", "reply 5"));
  hover(6, 0, 16);
  EXPECT_THAT(told(talk), ElementsAre("reply 6")) << "at once";
}

TEST_F(SessionTest, EveryWaitingQuestionGetsOneReplyWhateverHappens) {
  talk.open(a, 1, "one");
  hover(1, 0, 0);
  hover(2, 0, 0);
  talk.tell("$/cancelRequest", {{"id", 1}});
  talk.tell("$/cancelRequest", {{"id", 1}});
  EXPECT_THAT(told(talk), ElementsAre("error 1 -32800"));
  talk.change(a, 2, {insertion(0, 0, "x")});
  EXPECT_THAT(told(talk), ElementsAre("error 2 -32801"));
  hover(3, 0, 0);
  talk.close(a);
  EXPECT_THAT(told(talk), ElementsAre("error 3 -32801", "publish:"));
  talk.open(a, 1, "one");
  hover(4, 0, 0);
  talk.ask(5, "shutdown", nullptr);
  EXPECT_THAT(told(talk), ElementsAre("error 4 -32803", "reply 5"));
}

TEST_F(SessionTest, AFailedReadingAnswersAndIsTriedAgainWhenAsked) {
  talk.open(a, 1, "one");
  hover(1, 0, 0);
  const ReadingJob job = talk.jobs.front();
  talk.jobs.clear();
  talk.on(ReadingDone{job.uri, job.state, nullptr, Time{0}});
  EXPECT_THAT(told(talk), ElementsAre("notify window/logMessage", "error 1 -32603"));
  hover(2, 0, 0);
  talk.read();
  EXPECT_THAT(told(talk), ElementsAre("publish v1:", "reply 2"));
}

TEST_F(SessionTest, FaultsOfHalfTypedSentencesWait) {
  open("“I say\n\nTwo\n");
  Finding quote = finding("quote-marks-unbalanced", {0, 3});
  quote.settles = true;
  talk.change(a, 2, {insertion(0, 6, " so")});
  talk.wait(longest_pause);
  talk.read({quote});
  EXPECT_THAT(told(talk), ElementsAre("publish v2:"));
  talk.wait(settling_time);
  EXPECT_THAT(told(talk), ElementsAre("publish v2: quote-marks-unbalanced"));
}

TEST_F(SessionTest, FaultsOfHalfTypedSentencesAreShownWhenTheEditMovesOn) {
  open("“I say\n\nTwo\n");
  Finding quote = finding("quote-marks-unbalanced", {0, 3});
  quote.settles = true;
  talk.change(a, 2, {insertion(0, 6, " so")});
  talk.change(a, 3, {insertion(2, 3, " more")});
  talk.wait(longest_pause);
  talk.read({quote});
  EXPECT_THAT(told(talk), ElementsAre("publish v3: quote-marks-unbalanced"));
  talk.change(a, 4, {insertion(0, 6, "x")});
  talk.wait(longest_pause);
  talk.read({quote});
  EXPECT_THAT(told(talk), ElementsAre("publish v4: quote-marks-unbalanced")) << "what was shown stays";
}

TEST_F(SessionTest, AnyJsonInAnyPlaceEndsNothing) {
  const std::vector<std::string> values{"null", "true", "0", "-1", "1e300", "\"x\"", "[]", "{}", "[[{}]]"};
  for (const std::string& v : values) {
    talk.say(v);
    talk.say("[" + v + "," + v + "]");
    talk.say(R"({"method": )" + v + "}");
    talk.say(R"({"id": )" + v + R"(, "method": "textDocument/hover", "params": )" + v + "}");
    for (const char* method :
         {"initialize", "initialized", "textDocument/didOpen", "textDocument/didChange", "textDocument/didClose",
          "textDocument/didSave", "$/cancelRequest", "workspace/didChangeConfiguration",
          "workspace/didChangeWatchedFiles", "workspace/didChangeWorkspaceFolders", "window/workDoneProgress/cancel"}) {
      talk.say(R"({"method": ")" + std::string(method) + R"(", "params": )" + v + "}");
      talk.say(R"({"method": ")" + std::string(method) + R"(", "params": {"textDocument": )" + v +
               R"(, "contentChanges": )" + v + R"(, "settings": )" + v + R"(, "changes": )" + v + "}}");
    }
    for (const Feature& feature : features())
      talk.say(R"({"id": 3, "method": ")" + std::string(feature.method) + R"(", "params": {"textDocument": {"uri": )" +
               v + R"(}, "position": )" + v + R"(, "range": )" + v + R"(, "data": )" + v + "}}");
    for (const char* method : {"workspace/executeCommand", "workspace/symbol", "workspace/diagnostic"})
      talk.say(R"({"id": 4, "method": ")" + std::string(method) + R"(", "params": {"command": )" + v +
               R"(, "arguments": )" + v + R"(, "query": )" + v + R"(, "previousResultIds": )" + v +
               R"(, "workDoneToken": )" + v + R"(, "partialResultToken": )" + v + "}}");
    talk.say(R"({"id": "stet-1", "result": )" + v + "}");
    talk.say(R"({"id": "stet-1", "error": )" + v + "}");
  }
  talk.say(std::string(100000, '['));
  talk.say("{\"method\": \"\xFF\"}");
  talk.take();
  open("still here", {finding("yes", {0, 5})});
  hover(9, 0, 1);
  EXPECT_THAT(told(talk), ElementsAre("reply 9"));
}

TEST_F(SessionTest, ABatchIsAnsweredOneByOne) {
  talk.say(R"([{"id": 1, "method": "x"}, {"id": "b", "method": null}, 7, {"method": "y"}])");
  EXPECT_THAT(told(talk), ElementsAre("error 1 -32601", "error \"b\" -32600", "error null -32600"));
}

TEST_F(SessionTest, VersionsOutOfOrderAreNamedAndTheTextIsKept) {
  open("one");
  talk.change(a, 5, {insertion(0, 0, "a")});
  talk.change(a, 4, {insertion(0, 0, "b")});
  EXPECT_THAT(told(talk), ElementsAre("notify window/logMessage"));
  EXPECT_EQ(talk.session.text(a)->bytes(), "baone");
}

TEST_F(SessionTest, NewSettingsAreLoadedAndDraftsReadAgain) {
  open("one");
  talk.loads.clear();
  talk.tell("workspace/didChangeConfiguration", json::parse(R"({"settings": {"stet": {"locale": "en-GB"}}})"));
  ASSERT_THAT(talk.loads, SizeIs(1));
  const auto& table = std::get<Setting::Table>(talk.loads.front().editor->value);
  ASSERT_THAT(table, SizeIs(1));
  EXPECT_EQ(table.front().key, "locale");
  talk.read();
  EXPECT_THAT(told(talk), ElementsAre("publish v1:"));
}

TEST(SessionSettings, DraftsWaitForSettingsThatWereAskedFor) {
  Talk talk;
  json can = Talk::full_client();
  can["workspace"]["configuration"] = true;
  talk.initialize(can);
  talk.open(a, 1, "one");
  EXPECT_THAT(talk.jobs, IsEmpty());
  EXPECT_EQ(talk.heard.back()["method"], "workspace/configuration");
  talk.say(json({{"id", talk.heard.back()["id"]}, {"result", json::array({nullptr})}}).dump());
  EXPECT_THAT(talk.jobs, SizeIs(1));
}

TEST_F(SessionTest, FaultsInSettingsAreToldOnceAndStandInTheirFile) {
  const SettingsFault fault{"/desk/stet.toml", "stet.toml:1:1: no rule x", "no rule x", {0, 1}, Text("x = 1")};
  talk.on(SettingsLoaded{{fault}});
  EXPECT_EQ(talk.heard.back()["params"]["uri"], "file:///desk/stet.toml");
  EXPECT_EQ(talk.heard.back()["params"]["diagnostics"][0]["message"], "no rule x");
  talk.take();
  talk.on(SettingsLoaded{{fault}});
  EXPECT_THAT(talk.heard, SizeIs(1)) << "the diagnostics, no message";
  talk.take();
  talk.on(SettingsLoaded{});
  EXPECT_THAT(talk.heard.back()["params"]["diagnostics"], IsEmpty());
}

}  // namespace
}  // namespace stet
