#include "facts/citation_graph.h"

#include <gtest/gtest.h>

#include "facts/cross_reference.h"

namespace stet {
namespace {

Facts facts_of(std::string text, Format format = Format::markdown) {
  Context c;
  c.lexicon = plain_lexicon();
  return read(Text(std::move(text)), format, c);
}

// "label+" for a target that is reached, "label-" for one that is not.
std::string shown(const Facts& facts) {
  std::string out;
  for (const CitationTarget& target : citation_graph(facts).targets)
    out += target.label + (target.reached ? "+ " : "- ");
  return out;
}

TEST(CitationGraph, MarkersAndWhatTheyLeadTo) {
  const std::string text =
      "Prices fell.[^a] And [rose][B] there.\n\n[^a]: Harbour board.\n\n    At length.\n\n[b]: https://b.example\n";
  const Facts facts = facts_of(text);
  const CitationGraph graph = citation_graph(facts);
  ASSERT_EQ(graph.targets.size(), 2u);
  EXPECT_EQ(facts.document->text.bytes(graph.targets[0].span), "a");
  EXPECT_EQ(facts.document->text.bytes(graph.targets[0].whole), "[^a]: Harbour board.\n\n    At length.");
  EXPECT_EQ(facts.document->text.bytes(graph.targets[1].whole), "[b]: https://b.example");
  ASSERT_EQ(graph.markers.size(), 2u);
  EXPECT_EQ(graph.markers[0].target, 0u);
  EXPECT_EQ(graph.markers[1].target, 1u);
  const auto at = static_cast<std::uint32_t>(text.find("[^a]"));
  EXPECT_EQ(graph.marker_at(facts, at + 2), 0u);
  EXPECT_EQ(graph.marker_at(facts, at - 2), std::nullopt);
  EXPECT_EQ(graph.target_at(graph.targets[1].span.begin), 1u);
  EXPECT_EQ(graph.target_at(0), std::nullopt);
}

TEST(CitationGraph, ReachedFromTheTextAlone) {
  EXPECT_EQ(shown(facts_of("It fell.[^1]\n\n[^1]: See [^2].\n\n[^2]: Board.\n\n[^3]: As [^4].\n\n[^4]: As [^3].\n\n"
                           "[^5]: As [^5].\n")),
            "1+ 2+ 3- 4- 5- ");
}

TEST(CitationGraph, NumberedNotes) {
  EXPECT_EQ(shown(facts_of("It fell [1] and rose [3].\n\n## Notes\n\n1. Board.\n1. Office.\n1. Ruiz.\n")), "1+ 2- 3+ ");
  EXPECT_EQ(shown(facts_of("It fell in the year of the flood, as they say [2].\n\nNotes\n\n[1] Board.\n\n[2] Office.\n",
                           Format::plain)),
            "1- 2+ ");
}

TEST(CitationGraph, WhatIsNoDefinition) {
  EXPECT_EQ(shown(facts_of("Text.\n\n[//]: # (a)\n[x]: #\n[y]: <> (b)\n")), "");
}

// Each took more than its share where every marker was held against every note.
TEST(CitationGraph, TenThousandFootnotesEachInACircle) {
  std::string text;
  for (int i = 0; i < 10'000; ++i) text += "It fell.[^n" + std::to_string(i) + "] ";
  text += "\n\n";
  for (int i = 0; i < 20'000; ++i)
    text += "[^n" + std::to_string(i) + "]: As [^n" + std::to_string(i < 10'000 ? i : i ^ 1) + "].\n\n";
  const CitationGraph graph = citation_graph(facts_of(std::move(text)));
  ASSERT_EQ(graph.targets.size(), 20'000u);
  EXPECT_TRUE(graph.targets[9'999].reached);
  EXPECT_FALSE(graph.targets[10'000].reached);
}

TEST(CrossReferences, LabelsAndMentions) {
  const Facts facts = facts_of(
      "As Figures 2, 3a and 4 show.\n\nFigure 2. The pier.\n\n![Fig. 3: the map](a.png)\n\n## Appendix B: Rents\n\n"
      "Table 1 shows the rents of Table 5 of Ortiz.\n");
  const CrossReferences found = cross_references(facts);
  std::string labels, mentions;
  for (const ObjectLabel& l : found.labels) labels += std::string(label_kind_name(l.kind)) + " " + l.number + "; ";
  for (const ObjectMention& m : found.mentions)
    mentions += std::string(label_kind_name(m.kind)) + " " + m.number + (m.elsewhere ? " elsewhere; " : "; ");
  EXPECT_EQ(labels, "Figure 2; Figure 3; Appendix B; ");
  EXPECT_EQ(mentions, "Figure 2; Figure 3; Figure 4; Table 1; Table 5 elsewhere; ");
  EXPECT_NE(found.find(LabelKind::appendix, "B"), nullptr);
  EXPECT_EQ(found.find(LabelKind::appendix, "C"), nullptr);
}

}  // namespace
}  // namespace stet
