#include <fmt/format.h>

#include <algorithm>

#include "facts/facts.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

// Does what `other` says answer the passive before it ("is seen as too short. Holm said it had been so")? It goes on
// with a pronoun, uses the same verb, or quotes somebody on the same things.
bool answers(const Facts& facts, std::size_t p, const Attribution& passive, const Attribution& other) {
  const Paragraph& paragraph = facts.paragraph(p);
  const Lexicon& lexicon = facts.lexicon();
  if (other.content.empty()) return false;
  const WordRange said = other.content.front();
  // "that it had": the complementizer is no pronoun.
  for (std::uint32_t i = said.first; i < std::min(said.last, said.first + 2); ++i)
    if (lexicon.is(paragraph.words[i].id, WordClass::subject_pronoun) &&
        !lexicon.is(paragraph.words[i].id, WordClass::conjunction) &&
        !lexicon.is(paragraph.words[i].id, WordClass::determiner))
      return true;
  const WordId verb = lexicon.lemma(paragraph.words[other.cue->first].id);
  for (std::uint32_t i = passive.cue->first; i < passive.cue->last; ++i)
    if (lexicon.lemma(paragraph.words[i].id) == verb) return true;
  if (!paragraph.words[said.first].has(Word::in_quotation) && !paragraph.words[said.last - 1].has(Word::in_quotation))
    return false;
  const WordRange here = paragraph.sentences[paragraph.sentence_of(passive.cue->first)].words;
  std::size_t shared = 0;
  for (std::uint32_t i = said.first; i < said.last; ++i) {
    const Word& w = paragraph.words[i];
    if (w.kind != WordKind::word || w.end - w.begin < 4 || lexicon.is(w.id, WordClass::common_english)) continue;
    shared += std::any_of(paragraph.words.begin() + here.first, paragraph.words.begin() + here.last,
                          [&](const Word& o) { return o.id == w.id; })
                  ? 1
                  : 0;
  }
  return shared >= 2;
}

bool named_near(const Facts& facts, std::size_t p, const Attribution& a, const Attribution*& next) {
  const Paragraph& paragraph = facts.paragraph(p);
  const std::uint32_t sentence = paragraph.sentence_of(a.cue->first);
  for (const Attribution& other : facts.local(p).attributions) {
    if (!other.source || !other.cue || other.strength < 2) continue;
    const std::uint32_t there = paragraph.sentence_of(other.cue->first);
    if (there == sentence + 1 && other.named && answers(facts, p, a, other)) return next = &other, true;
    if (there > sentence && next == nullptr) next = &other;
  }
  return false;
}

// A source in the sentence or the next.
bool sourced(const Facts& facts, std::size_t p, const Attribution& a) {
  const Paragraph& paragraph = facts.paragraph(p);
  const std::uint32_t here = paragraph.sentence_of(a.cue->first);
  for (const Attribution& other : facts.local(p).attributions) {
    if (!other.source || !other.cue || other.strength < 1) continue;
    const std::uint32_t there = paragraph.sentence_of(other.cue->first);
    if (there == here || there == here + 1) return true;
  }
  return false;
}

// "was reportedly described as": the passive tells it.
bool inside_passive(const Facts& facts, std::size_t p, const Attribution& a) {
  const auto& all = facts.local(p).attributions;
  return std::any_of(all.begin(), all.end(), [&](const Attribution& other) {
    return &other != &a && other.rule == ScopeRule::passive && other.cue && other.cue->contains(a.cue->first);
  });
}

bool cited(const Facts& facts, std::size_t p, WordRange sentence) {
  const auto& citations = facts.local(p).citations;
  return std::any_of(citations.begin(), citations.end(),
                     [&](const Citation& c) { return c.covers.overlaps(sentence); });
}

// An attribution in the same sentence whose content holds the passive: "As Mason described, it is seen as …".
const Attribution* frame(const Facts& facts, std::size_t p, const Attribution& a) {
  for (const Attribution& other : facts.local(p).attributions) {
    if (!other.source || other.strength < 1) continue;
    for (const WordRange part : other.content)
      if (part.contains(a.cue->first)) return &other;
  }
  return nullptr;
}

}  // namespace

Check passive_attribution(const Options&) {
  return [](const Facts& facts, const Sources&, Report& report) {
    for (const std::size_t p : facts.with<Attribution>()) {
      const Paragraph& paragraph = facts.paragraph(p);
      if (paragraph.zone != Zone::body && paragraph.zone != Zone::list) continue;
      for (const Attribution& a : facts.local(p).attributions) {
        if (a.rule != ScopeRule::passive || !a.cue || a.cue->empty()) continue;
        if (paragraph.words[a.cue->first].has(Word::in_quotation)) continue;
        const WordRange sentence = paragraph.sentences[paragraph.sentence_of(a.cue->first)].words;
        const Attribution* next = nullptr;
        if (cited(facts, p, sentence) || named_near(facts, p, a, next)) continue;
        const bool hearsay = facts.lexicon().is(paragraph.words[a.cue->first].id, WordClass::hearsay_adverb);
        // One who speaks in the sentence may be who said so.
        if (hearsay && (sourced(facts, p, a) || inside_passive(facts, p, a))) continue;
        const Attribution* around = frame(facts, p, a);
        const std::string words = paragraph.text(*a.cue);
        auto added = report.add(p, paragraph.span(*a.cue), fmt::format("“{}”: by whom?", words));
        const std::uint32_t end = paragraph.span(*a.cue).end;
        if (hearsay) added.fix("Write “according to TK”", {{p, paragraph.span(*a.cue), "according to TK"}});
        else added.fix("Insert “by TK”", {{p, {end, end}, " (by TK)"}});
        added.detail(fmt::format(
            "**No agent.** Nobody is said to {} “{}”.{}",
            hearsay
                ? "have said so: the adverb alone tells that somebody did,"
                : "hold this. The participle is read as a report, and not as an act, because of the words behind it:",
            words,
            around != nullptr ? "\n\nA source speaks around it: “" + paragraph.text(*around->source) + "”." : ""));
        if (next != nullptr) added.related(p, paragraph.span(*next->source), "the next source");
        if (around != nullptr) added.at_most(Severity::information);
      }
    }
  };
}

}  // namespace stet::rules
