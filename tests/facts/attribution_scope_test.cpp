// Whose words are the marked ones? The rules of scope, case by case.
#include <gmock/gmock.h>

#include "facts/source.h"
#include "facts/support.h"

namespace stet {
namespace {

struct Case {
  const char* rule;
  const char* draft;  // «» around the words that are asked for
  // Who: the source's words; "nobody" where somebody is said to say it and none is named; "~" before a source that is
  // carried on from the sentence before; "cited"; "quoted" in a quotation without a speaker; "writer".
  const char* who;
};

void PrintTo(const Case& c, std::ostream* out) { *out << c.rule << ": " << c.draft; }

bool covers(const Attribution& a, WordRange words) {
  for (const WordRange part : a.content)
    if (part.first <= words.first && words.last <= part.last) return true;
  return false;
}

std::uint32_t size(const Attribution& a) {
  std::uint32_t n = 0;
  for (const WordRange part : a.content) n += part.size();
  return n;
}

std::string who(const Facts& facts, std::size_t p, WordRange words) {
  const Paragraph& paragraph = facts.paragraph(p);
  const ParagraphFacts& local = facts.local(p);
  const Attribution* innermost = nullptr;
  for (const Attribution& a : local.attributions)
    if (covers(a, words) && (innermost == nullptr || size(a) < size(*innermost))) innermost = &a;
  if (innermost != nullptr) return innermost->source ? paragraph.text(*innermost->source) : "nobody";
  const Support support = support_of(paragraph, local, facts.lexicon(), words, Riding::one_sentence);
  switch (support.by) {
    case Support::By::quotation: return "quoted";
    case Support::By::citation: return "cited";
    case Support::By::continuation: return "~" + paragraph.text(*local.attributions[support.index].source);
    default: return "writer";
  }
}

std::string who(std::string draft) {
  const auto erase = [&](std::string_view mark) {
    const std::size_t at = draft.find(mark);
    draft.erase(at, mark.size());
    return static_cast<std::uint32_t>(at);
  };
  const std::uint32_t begin = erase("«"), end = erase("»");
  Context context;
  context.lexicon = plain_lexicon();
  const Facts facts = read(Text(draft), Format::markdown, context);
  for (std::size_t p = 0; p < facts.size(); ++p) {
    const Paragraph& paragraph = facts.paragraph(p);
    std::uint32_t first = 0, last = 0;
    for (std::uint32_t i = 0; i < paragraph.words.size(); ++i) {
      const Span span = facts.absolute(p, paragraph.words[i].span());
      if (span.end <= begin) first = i + 1;
      if (span.begin < end) last = i + 1;
    }
    if (facts.document->blocks[p].begin <= begin && first < last &&
        facts.absolute(p, paragraph.words[first].span()).begin < end)
      return who(facts, p, {first, last});
  }
  return "no such words";
}

class Scope : public testing::TestWithParam<Case> {};

TEST_P(Scope, reaches_the_words) { EXPECT_EQ(who(GetParam().draft), GetParam().who); }

INSTANTIATE_TEST_SUITE_P(
    Attribution, Scope,
    testing::Values(
        Case{"S1", "Police said that «the car was stolen».", "Police"},
        Case{"S1", "Police said that the car was stolen and that «the driver had been drunk».", "Police"},
        Case{"S1", "Police said the car was stolen, and «the driver was drunk».", "writer"},
        Case{"S1", "Police said the car was stolen, and «the driver had been drunk».", "Police"},
        Case{"S1", "Lena Ortiz told reporters that «the dam would hold».", "Lena Ortiz"},
        Case{"S1", "In a tweet, the mayor wrote that «the dam would hold».", "the mayor"},
        Case{"S2", "«The dam will hold», Lena Ortiz said on Monday.", "Lena Ortiz"},
        Case{"S2", "“It will burn,” Ruiz said, “until «the rain comes».”", "Ruiz"},
        Case{"S2", "The dam, Lena Ortiz said, «will hold for years».", "Lena Ortiz"},
        Case{"S2", "“«It will hold»,” said hydrologist Lena Ortiz.", "hydrologist Lena Ortiz"},
        Case{"S2", "«The dam will fail», or so Ortiz believes.", "Ortiz"},
        Case{"S2", "Holm, prosecutors say, «took cash and fled to Oslo».", "prosecutors"},
        Case{"S3", "According to the Harbour Board, «the quay sank in May».", "the Harbour Board"},
        Case{"S3", "«The quay sank in May», according to a report by the board.", "a report by the board"},
        Case{"S3", "The boats left; «the quay sank», according to Holm.", "Holm"},
        Case{"S3", "«The boats left»; the quay sank, according to Holm.", "writer"},
        Case{"S3", "According to the Harbour Board, the quay sank. «Nobody saw the crane fall».", "writer"},
        Case{"S4", "As Ana Holm wrote in the Courier, «the quay has been sinking for years».", "Ana Holm"},
        Case{"S4", "«The quay has been sinking for years», as Ana Holm put it.", "Ana Holm"},
        Case{"S4", "As Ana Holm wrote, the quay has been sinking. «The crane fell on Monday».", "writer"},
        Case{"S5", "Varga, «who stole the fund in 2009», said that rain was likely.", "writer"},
        Case{"S6", "Although critics say the dam is unsafe, «the board has no money for another».", "writer"},
        Case{"S6", "Although critics say «the dam is unsafe», the board has no money for another.", "critics"},
        Case{"S7", "Western governments hurried to denounce «the revolt as “unlawful”».", "Western governments"},
        Case{"S8",
             "Ruiz spoke of the flood. Lena Ortiz said the dam had held. “«They never look at it in the spring.»”",
             "Lena Ortiz"},
        Case{"S9", "Lena Ortiz said the dam was weak. She added that «the board knew».", "She"},
        Case{"S9", "Lena Ortiz said the dam was weak. «The board would close it».", "~Lena Ortiz"},
        Case{"S9", "Police said a man, 40, had been shot. «He was a father of three».", "~Police"},
        Case{"S10", "Lena Ortiz said the dam was weak.\n\n«The board would close it».", "writer"},
        Case{"S11", "As he remarked in a 2017 interview:\n\n> «The dam was built in a hurry.»", "quoted"},
        Case{"S13", "Holm pointed out that «the quay had sunk».", "Holm"},
        Case{"S14", "Holm denied that «he had sold the boat».", "Holm"},
        Case{"S15", "The Herald reported that police said «the boat had sunk».", "police"},
        Case{"S16", "There were fears that «the dam would burst».", "nobody"},
        Case{"S16", "Ruiz’s claim that «the dam had burst» was new.", "Ruiz"},
        Case{"S17", "The dam is widely seen as «the weakest of the five».", "nobody"},
        Case{"S17", "Holm allegedly «took cash from the fund».", "nobody"},
        Case{"S18", "[«The dam is weak»](https://example.org/dam), and the quay is old.", "cited"},
        Case{"S18", "«The dam is weak».[^1] The quay is old.\n\n[^1]: Ortiz 2018.\n", "cited"},
        Case{"S19", "Ana Ruiz said the boat was old. The song “«The Night the Quay Sank»” was played.", "writer"},
        Case{"S19", "Ana Ruiz said the boat was old. Locals call the crane “«Big Per»”.", "Locals"},
        Case{"S20", "# “The quay has sunk,” says Ruiz\n\n«The crane fell on Monday».", "writer"},
        Case{"S20", "Ruiz said that the quay had sunk.\n\n# «The crane fell on Monday»\n\nIt rained.", "writer"},
        Case{"documents", "A leaked memo warned that «the quay was sinking».", "A leaked memo"},
        Case{"metonyms", "Corvane said «it would sell the quay».", "Corvane"},
        Case{"roles", "Per Holm, the harbour master, spoke first. The harbour master said that «the quay was sinking».",
             "The harbour master"}));

TEST(AttributionFlags, flags_of_the_verb) {
  Context context;
  context.lexicon = plain_lexicon();
  const Facts facts = read(
      Text("Holm pointed out that the quay had sunk. Ruiz denied that the boat had been sold. Ana Vey said it was."),
      Format::plain, context);
  const auto& all = facts.local(0).attributions;
  ASSERT_EQ(all.size(), 3u);
  EXPECT_TRUE(all[0].endorsed);
  EXPECT_TRUE(all[1].denied);
  EXPECT_FALSE(all[2].endorsed || all[2].denied);
}

}  // namespace
}  // namespace stet
