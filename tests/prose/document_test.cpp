#include "prose/document.h"

#include <gtest/gtest.h>

#include <random>

#include "read.h"

namespace stet {
namespace {

TEST(Plain, HardWrappedLinesJoin) {
  const std::string text =
      "The ferry that was to link the two islands has been late in\n"
      "every week since it began, and the company that runs it has\n"
      "said nothing.\n\nThe town has asked it to.\n";
  EXPECT_EQ(
      shown(read_draft(text, Format::plain)),
      "body: The ferry that was to link the two islands has been late in every week since it began, and the company "
      "that runs it has said nothing.\nbody: The town has asked it to.\n");
}

TEST(Plain, LongLinesAreParagraphs) {
  const std::string line(130, 'x');
  EXPECT_EQ(read_draft(line + "\n" + line + "\n", Format::plain).blocks.size(), 2u);
}

TEST(Plain, HeadlineDekBylineCaptionBio) {
  const std::string text =
      "Ferry late again\nThe island's only link has missed every sailing since March, say its passengers, who want it "
      "back\n"
      "By Ana Ruiz\n" +
      std::string(
          "The ferry was late again on Monday, the fourth time this month that it has been so late, and it is not yet "
          "at all "
          "clear why.") +
      "\nThe ferry at Ost in May. Photograph: Per Holm/Desk\nNobody has said why it is late, or when it will be on "
      "time again, "
      "and nobody is expected to.\nAna Ruiz is a reporter at the Desk. She lives in Ost.\n";
  std::string zones;
  for (const Block& b : read_draft(text, Format::plain).blocks)
    zones += std::string(zone_name(b.paragraph->zone)) + " ";
  EXPECT_EQ(zones, "headline dek byline body caption body bio ");
}

TEST(FrontMatter, YamlAndToml) {
  const Document yaml = read_draft("---\ndate: 2026-11-02\ngenre: opinion\ntags: [a, b]\n---\nIt fell.\n");
  EXPECT_EQ(iso_date(*yaml.context.date), "2026-11-02");
  EXPECT_EQ(yaml.context.genre, Genre::opinion);
  EXPECT_EQ(yaml.text.bytes(yaml.meta.find("date")->span), "2026-11-02");
  EXPECT_EQ(shown(yaml), "body: It fell.\n");
  const Document toml = read_draft("+++\ndate = 2026-11-02\n+++\nIt fell.\n", Format::plain);
  EXPECT_EQ(iso_date(*toml.context.date), "2026-11-02");
  EXPECT_TRUE(read_draft("---\ndate: [\n---\nIt fell.\n").meta.error);
}

// Letters lie in the draft's text where they can, and stay there as long as a paragraph does.
TEST(Document, AParagraphsLettersOutliveTheDraft) {
  std::shared_ptr<const Paragraph> plain, marked;
  {
    const Document d = read_draft("The ferry was late.\n\nThe *pier* was not.\n");
    plain = d.blocks.at(0).paragraph;
    marked = d.blocks.at(1).paragraph;
    EXPECT_EQ(plain->letters.data(), d.text.bytes().data());
    EXPECT_NE(marked->letters.data(), d.text.bytes().data() + d.blocks[1].begin);
  }
  EXPECT_EQ(plain->letters, "The ferry was late.");
  EXPECT_EQ(marked->text(1), "pier");
}

TEST(Document, AParagraphOfAnEditKeepsNoVersionOfTheDraft) {
  const Document first = read_draft("The ferry was late.\n\nThe pier was not.\n");
  const Edit edit{{4, 9}, "boat"};
  const Text text = first.text.with({&edit, 1});
  const Document second = read_document(text, Format::markdown, first.context, &first);
  EXPECT_EQ(second.blocks.at(0).paragraph->letters, "The boat was late.");
  EXPECT_NE(second.blocks[0].paragraph->letters.data(), text.bytes().data());
  EXPECT_EQ(second.blocks[1].paragraph, first.blocks[1].paragraph);
}

TEST(Document, AnotherLanguageIsNotRead) {
  const Document d = read_draft(
      "Der Hafen wurde im Jahr gebaut und die Stadt hat seitdem nicht mehr daran gearbeitet, obwohl viele Leute es "
      "immer "
      "wieder wollten und der Rat es versprach.\n");
  EXPECT_TRUE(d.blocks.at(0).paragraph->foreign);
  EXPECT_EQ(d.unread.size(), 1u);
  EXPECT_EQ(read_draft("---\nlang: de\n---\nIt fell.\n").unread.size(), 1u);
}

TEST(Document, AnyBytesMakeOne) {
  std::mt19937 random(11);
  for (const Format format : {Format::plain, Format::markdown, Format::html})
    for (int round = 0; round < 60; ++round) {
      std::string bytes;
      for (int i = 0; i < 3000; ++i) {
        const auto c = static_cast<char>(random() & 0xFF);
        bytes += random() % 3 == 0 ? std::string(1, "<>[]()*_`|#-\n&;\"'"[random() % 17]) : std::string(1, c);
      }
      const Document d = read_draft(bytes, format);
      for (const Block& b : d.blocks) {
        ASSERT_LE(b.span().end, d.text.size());
        for (const Word& w : b.paragraph->words) ASSERT_TRUE(w.begin < w.end && w.end <= b.paragraph->size());
      }
    }
  EXPECT_TRUE(read_draft("").blocks.empty());
  EXPECT_EQ(read_draft(std::string("a\0b", 3), Format::plain).word_count, 2u);
}

// An edit re-reads what it touches and shares the rest, and the result is what a fresh reading gives.
TEST(Document, AnEditSharesUnchangedParagraphs) {
  std::mt19937 random(3);
  std::string text;
  for (int i = 0; i < 40; ++i)
    text += "Paragraph " + std::to_string(i) + " costs *$" + std::to_string(i) + "* in all.\n\n";
  Document before = read_draft(text);
  Context context = before.context;
  for (int i = 0; i < 200; ++i) {
    const auto at = static_cast<std::uint32_t>(random() % (before.text.size() + 1));
    static constexpr std::string_view pieces[] = {
        "x", "\n\n", "```\n", "> ", "[^1]: ", "*", "<!-- ", "\"", "---\n", "| a |\n|---|\n"};
    const Edit edit{{at, std::min(at + static_cast<std::uint32_t>(random() % 4), before.text.size())},
                    std::string(pieces[random() % std::size(pieces)])};
    const Document after = read_document(before.text.with({&edit, 1}), Format::markdown, context, &before);
    const Document fresh = read_document(after.text, Format::markdown, context);
    ASSERT_EQ(shown(after), shown(fresh));
    before = after;
  }
  const Edit edit{{0, 0}, "New. "};
  const Document next = read_document(Text(text).with({&edit, 1}), Format::markdown, context);
  const Document old = read_document(Text(text), Format::markdown, context);
  const Document shared = read_document(next.text, Format::markdown, context, &old);
  EXPECT_EQ(shared.blocks.back().paragraph.get(), old.blocks.back().paragraph.get());
  EXPECT_NE(shared.blocks.front().paragraph.get(), old.blocks.front().paragraph.get());
}

}  // namespace
}  // namespace stet
