#include <fmt/format.h>

#include <algorithm>

#include "facts/voice.h"
#include "facts/within.h"
#include "facts/word_view.h"
#include "lint/own_phrases.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

// A number other than the words themselves: "dozens" is one of a kind.
bool number_in(const ParagraphFacts& local, WordRange sentence, WordRange words) {
  const auto figures = within(local.figures, sentence);
  return std::any_of(figures.begin(), figures.end(), [&](const Figure& f) {
    return !f.words.overlaps(words) && f.dimension != Dimension::age && f.dimension != Dimension::ordinal &&
           f.dimension != Dimension::duration;
  });
}

// What the sentence tells is certain, and of a kind that a checker would ask about.
bool checkworthy(const ParagraphFacts& local, WordRange words) {
  return std::any_of(local.claims.begin(), local.claims.end(), [&](const Claim& c) {
    return c.words.overlaps(words) && c.kind != Claim::Kind::question && c.kind != Claim::Kind::opinion &&
           c.kind != Claim::Kind::prediction && c.kind != Claim::Kind::instruction && c.status != Claim::Status::exempt;
  });
}

// "could bring", "to avoid", "no": not yet, or not at all.
bool unreal(const WordView& w, WordRange words) {
  for (WordView::At i = words.first, n = 0; n < 8 && i > 0 && !w.starts_sentence(i); --i, ++n)
    if (w.any(i - 1, {"could", "would",   "may",     "might",     "can",    "will",     "if",
                      "no",    "without", "not",     "potential", "should", "expected", "statistically",
                      "avoid", "prevent", "whether", "never",     "need",   "needs",    "must"}) ||
        (w.is(i - 1, "to") && n < 3))
      return true;
  return false;
}

// "numerous" with what it counts: "numerous mining operations".
WordRange with_noun(const WordView& w, WordRange words) {
  if (words.size() != 1) return words;
  WordView::At i = words.last;
  while (i < words.last + 3 && w.word(i) && !w.starts_sentence(i) && !w.in(i, WordClass::preposition) &&
         !w.in(i, WordClass::auxiliary) && !w.in(i, WordClass::conjunction))
    if (looks_plural(w.text(i++))) return {words.first, i};
  return words;
}

}  // namespace

Check vague_quantifier(const Options& options) {
  const bool need_checkworthy = options.flag("need_checkworthy");
  return [need_checkworthy, own = OwnPhrases("vague-quantifier")](const Facts& facts, const Sources&, Report& report) {
    if (facts.context().genre == Genre::fiction) return Pass{};
    return own.pass(facts, OwnPhrases::Where::body, [&](std::size_t p, WordRange own_words) mutable {
      const Paragraph& paragraph = facts.paragraph(p);
      const WordRange words = with_noun(WordView(paragraph, facts.context()), own_words);
      const ParagraphFacts& local = facts.local(p);
      const std::uint32_t sentence = paragraph.sentence_of(words.first);
      const bool next = sentence + 1 < paragraph.sentences.size();
      if (number_in(local, paragraph.sentences[sentence].words, words) ||
          (next && number_in(local, paragraph.sentences[sentence + 1].words, words)))
        return;
      if (need_checkworthy && !checkworthy(local, words)) return;
      if (unreal(WordView(paragraph, facts.context()), words)) return;
      const bool cited = std::any_of(local.citations.begin(), local.citations.end(),
                                     [&](const Citation& c) { return c.covers.overlaps(words); });
      if (cited || voice_of(facts, p, words) != Voice::writer) return;
      auto added = report.add(p, paragraph.span(words),
                              fmt::format("“{}”: how much? Give the number, or say who has it", paragraph.text(words)));
      const std::uint32_t end = paragraph.words[words.last - 1].end;
      added.fix("Insert “[TK how many?]”", {{p, {end, end}, " [TK how many?]"}});
      added.detail(
          "A count, a share or the two ends of the change would settle it. None stands in this sentence or the "
          "next.");
      if (!local.figures.empty()) added.related(p, local.figures.front().span, "the nearest figure");
    });
  };
}

}  // namespace stet::rules
