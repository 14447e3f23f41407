// What pages cannot show of the rules of quotations, names and acronyms: how loud a finding is, and what a repair
// makes.
#include <gmock/gmock.h>

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "support/engine.h"

namespace stet {
namespace {

std::vector<Finding> found(const std::string& text, std::string_view rule) {
  static const Engine engine;
  std::vector<Finding> out;
  for (Finding& f : engine.lint(engine.read(Text(text), Format::markdown)).findings)
    if (f.rule == rule) out.push_back(std::move(f));
  return out;
}

// The draft after repair `fix` of the rule's first finding.
std::string repaired(std::string text, std::string_view rule, std::size_t fix = 0) {
  const std::vector<Finding> findings = found(text, rule);
  if (findings.empty() || findings[0].fixes.size() <= fix) return "nothing found";
  std::vector<Edit> edits = findings[0].fixes[fix].edits;
  std::sort(edits.begin(), edits.end(), [](const Edit& a, const Edit& b) { return a.span.begin > b.span.begin; });
  for (const Edit& e : edits) text.replace(e.span.begin, e.span.end - e.span.begin, e.text);
  return text;
}

Severity loudness(const std::string& text, std::string_view rule) {
  const std::vector<Finding> findings = found(text, rule);
  EXPECT_EQ(findings.size(), 1u) << text;
  return findings.empty() ? Severity::error : findings[0].severity;
}

TEST(QuoteLoudness, a_lone_single_mark_is_told_in_passing_where_the_draft_quotes_in_double_ones) {
  const std::string lone = "I said, ‘Are you there?\n\nNobody was.";
  EXPECT_EQ(loudness(lone, "quote-marks-unbalanced"), Severity::error);
  EXPECT_EQ(loudness(lone + " “I was,” he said.", "quote-marks-unbalanced"), Severity::information);
}

TEST(QuoteLoudness, what_a_speaker_does_is_no_warning) {
  const std::string later = "\n\nThe Marlow Institute of Fisheries (MIF) met.";
  EXPECT_EQ(loudness("The MIF is late." + later, "acronym-before-definition"), Severity::warning);
  EXPECT_EQ(loudness("“The MIF is late,” he said." + later, "acronym-before-definition"), Severity::information);
  EXPECT_EQ(loudness("The Ghandi papers.", "known-misspelling"), Severity::error);
  EXPECT_EQ(loudness("“I have the Ghandi papers,” he said.", "known-misspelling"), Severity::information);
}

TEST(QuoteLoudness, a_second_definition_in_the_same_words_is_a_hint) {
  const std::string first = "The Marlow Institute of Fisheries (MIF) met.\n\n";
  EXPECT_EQ(loudness(first + "The Marlow Institute of Fisheries (MIF) left.", "acronym-two-expansions"),
            Severity::hint);
  EXPECT_EQ(loudness(first + "The Moored Island Ferry (MIF) left.", "acronym-two-expansions"), Severity::warning);
}

TEST(QuoteRepair, the_speaker_goes_behind_the_first_sentence) {
  EXPECT_EQ(
      repaired("“We lost it. It burned. All of it is gone,” said Lena Ortiz. She left.", "quote-attribution-late"),
      "“We lost it,” said Lena Ortiz. “It burned. All of it is gone.” She left.");
}

TEST(QuoteRepair, either_wording_is_taken_and_nothing_beside_it) {
  const std::string text =
      "“The pump was *dry* since the spring of that year,” she said.\n\n“The pump was idle since the spring of that "
      "year.”";
  EXPECT_EQ(repaired(text, "quote-drift", 0),
            "“The pump was *dry* since the spring of that year,” she said.\n\n“The pump was dry since the spring of "
            "that year.”");
  EXPECT_THAT(repaired(text, "quote-drift", 1), testing::HasSubstr("idle* since"));
}

TEST(QuoteRepair, a_gap_is_left_for_the_speaker) {
  EXPECT_EQ(repaired("The dam broke. “It had been leaking for a year.” It is gone.", "quote-unattributed"),
            "The dam broke. “It had been leaking for a year,” TK said. It is gone.");
}

TEST(QuoteRepair, a_stop_changes_places_with_the_mark) {
  EXPECT_EQ(repaired("He called it “a mistake.” She called it “a crime”.", "quote-punctuation-mixed"),
            "He called it “a mistake.” She called it “a crime.”");
}

TEST(QuoteRepair, the_definition_moves_to_the_first_use) {
  EXPECT_EQ(repaired("The MIF met.\n\nThe Marlow Institute of Fisheries (MIF) left.", "acronym-before-definition"),
            "The Marlow Institute of Fisheries (MIF) met.\n\nThe MIF left.");
}

}  // namespace
}  // namespace stet
