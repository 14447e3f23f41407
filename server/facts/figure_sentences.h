#pragma once
// The sentences that hold figures: what rules of arithmetic go over, so that a draft without figures costs nothing.
#include <cstddef>
#include <span>

#include "facts/facts.h"
#include "facts/word_view.h"

namespace stet {

struct FigureSentence {
  std::size_t p;  // the paragraph
  WordRange words;
  std::span<const Figure> figures;
};

// The figure with the noun it counts, where that stands right behind it: "12 points", "214 jobs".
inline WordRange with_noun(const Figure& f) {
  const bool close = f.dimension == Dimension::count && f.head && *f.head >= f.words.last && *f.head < f.words.last + 4;
  return {f.words.first, close ? *f.head + 1 : f.words.last};
}

// Longer ones are lists without full stops, and rules that look through the whole sentence would look too often.
inline constexpr std::uint32_t longest_sentence = 250;

// Calls `visit(const WordView&, const FigureSentence&)` for every sentence of paragraph p with `at_least` figures,
// tables and the longest aside.
template <class Visit>
void for_figure_sentences(const Facts& facts, std::size_t p, std::size_t at_least, Visit&& visit) {
  const Paragraph& paragraph = facts.paragraph(p);
  const std::span<const Figure> figures = facts.local(p).figures;
  if (figures.size() < at_least || paragraph.foreign || paragraph.zone == Zone::table) return;
  const WordView words(paragraph, facts.context());
  for (std::size_t from = 0; from < figures.size();) {
    const WordRange sentence = paragraph.sentences[paragraph.sentence_of(figures[from].words.first)].words;
    std::size_t to = from + 1;
    while (to < figures.size() && figures[to].words.first < sentence.last) ++to;
    if (to - from >= at_least && sentence.size() <= longest_sentence)
      visit(words, FigureSentence{p, sentence, std::span(figures).subspan(from, to - from)});
    from = to;
  }
}

// The same for all of the draft.
template <class Visit>
void for_figure_sentences(const Facts& facts, std::size_t at_least, Visit&& visit) {
  for (const std::size_t p : facts.with<Figure>()) for_figure_sentences(facts, p, at_least, visit);
}

}  // namespace stet
