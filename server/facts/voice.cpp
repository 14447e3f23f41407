#include "facts/voice.h"

#include <algorithm>

#include "facts/support.h"

namespace stet {

namespace {

bool says_one_of(const Paragraph& paragraph, WordRange sentence, const auto& self) {
  const auto says = [&](const Word& w) {
    if (w.kind != WordKind::word || w.has(Word::in_quotation)) return false;
    // I’m, we've, you’d: a word by itself, with either apostrophe. US is a country.
    const std::string_view text = paragraph.text(w);
    if (text.empty() || std::string_view("iwmuoyIWMUOY").find(text[0]) == text.npos) return false;
    return (!w.has(Word::capitals) || text.size() == 1) &&
           self.contains(word_key(text.substr(0, text.find_first_of("'\xE2"))));
  };
  return std::any_of(paragraph.words.begin() + sentence.first, paragraph.words.begin() + sentence.last, says);
}

bool speaks_for_self(const Paragraph& paragraph, WordRange sentence) {
  static constexpr WordKeySet self{{"i", "we", "my", "our"}};
  return says_one_of(paragraph, sentence, self);
}

}  // namespace

bool speaks_of_self(const Paragraph& paragraph, WordRange sentence) {
  static constexpr WordKeySet self{{"i", "we", "me", "us", "my", "our", "you", "your"}};
  return says_one_of(paragraph, sentence, self);
}

bool holds_listed(const Facts& facts, const Paragraph& paragraph, WordRange words,
                  std::span<const std::string> listed) {
  return std::any_of(listed.begin(), listed.end(), [&](const std::string& word) {
    const std::uint32_t id = facts.lexicon().id(word);
    return std::any_of(paragraph.words.begin() + words.first, paragraph.words.begin() + words.last,
                       [&](const Word& w) { return w.id == id; });
  });
}

Voice voice_of(const Facts& facts, std::size_t p, WordRange words) {
  const Paragraph& paragraph = facts.paragraph(p);
  const ParagraphFacts& local = facts.local(p);
  for (std::uint32_t i = words.first; i < words.last; ++i)
    if (paragraph.words[i].has(Word::in_quotation)) return Voice::quoted;
  const WordRange sentence = paragraph.sentences[paragraph.sentence_of(words.first)].words;
  // “Unfortunately, said Ruiz, it leaked”: the frame stands in the middle of what is said.
  const std::uint32_t last = words.last;
  if (last + 1 < sentence.last && paragraph.words[last].is_mark(U',') &&
      facts.lexicon().is(paragraph.words[last + 1].id, WordClass::say_verb))
    return Voice::attributed;
  const auto said = [&](const Attribution& a) {
    return a.source &&
           std::any_of(a.content.begin(), a.content.end(), [&](const WordRange& part) { return part.overlaps(words); });
  };
  if (std::any_of(local.attributions.begin(), local.attributions.end(), said)) return Voice::attributed;
  const Support support = support_of(paragraph, local, facts.lexicon(), words, Riding::one_sentence);
  if (support.by == Support::By::continuation || support.by == Support::By::attribution) return Voice::attributed;
  for (std::uint32_t i = sentence.last; i > sentence.first && i + 3 > sentence.last; --i)
    if (paragraph.words[i - 1].is_mark(U'?')) return Voice::question;
  if (speaks_of_self(paragraph, sentence)) return Voice::first_person;
  // Who says I or we speaks for himself around it, too: answers in an interview go on without it.
  constexpr std::uint32_t around = 8;  // sentences of each paragraph
  const auto self = [&](std::size_t q, std::uint32_t middle) {
    const Paragraph& near = facts.paragraph(q);
    const auto count = static_cast<std::uint32_t>(near.sentences.size());
    for (std::uint32_t s = middle < around ? 0 : middle - around; s < std::min(middle + around, count); ++s)
      if (near.zone == Zone::body && speaks_for_self(near, near.sentences[s].words)) return true;
    return false;
  };
  if (self(p, paragraph.sentence_of(words.first)) || (p + 1 < facts.size() && self(p + 1, 0)) ||
      (p > 0 && self(p - 1, static_cast<std::uint32_t>(facts.paragraph(p - 1).sentences.size()))))
    return Voice::first_person;
  return Voice::writer;
}

}  // namespace stet
