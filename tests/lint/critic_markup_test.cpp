// Tracked changes cannot stand in a page's examples, which are marked with them.
#include <gtest/gtest.h>

#include "support/engine.h"

namespace stet {
namespace {

std::string found(const std::string& text) {
  static const Engine engine;
  std::string out;
  for (const Finding& finding : engine.lint(engine.read(Text(text), Format::markdown)).findings)
    if (finding.rule == "unresolved-query") out += text.substr(finding.span.begin, finding.span.size()) + " ";
  return out;
}

TEST(CriticMarkup, ChangesThatWereLeftInTheCopy) {
  EXPECT_EQ(found("It fell {++hard++} and {--soon--} rose {>>when?<<}.\n"), "{++hard++} {--soon--} {>>when?<<} ");
  EXPECT_EQ(found("It {~~fell~>rose~~} there.\n"), "{~~fell~>rose~~} ");
}

TEST(CriticMarkup, IsLeftAloneInCodeAndWhereItIsNotClosed) {
  EXPECT_EQ(found("Write `{++x++}` for it.\n\n    {>>code<<}\n"), "");
  EXPECT_EQ(found("It fell {++ and rose.\n"), "");
}

}  // namespace
}  // namespace stet
