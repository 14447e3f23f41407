#include <fmt/format.h>

#include <algorithm>

#include "facts/phrase.h"
#include "facts/voice.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

// What it is the most of: "in the county", "on record", "since 1990", "the world's largest". Nothing, and it is the
// largest of the narrator's own few.
std::optional<WordRange> scope(const Phrases& ph, const Lexicon& lexicon, std::uint32_t i, WordRange sentence) {
  const Paragraph& p = ph.paragraph();
  if (i > sentence.first + 1 && (ph.word(i - 1, "'s") || ph.mark(i - 1, U'’'))) return WordRange{i - 2, i};
  for (std::uint32_t k = i + 1; k < sentence.last; ++k) {
    if (ph.stop(k) || ph.comma(k) || ph.mark(k, U':') || ph.word(k, "that") || ph.word(k, "who")) return std::nullopt;
    const auto at = [&](std::uint32_t n, std::initializer_list<std::string_view> words) {
      return n < sentence.last && std::find(words.begin(), words.end(), p.text(n)) != words.end();
    };
    if (at(k, {"ever", "worldwide", "since"})) return WordRange{k, k + 1};
    if (!(ph.word(k, "in") || ph.word(k, "on") || ph.word(k, "of")) || k + 1 >= sentence.last) continue;
    if (at(k + 1, {"record", "history", "years", "decades"})) return WordRange{k, k + 2};
    if (ph.word(k, "of")) continue;
    const bool place = p.words[k + 1].has(Word::capital) ||
                       (ph.word(k + 1, "the") && k + 2 < sentence.last && p.words[k + 2].kind == WordKind::word);
    if (!place || lexicon.is(p.words[k + 1].id, WordClass::month)) continue;
    // "the highest in the survey": who counted is told.
    const std::uint32_t noun = k + (ph.word(k + 1, "the") ? 2 : 1);
    if (lexicon.is(p.words[noun].id, WordClass::study_noun) || at(noun, {"table", "ranking", "list", "group"}))
      return std::nullopt;
    return WordRange{k, k + (ph.word(k + 1, "the") ? 3 : 2)};
  }
  return std::nullopt;
}

// A source, a citation, a figure or a year in the sentence or beside it: something to hold the superlative against.
bool supported(const Paragraph& p, const ParagraphFacts& local, std::uint32_t sentence, std::uint32_t ahead) {
  const auto near = [&](std::uint32_t word) {
    const std::uint32_t there = p.sentence_of(word);
    return there + 1 >= sentence && there <= sentence + ahead;
  };
  for (const Attribution& a : local.attributions)
    if (a.source && a.strength >= 1 && near(a.cue ? a.cue->first : a.content.front().first)) return true;
  for (const Citation& c : local.citations)
    if (near(c.covers.first)) return true;
  for (const Figure& f : local.figures)
    if (p.sentence_of(f.words.first) >= sentence && near(f.words.first) && f.dimension != Dimension::ordinal)
      return true;
  return false;
}

// "could be the largest"
bool hedged(const Paragraph& p, WordRange sentence) {
  return std::any_of(p.words.begin() + sentence.first, p.words.begin() + sentence.last, [&](const Word& w) {
    const std::string_view t = p.text(w);
    return t == "could" || t == "may" || t == "might" || t == "perhaps" || t == "would";
  });
}

}  // namespace

Check superlative_unsourced(const Options& options) {
  const auto& idioms = options.list("idioms");
  const auto ahead = static_cast<std::uint32_t>(std::max(options.number("look_ahead"), 0.0));
  return [idioms, ahead](const Facts& facts, const Sources&, Report& report) {
    if (facts.context().genre == Genre::opinion || facts.context().genre == Genre::fiction) return;
    const Lexicon& lexicon = facts.lexicon();
    for (const std::size_t p : facts.with<Claim>()) {
      const Paragraph& paragraph = facts.paragraph(p);
      if (paragraph.zone != Zone::body && paragraph.zone != Zone::list) continue;
      for (const Claim& c : facts.local(p).claims) {
        if (c.kind != Claim::Kind::record || !c.sign || c.status != Claim::Status::unsourced) continue;
        const Phrases ph(paragraph, lexicon);
        const std::uint32_t here = paragraph.sentence_of(*c.sign);
        const WordRange sentence = paragraph.sentences[here].words;
        if (speaks_of_self(paragraph, sentence) || supported(paragraph, facts.local(p), here, ahead)) continue;
        const auto of = scope(ph, lexicon, *c.sign, sentence);
        if (!of) continue;
        const std::string word(paragraph.text(*c.sign));
        if (word == "best" || word == "greatest" || hedged(paragraph, sentence)) continue;
        const std::string two =
            word + " " + std::string(*c.sign + 1 < sentence.last ? paragraph.text(*c.sign + 1) : "");
        if (std::find(idioms.begin(), idioms.end(), two) != idioms.end()) continue;
        const Span span = paragraph.span(WordRange{*c.sign, *c.sign + 1});
        auto added = report.add(p, span, fmt::format("“{}” {}: by whose count?", word, paragraph.text(*of)));
        if (*c.sign > sentence.first && ph.word(*c.sign - 1, "the"))
          added.fix("Write “one of the”", {{p, paragraph.span(WordRange{*c.sign - 1, *c.sign}), "one of the"}});
        added.fix("Insert “[TK source]”", {{p, {span.end, span.end}, " [TK source]"}});
        added.detail(
            fmt::format("**Claim.** record, worth {}. One thing of the kind that goes beyond it, {}, would undo it.",
                        c.worth, paragraph.text(*of)));
      }
    }
  };
}

}  // namespace stet::rules
