#include "lint/deletion.h"

namespace stet {

std::optional<ParagraphEdit> deletion(const Facts& facts, std::size_t p, WordRange words) {
  const Paragraph& paragraph = facts.paragraph(p);
  const WordRange sentence = paragraph.sentences[paragraph.sentence_of(words.first)].words;
  const auto comma = [&](std::uint32_t i) { return sentence.contains(i) && paragraph.words[i].is_mark(U','); };
  const bool opens = words.first == sentence.first;
  const bool before = !opens && comma(words.first - 1);
  std::uint32_t first = words.first, last = words.last;
  if (comma(last) && (opens || before)) {
    ++last;
    if (before) --first;
  }
  if (last >= sentence.last || paragraph.words[last].kind != WordKind::word) {
    // At a clause's end: the space before goes.
    if (opens || last >= sentence.last) return std::nullopt;
    if (before && first == words.first) --first;
  }
  // ", sadly.": nothing stands before the comma.
  if (!opens && first <= sentence.first) return std::nullopt;
  const Word& next = paragraph.words[last];
  Span span{paragraph.words[first].begin, next.begin};
  std::string text;
  if (opens) {
    const char letter = paragraph.letters[next.begin];
    if (letter < 'a' || letter > 'z') {
      if (!next.has(Word::capital)) return std::nullopt;
    } else {
      text.push_back(static_cast<char>(letter - 32));
      ++span.end;
    }
  } else {
    span.begin = paragraph.words[first - 1].end;
    if (next.has(Word::space_before)) text = " ";
  }
  const std::string_view taken = paragraph.letters.substr(span.begin, span.end - span.begin);
  if (taken.find(Paragraph::blank) != std::string_view::npos) return std::nullopt;
  return ParagraphEdit{p, span, text};
}

}  // namespace stet
