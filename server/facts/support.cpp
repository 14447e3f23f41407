#include "facts/support.h"

#include <algorithm>

namespace stet {

namespace {

bool holds(const Attribution& a, WordRange words) {
  return std::any_of(a.content.begin(), a.content.end(), [&](WordRange part) { return part.overlaps(words); });
}

std::uint32_t distance(WordRange a, WordRange b) {
  if (a.overlaps(b)) return 0;
  return a.last <= b.first ? b.first - a.last : a.first - b.last;
}

WordRange reach(const Attribution& a) {
  WordRange all = a.cue ? *a.cue : a.content.empty() ? WordRange{} : a.content.front();
  if (a.source) all = {std::min(all.first, a.source->first), std::max(all.last, a.source->last)};
  return all;
}

// he, she, it, they, the report …: the sentence goes on with the speaker of the one before.
bool goes_on(const Paragraph& p, const Lexicon& lexicon, WordRange sentence) {
  for (std::uint32_t i = sentence.first; i < std::min(sentence.last, sentence.first + 14); ++i) {
    const WordKey w = lexicon.key(p.words[i].id);
    if (w == WordKey("would") || w == WordKey("had")) return true;
  }
  const WordKey first = lexicon.key(p.words[sentence.first].id);
  return first == WordKey("he") || first == WordKey("she") || first == WordKey("they") || first == WordKey("it");
}

}  // namespace

Support support_of(const Paragraph& p, const ParagraphFacts& facts, const Lexicon& lexicon, WordRange words,
                   Riding riding) {
  Support out;
  for (std::uint32_t i = 0; i < facts.quotes.size(); ++i) {
    const Quote& q = facts.quotes[i];
    if (q.form != Quote::Form::scare && q.words.first <= words.first && words.last <= q.words.last)
      return {Support::By::quotation, i, {}, Support::Stop::none};
  }
  for (std::uint32_t i = 0; i < facts.citations.size(); ++i)
    if (facts.citations[i].covers.overlaps(words)) return {Support::By::citation, i, {}, Support::Stop::none};
  if (words.empty() || p.sentences.empty()) return out;
  const std::uint32_t sentence = p.sentence_of(words.first);
  const WordRange here = p.sentences[sentence].words;
  const WordRange before = sentence > 0 ? p.sentences[sentence - 1].words : WordRange{};
  std::uint32_t best = ~0u;
  for (std::uint32_t i = 0; i < facts.attributions.size(); ++i) {
    const Attribution& a = facts.attributions[i];
    if (!a.source && !a.content.empty() && a.rule != ScopeRule::passive && a.rule != ScopeRule::holderless) continue;
    if (holds(a, words) && a.strength >= 1) return {Support::By::attribution, i, {}, Support::Stop::none};
    if (!a.source) continue;
    const WordRange reached = reach(a);
    const bool just_before = before.contains(reached.first);
    if (riding == Riding::one_sentence && just_before && a.strength >= 2 && goes_on(p, lexicon, here))
      return {Support::By::continuation, i, {}, Support::Stop::none};
    const std::uint32_t away = distance(reached, words);
    if (away >= best) continue;
    best = away;
    out.nearest = i;
    out.stopped = holds(a, words)                          ? Support::Stop::weak
                  : here.contains(reached.first)           ? Support::Stop::clause
                  : riding == Riding::never && just_before ? Support::Stop::figure_kind
                                                           : Support::Stop::sentence;
  }
  return out;
}

bool announces_block(const Paragraph& p, const ParagraphFacts& facts) {
  if (p.words.empty() || !p.words.back().is_mark(U':')) return false;
  const auto last = static_cast<std::uint32_t>(p.sentences.size()) - 1;
  return std::any_of(facts.attributions.begin(), facts.attributions.end(), [&](const Attribution& a) {
    return a.rule == ScopeRule::block_after_colon && a.source && a.cue && p.sentence_of(a.cue->first) == last;
  });
}

std::string explain(const Paragraph& p, const ParagraphFacts& facts, const Support& support) {
  if (!support.nearest) return "no source is named in this paragraph, and a new paragraph ends the reach of the last";
  const std::string who = "the nearest source, “" + p.text(*facts.attributions[*support.nearest].source) + "”, ";
  switch (support.stopped) {
    case Support::Stop::weak: return who + "is nobody one can ask";
    case Support::Stop::clause: return who + "speaks in another clause of this sentence";
    case Support::Stop::figure_kind:
      return who +
             "speaks in the sentence before, and money, percents, records, motives and accusations need their own";
    case Support::Stop::sentence: return who + "speaks in another sentence";
    default: return who + "does not reach this far";
  }
}

}  // namespace stet
