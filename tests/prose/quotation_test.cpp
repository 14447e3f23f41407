#include "prose/quotation.h"

#include <gmock/gmock.h>

#include "prose/document.h"

namespace stet {
namespace {

using Kind = QuotationFault::Kind;
using testing::ElementsAre;
using testing::IsEmpty;

struct Reading {
  std::vector<std::string> quoted;  // depth and words
  std::vector<Kind> faults;
};

Reading read_marks(const std::string& text) {
  Context context;
  context.lexicon = plain_lexicon();
  const Document d = read_document(Text(text), Format::plain, context);
  const Paragraph& p = *d.blocks.at(0).paragraph;
  const QuotationMarks marks = pair_quotation_marks(p, *context.lexicon);
  Reading out;
  for (const QuotationPair& pair : marks.pairs)
    out.quoted.push_back(std::to_string(pair.depth) + " " + p.text(pair.words()));
  for (const QuotationFault& fault : marks.faults) out.faults.push_back(fault.kind);
  return out;
}

TEST(Quotation, pairs_and_nests) {
  const Reading r = read_marks("“We were told,” she said, “to call it ‘routine’ work.”");
  EXPECT_THAT(r.quoted, ElementsAre("0 We were told,", "0 to call it ‘routine’ work.", "1 routine"));
  EXPECT_THAT(r.faults, IsEmpty());
}

TEST(Quotation, straight_marks_by_spacing) {
  const Reading r = read_marks("\"We left,\" he said (\"at night\"), \"and 'they' stayed.\"");
  EXPECT_THAT(r.quoted, ElementsAre("0 We left,", "0 at night", "0 and 'they' stayed.", "1 they"));
  EXPECT_THAT(r.faults, IsEmpty());
}

TEST(Quotation, apostrophes_are_no_marks) {
  for (const char* text : {"Get ’em in the ’90s, the dogs’ food and rock ’n’ roll.", "Get 'em in the '90s, dogs' food.",
                           "The ‘60s were the workers’ years.", "The students' and teachers' unions met."}) {
    EXPECT_THAT(read_marks(text).faults, IsEmpty()) << text;
    EXPECT_THAT(read_marks(text).quoted, testing::SizeIs(testing::Le(1))) << text;
  }
  EXPECT_THAT(read_marks("He said ‘the dogs’ food is gone’ and left.").quoted, ElementsAre("0 the dogs’ food is gone"));
}

TEST(Quotation, measures_are_no_marks) {
  EXPECT_THAT(read_marks("He is 6' 2\" tall and the pipe is 12\" wide.").quoted, IsEmpty());
  const Reading r = read_marks("\"He is 6'2\" tall,\" she said.");
  EXPECT_THAT(r.quoted, ElementsAre("0 He is 6'2\" tall,"));
  EXPECT_THAT(r.faults, IsEmpty());
  EXPECT_THAT(read_marks("It lies at 40° 26′ 46” north.").faults, IsEmpty());
}

TEST(Quotation, other_marks) {
  EXPECT_THAT(read_marks("Er sagte „die Brücke“ the bridge.").quoted, ElementsAre("0 die Brücke"));
  EXPECT_THAT(read_marks("She calls it « le pont » here.").quoted, ElementsAre("0 le pont"));
  EXPECT_THAT(read_marks("She calls it »die Fähre« here.").quoted, ElementsAre("0 die Fähre"));
}

TEST(Quotation, faults) {
  EXPECT_THAT(read_marks("“We were told to call it “a routine” drill,” the stoker said.").faults,
              ElementsAre(Kind::same_level));
  EXPECT_THAT(read_marks("“We left, he said. “They stayed,” she said.").faults, ElementsAre(Kind::unclosed));
  EXPECT_THAT(read_marks("We left,” he said.").faults, ElementsAre(Kind::unopened));
  EXPECT_THAT(read_marks("“We left,\" he said.").faults, ElementsAre(Kind::mixed_pair));
  EXPECT_THAT(read_marks("“We left,’ he said, and “they” stayed.").faults, ElementsAre(Kind::apostrophe_close));
}

TEST(Quotation, left_open_is_the_next_paragraphs_matter) {
  const Reading r = read_marks("“We are leaving. The crew agrees.");
  EXPECT_THAT(r.faults, IsEmpty());
  EXPECT_THAT(r.quoted, ElementsAre("0 We are leaving. The crew agrees."));
}

TEST(Quotation, words_are_flagged) {
  Context context;
  context.lexicon = plain_lexicon();
  const Document d = read_document(Text("He said “we left” then."), Format::plain, context);
  std::vector<std::string> inside;
  for (const Word& w : d.blocks[0].paragraph->words)
    if (w.has(Word::in_quotation)) inside.emplace_back(d.blocks[0].paragraph->text(w));
  EXPECT_THAT(inside, ElementsAre("we", "left"));
}

TEST(Quotation, survives_any_number_of_marks) {
  for (const char* mark : {"“", "”", "‘", "’", "\"", "'", "„", "«", "»", "“a ", "\" a", "'a ", "‘“a "}) {
    std::string text;
    for (int i = 0; i < 20'000; ++i) text += mark;
    read_marks(text);
  }
}

}  // namespace
}  // namespace stet
