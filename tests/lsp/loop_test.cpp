// The server as a process: what only threads, pipes and clocks can get wrong.
#include "lsp/loop.h"

#include <gmock/gmock.h>
#include <unistd.h>

#include "lsp/process.h"

namespace stet {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

const std::string a = "untitled:a.md";

json initialize(int id, json process = nullptr) {
  return {{"jsonrpc", "2.0"},
          {"id", id},
          {"method", "initialize"},
          {"params",
           {{"processId", process},
            {"rootUri", "file:///nowhere/at/all"},
            {"capabilities", {{"textDocument", {{"publishDiagnostics", {{"versionSupport", true}}}}}}}}}};
}

json open(const std::string& text) {
  return {{"jsonrpc", "2.0"},
          {"method", "textDocument/didOpen"},
          {"params", {{"textDocument", {{"uri", a}, {"languageId", "markdown"}, {"version", 1}, {"text", text}}}}}};
}

TEST(Loop, LintsWhatIsOpenedAndEndsInOrder) {
  Process server({STET_BINARY, "lsp"});
  server.say(initialize(1));
  EXPECT_EQ(server.reply_to(1)["result"]["serverInfo"]["name"], "stet");
  server.say(open("The ferry cost TK in 2011.\n"));
  const json params = server.notified("textDocument/publishDiagnostics");
  EXPECT_EQ(params["version"], 1);
  ASSERT_THAT(params["diagnostics"], SizeIs(1));
  EXPECT_EQ(params["diagnostics"][0]["code"], "placeholder-left");
  server.say({{"id", 2}, {"method", "shutdown"}});
  EXPECT_EQ(server.reply_to(2)["result"], nullptr);
  server.say({{"method", "exit"}});
  EXPECT_EQ(server.wait(), 0);
}

TEST(Loop, EndsWhenItsInputDoes) {
  Process server({STET_BINARY, "lsp", "--stdio"});
  server.say(initialize(1));
  server.reply_to(1);
  server.close_input();
  EXPECT_EQ(server.next(), std::nullopt);
  EXPECT_EQ(server.wait(), 1);
}

TEST(Loop, EndsWithItsParentOnceSeenAlive) {
  Process parent({"/bin/cat"});
  Process server({STET_BINARY, "lsp"});
  server.say(initialize(1, parent.id()));
  server.reply_to(1);
  parent.close_input();
  EXPECT_EQ(parent.wait(), 0);
  EXPECT_EQ(server.wait(), 1);
}

TEST(Loop, AParentNeverSeenIsIgnored) {
  Process server({STET_BINARY, "lsp"});
  server.say(initialize(1, 2147483646));
  server.reply_to(1);
  server.say({{"id", 2}, {"method", "shutdown"}});
  EXPECT_TRUE(server.reply_to(2).is_object());
}

TEST(Loop, GarbageOnTheWireIsNamedAndTheTalkGoesOn) {
  Process server({STET_BINARY, "lsp"});
  server.write("Content-Length: 1000000000000000000\r\n\r\n" + framed("{\"method\": null}") + framed("]"));
  for (int i = 0; i < 3; ++i) {
    json message = *server.next();
    while (!message.contains("error")) message = *server.next();
    EXPECT_EQ(message["id"], nullptr);
  }
  server.say(initialize(1));
  EXPECT_TRUE(server.reply_to(1).contains("result"));
  server.write("Content-Length: 100\r\n\r\n{");
  server.close_input();
  EXPECT_EQ(server.wait(), 1);
}

TEST(Loop, AClientThatDoesNotReadIsNotWaitedFor) {
  Process server({STET_BINARY, "lsp"});
  server.say(initialize(1));
  std::string text;
  for (int i = 0; i < 10'000; ++i) text += "It cost TK then.\n\n";
  server.say(open(text));
  // Each of these makes ten thousand diagnostics anew; none is read.
  for (int version = 2; version < 30; ++version)
    server.say({{"method", "textDocument/didChange"},
                {"params",
                 {{"textDocument", {{"uri", a}, {"version", version}}},
                  {"contentChanges", json::array({{{"text", text + std::to_string(version)}}})}}}});
  json newest = server.notified("textDocument/publishDiagnostics");
  while (newest["version"] != 29) newest = server.notified("textDocument/publishDiagnostics");
  EXPECT_THAT(newest["diagnostics"], Not(IsEmpty()));
  server.say({{"id", 2}, {"method", "shutdown"}});
  EXPECT_EQ(server.reply_to(2)["result"], nullptr);
  server.say({{"method", "exit"}});
  EXPECT_EQ(server.wait(), 0);
}

TEST(Loop, AClientThatIsGoneEndsIt) {
  Process server({STET_BINARY, "lsp"});
  server.say(initialize(1));
  server.reply_to(1);
  server.close_output();
  for (int id = 2; server.write(framed(json({{"id", id}, {"method", "x"}}).dump())); ++id) {
  }
  EXPECT_EQ(server.wait(), 1);
}

}  // namespace
}  // namespace stet
