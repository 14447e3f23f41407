#include <fmt/format.h>

#include <algorithm>

#include "facts/support.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

// The attribution whose content ends the sentence: its reader takes the next one for more of the same.
const Attribution* reported(const Paragraph& p, const ParagraphFacts& local, std::uint32_t sentence) {
  for (const Attribution& a : local.attributions) {
    if (!a.source || !a.cue || a.strength < 2 || a.rule == ScopeRule::passive || a.rule == ScopeRule::holderless)
      continue;
    if (a.rule == ScopeRule::stance || a.content.empty()) continue;
    const WordRange said = a.content.back();
    if (p.sentence_of(a.cue->first) == sentence && said.last + 2 >= p.sentences[sentence].words.last &&
        !p.words[said.first].has(Word::in_quotation) && !p.words[said.last - 1].has(Word::in_quotation))
      return &a;
  }
  return nullptr;
}

bool speaks(const Paragraph& p, const ParagraphFacts& local, std::uint32_t sentence) {
  return std::any_of(local.attributions.begin(), local.attributions.end(), [&](const Attribution& a) {
    return p.sentence_of(a.cue ? a.cue->first : a.content.empty() ? 0 : a.content.front().first) == sentence;
  });
}

// This, that, such, it: the sentence builds on what the source has said.
bool builds_on(const Paragraph& p, const Lexicon& lexicon, WordRange sentence) {
  static constexpr WordKeySet back{{"this", "that", "these", "those", "such", "it", "they", "there", "so"}};
  for (std::uint32_t i = sentence.first; i < std::min(sentence.last, sentence.first + 5); ++i)
    if (back.contains(lexicon.key(p.words[i].id))) return true;
  return false;
}

// Backshift goes on with the report; what has a date is the writer's.
bool carried(const Paragraph& p, const Lexicon& lexicon, const ParagraphFacts& local, WordRange sentence) {
  static constexpr WordKeySet signs{{"would", "had", "also", "added"}};
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i)
    if (signs.contains(lexicon.key(p.words[i].id)) || p.words[i].has(Word::in_quotation)) return true;
  return std::any_of(local.dates.begin(), local.dates.end(),
                     [&](const DateMention& d) { return sentence.contains(d.words.first); });
}

}  // namespace

Check attribution_scope_lapse(const Options& options) {
  return [strict = options.list("strict_kinds")](const Facts& facts, const Sources&, Report& report) {
    const Lexicon& lexicon = facts.lexicon();
    for (const std::size_t p : facts.with<Attribution>()) {
      const Paragraph& paragraph = facts.paragraph(p);
      const ParagraphFacts& local = facts.local(p);
      if (local.attributions.empty() || (paragraph.zone != Zone::body && paragraph.zone != Zone::list)) continue;
      for (const Claim& c : local.claims) {
        const std::uint32_t here = paragraph.sentence_of(c.words.first);
        if (here == 0 || !c.lead || speaks(paragraph, local, here)) continue;
        const auto last = static_cast<std::uint32_t>(paragraph.sentences.size());
        if (here + 1 < last && speaks(paragraph, local, here + 1)) continue;
        if (c.status != Claim::Status::unsourced && c.status != Claim::Status::attributed_inherited) continue;
        const Attribution* before = reported(paragraph, local, here - 1);
        if (before == nullptr) continue;
        const WordRange sentence = paragraph.sentences[here].words;
        const bool own = std::find(strict.begin(), strict.end(), claim_kind_name(c.kind)) != strict.end();
        if (!own && (!builds_on(paragraph, lexicon, sentence) || carried(paragraph, lexicon, local, sentence)))
          continue;
        const std::string who = paragraph.text(*before->source);
        const std::uint32_t begin = paragraph.span(sentence).begin;
        report.add(p, paragraph.span(sentence), fmt::format("reads as if “{}” still spoke; nothing says so", who))
            .related(p, paragraph.span(*before->source), "the source of the sentence before")
            .fix("Insert “TK said that ” before it", {{p, {begin, begin}, "TK said that "}})
            .detail(
                fmt::format("**Source carried over.** “{}”, strength 1 of 4: the next sentence has no pronoun with a "
                            "verb of saying, no backshift and no connective.",
                            who));
      }
    }
  };
}

}  // namespace stet::rules
