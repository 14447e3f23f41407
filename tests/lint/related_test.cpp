// Other places that findings point to: pages' examples mark the findings alone.
#include <gtest/gtest.h>

#include "support/engine.h"

namespace stet {
namespace {

// What the related places of a draft's only finding of a rule say, each with its words.
std::string related(const std::string& draft, std::string_view rule) {
  const Engine engine;
  const Facts facts = engine.read(Text(draft), Format::markdown);
  std::string out;
  for (const Finding& finding : engine.lint(facts).findings) {
    if (finding.rule != rule) continue;
    for (const Related& there : finding.related)
      out += std::string(facts.document->text.bytes(there.span)) + ": " + there.message + "\n";
  }
  return out;
}

TEST(Related, AStudyIsNamedWhereANameStandsBesideIt) {
  const std::string unnamed = "Independent data suggests that rents fell.\n\n";
  EXPECT_EQ(
      related(unnamed + "The board kept its word. A study by the Holm Institute in 2019 says so.", "study-unnamed"),
      "Holm Institute: a study is named here\n");
  EXPECT_EQ(related(unnamed + "As Vella Bank prepares to tell its holders how the first year went, studies suggest a "
                              "rise.",
                    "study-unnamed"),
            "");
}

}  // namespace
}  // namespace stet
