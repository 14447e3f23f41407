#include <fmt/format.h>

#include <algorithm>

#include "facts/support.h"
#include "facts/voice.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

constexpr std::uint32_t longest_subject = 12;  // words looked at before the verb, for what is said to be the cause

// "directly caused", "was caused": the sign with the adverb before it.
WordRange with_adverb(const Paragraph& p, std::uint32_t sign, WordRange words) {
  const bool before = sign > words.first && p.words[sign - 1].kind == WordKind::word;
  return {before && p.text(sign - 1).ends_with("ly") ? sign - 1 : sign, sign + 1};
}

// A source anywhere in the sentence: an inquiry, a court, a study that found it so.
bool sourced(const Paragraph& p, const ParagraphFacts& local, std::uint32_t sentence) {
  return std::any_of(local.attributions.begin(), local.attributions.end(), [&](const Attribution& a) {
    return a.source && a.cue && a.strength >= 1 && p.sentence_of(a.cue->first) == sentence;
  });
}

struct Settings {
  std::vector<std::string> physical, observational, hypothetical;
  bool strict;
};

}  // namespace

Check causal_claim(const Options& options) {
  Settings settings{options.list("physical"), options.list("observational"), options.list("hypothetical"),
                    options.flag("science_strict")};
  return [settings = std::move(settings)](const Facts& facts, const Sources&, Report& report) {
    if (facts.context().genre == Genre::fiction) return;
    for (const std::size_t p : facts.with<Claim>()) {
      const Paragraph& paragraph = facts.paragraph(p);
      const ParagraphFacts& local = facts.local(p);
      if (paragraph.zone != Zone::body && paragraph.zone != Zone::list) continue;
      for (const Claim& c : local.claims) {
        if (c.kind != Claim::Kind::causal || !c.sign || paragraph.words[*c.sign].has(Word::in_quotation)) continue;
        const std::uint32_t here = paragraph.sentence_of(*c.sign);
        const WordRange sentence = paragraph.sentences[here].words;
        if (holds_listed(facts, paragraph, sentence, settings.physical) ||
            holds_listed(facts, paragraph, sentence, settings.hypothetical) || speaks_of_self(paragraph, sentence))
          continue;
        const WordRange all{0, static_cast<std::uint32_t>(paragraph.words.size())};
        const bool observed = settings.strict && holds_listed(facts, paragraph, all, settings.observational);
        if (!observed && (c.status != Claim::Status::unsourced || sourced(paragraph, local, here))) continue;
        const WordRange verb = with_adverb(paragraph, *c.sign, sentence);
        const std::uint32_t from = verb.first - std::min(verb.first - sentence.first, longest_subject);
        auto added =
            report.add(p, paragraph.span(verb),
                       observed ? fmt::format("“{}” says more than “linked” does: what was observed shows no cause",
                                              paragraph.text(verb))
                                : fmt::format("“{}”: who says that one made the other?", paragraph.text(verb)));
        const std::uint32_t end = paragraph.span(c.words).end;
        if (!observed) added.fix("Insert “[TK source]”", {{p, {end, end}, " [TK source]"}});
        added.detail(fmt::format("**Cause.** {}\n\n**Said to bring about.** {}",
                                 paragraph.text(WordRange{from, verb.first}),
                                 paragraph.text(WordRange{verb.last, std::max(verb.last, c.words.last)})));
      }
    }
  };
}

}  // namespace stet::rules
