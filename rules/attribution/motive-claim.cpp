#include <fmt/format.h>

#include <algorithm>

#include "facts/phrase.h"
#include "facts/support.h"
#include "facts/voice.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

// "…, clearly showing little concern for": what hangs on a report by a participle is the writer's reading of it.
bool gloss(const Paragraph& p, WordRange motive, WordRange sentence) {
  for (std::uint32_t i = motive.first; i > sentence.first && i + 3 > motive.first; --i)
    if (p.text(i - 1).ends_with("ing"))
      return i > sentence.first + 2 &&
             (p.words[i - 2].is_mark(U',') || (p.words[i - 3].is_mark(U',') && p.text(i - 2).ends_with("ly")));
  return false;
}

bool speaks(const Paragraph& p, const ParagraphFacts& local, std::uint32_t sentence) {
  return std::any_of(local.attributions.begin(), local.attributions.end(), [&](const Attribution& a) {
    return a.source && a.cue && a.strength >= 1 && p.sentence_of(a.cue->first) == sentence;
  });
}

}  // namespace

Check motive_claim(const Options& options) {
  return [charters = options.list("charters")](const Facts& facts, const Sources&, Report& report) {
    if (facts.context().genre == Genre::fiction) return;
    const Lexicon& lexicon = facts.lexicon();
    for (std::size_t p = 0; p < facts.size(); ++p) {
      const Paragraph& paragraph = facts.paragraph(p);
      if (paragraph.phrases.empty() || (paragraph.zone != Zone::body && paragraph.zone != Zone::list)) continue;
      for (const PhraseHit& hit : paragraph.phrases) {
        if (!lexicon.phrase_is(hit.phrase, WordClass::motive_phrase) &&
            !lexicon.phrase_is(hit.phrase, WordClass::purpose_phrase))
          continue;
        if (paragraph.words[hit.words.first].has(Word::in_quotation)) continue;
        const std::uint32_t here = paragraph.sentence_of(hit.words.first);
        const WordRange sentence = paragraph.sentences[here].words;
        const ParagraphFacts& local = facts.local(p);
        const Support support = support_of(paragraph, local, lexicon, hit.words, Riding::never);
        const bool told = support.by != Support::By::none || speaks(paragraph, local, here);
        if (told && !gloss(paragraph, hit.words, sentence)) continue;
        if (holds_listed(facts, paragraph, {sentence.first, hit.words.first}, charters) ||
            speaks_of_self(paragraph, sentence))
          continue;
        const auto actor = Phrases(paragraph, lexicon).main_subject(sentence);
        const std::string who = actor ? paragraph.text(*actor) : std::string("the actor");
        auto added =
            report.add(p, paragraph.span(hit.words),
                       fmt::format("“{}”: a motive; who knows what “{}” wanted?", paragraph.text(hit.words), who));
        const std::uint32_t end = paragraph.span(hit.words).end;
        added.fix("Insert “[TK source]”", {{p, {end, end}, " [TK source]"}});
        if (support.nearest)
          added.related(p, paragraph.span(*local.attributions[*support.nearest].source), "the nearest source");
        added.detail(fmt::format("**Actor.** {}\n\n**Motive, in the words of the draft.** {}\n\n**Support.** {}.", who,
                                 paragraph.text(hit.words), explain(paragraph, local, support)));
      }
    }
  };
}

}  // namespace stet::rules
