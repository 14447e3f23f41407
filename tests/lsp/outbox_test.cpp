#include "lsp/outbox.h"

#include <gmock/gmock.h>

namespace stet {
namespace {

using ::testing::HasSubstr;

TEST(Outbox, OnlyTheNewestDiagnosticsOfADocumentWait) {
  Outbox outbox;
  for (int version = 1; version <= 10'000; ++version) {
    outbox.publish("file:///a.md", {{"version", version}});
    outbox.publish("file:///b.md", {{"version", -version}});
  }
  EXPECT_THAT(*outbox.next(), HasSubstr("\"version\":10000}"));
  EXPECT_THAT(*outbox.next(), HasSubstr("\"version\":-10000}"));
  EXPECT_EQ(outbox.next(), std::nullopt);
}

TEST(Outbox, RepliesKeepTheirOrderAndAllArrive) {
  Outbox outbox;
  outbox.send(1);
  outbox.publish("file:///a.md", {});
  outbox.send(2);
  EXPECT_GT(outbox.size(), 0u);
  EXPECT_EQ(outbox.next(), "Content-Length: 1\r\n\r\n1");
  EXPECT_THAT(*outbox.next(), HasSubstr("publishDiagnostics"));
  EXPECT_EQ(outbox.next(), "Content-Length: 1\r\n\r\n2");
  EXPECT_EQ(outbox.size(), 0u);
  EXPECT_TRUE(outbox.empty());
}

TEST(Outbox, WhatIsNotUtf8IsSentAsItsReplacement) {
  Outbox outbox;
  outbox.send("\xFF");
  EXPECT_THAT(*outbox.next(), HasSubstr("\uFFFD"));
}

}  // namespace
}  // namespace stet
