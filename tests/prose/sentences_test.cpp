#include <gtest/gtest.h>

#include "read.h"

namespace stet {
namespace {

// Sentences of one paragraph, divided by " | ".
std::string cut(std::string_view text) {
  const std::string lines = shown(read_draft(text, Format::plain));
  return lines.substr(lines.find(": ") + 2, lines.size() - lines.find(": ") - 3);
}

TEST(Sentences, EndAtStops) {
  EXPECT_EQ(cut("The pier fell. Nobody was hurt! Was it old? It was."),
            "The pier fell. | Nobody was hurt! | Was it old? | It was.");
}

TEST(Sentences, AbbreviationsAndInitialsGoOn) {
  EXPECT_EQ(cut("Dr. Ana B. Ruiz of Acme Corp. spoke on Jan. 20 in St. Malo."),
            "Dr. Ana B. Ruiz of Acme Corp. spoke on Jan. 20 in St. Malo.");
  EXPECT_EQ(cut("It left for the U.S. The crew stayed."), "It left for the U.S. | The crew stayed.");
  EXPECT_EQ(cut("See p. 330 or Op. 46, e.g. the rondo."), "See p. 330 or Op. 46, e.g. the rondo.");
}

TEST(Sentences, TimesOfDay) {
  EXPECT_EQ(cut("At 5 a.m. Mr. Holm rang. He hung up at 6 p.m. Mr. Holm slept."),
            "At 5 a.m. Mr. Holm rang. | He hung up at 6 p.m. | Mr. Holm slept.");
}

TEST(Sentences, QuotationsAreClosedFirst) {
  EXPECT_EQ(cut("“It fell.” Ruiz nodded. “Did it?” she asked. “Yes.”"),
            "“It fell.” | Ruiz nodded. | “Did it?” she asked. | “Yes.”");
}

TEST(Sentences, EllipsesEndOneWhereACapitalFollows) {
  EXPECT_EQ(cut("He waited ... and left. She paused… Then she spoke."),
            "He waited ... and left. | She paused… | Then she spoke.");
}

TEST(Sentences, NotesBelongToWhatTheyFollow) {
  EXPECT_EQ(cut("The mill closed in 1911. [7] [8] It never opened again."),
            "The mill closed in 1911. [7] [8] | It never opened again.");
}

TEST(Sentences, DecimalsAndItemNumbers) {
  EXPECT_EQ(cut("It rose 3.5 points. That is all."), "It rose 3.5 points. | That is all.");
  EXPECT_EQ(cut("1. The harbour opens 2. The ferry sails"), "1. The harbour opens | 2. The ferry sails");
}

TEST(Sentences, ATableRowHasOneForEachCell) {
  EXPECT_EQ(shown(read_draft("| Town | Dead |\n|---|---|\n| St. Malo | 12 |\n")),
            "table: Town | Dead\ntable: St. Malo | 12\n");
}

}  // namespace
}  // namespace stet
