#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "facts/source.h"
#include "facts/word_set.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

struct Words {
  WordSet attack, praise, reviewers;
};

WordSet set_of(const Facts& facts, const std::vector<std::string>& words) {
  WordSet out;
  for (const std::string& w : words) out.insert(facts.lexicon().id(w));
  return out;
}

std::optional<std::uint32_t> first_of(const Paragraph& p, WordRange words, const WordSet& set) {
  for (std::uint32_t i = words.first; i < words.last; ++i)
    if (set.contains(p.words[i].id)) return i;
  return std::nullopt;
}

// A name, he or she in what is said or in the sentence: the party it is about.
bool about_somebody(const Facts& facts, std::size_t p, WordRange reach, WordRange source) {
  const Paragraph& paragraph = facts.paragraph(p);
  for (const Name& n : facts.local(p).names)
    if (reach.contains(n.words.first) && !source.contains(n.words.first)) return true;
  static constexpr WordKeySet party{{"he", "she", "him", "her", "his"}};
  for (std::uint32_t i = reach.first; i < reach.last; ++i)
    if (!source.contains(i) && party.contains(facts.lexicon().key(paragraph.words[i].id))) return true;
  return false;
}

// I, me, my: what was done to the speaker is no opinion.
bool own_experience(const Facts& facts, const Paragraph& p, WordRange said) {
  static constexpr WordKeySet self{{"i", "me", "my", "us"}};
  return std::any_of(p.words.begin() + said.first, p.words.begin() + said.last,
                     [&](const Word& w) { return self.contains(facts.lexicon().key(w.id)); });
}

// The quotation around the word, with its marks; else the word.
Span shown(const Paragraph& p, const ParagraphFacts& local, std::uint32_t word) {
  for (const Quote& q : local.quotes)
    if (q.words.contains(word)) return q.span;
  return p.span(WordRange{word, word + 1});
}

}  // namespace

Check anonymous_opinion(const Options& options) {
  return [attack = options.list("attack"), praise = options.list("praise"), reviewers = options.list("reviewers")](
             const Facts& facts, const Sources&, Report& report) {
    std::optional<Words> lists;  // made at the first unnamed source
    for (const std::size_t p : facts.with<Attribution>()) {
      const Paragraph& paragraph = facts.paragraph(p);
      if (paragraph.zone != Zone::body && paragraph.zone != Zone::list) continue;
      for (const Attribution& a : facts.local(p).attributions) {
        if (!a.source || a.named || a.content.empty() || a.denied) continue;
        const Phrases ph(paragraph, facts.lexicon());
        const WordRange sentence = paragraph.sentences[paragraph.sentence_of(a.source->first)].words;
        if (!unnamed_person(ph, *a.source) && !(a.type == SourceType::official_unnamed && withholds_name(ph, sentence)))
          continue;
        if (paragraph.words[a.source->first].has(Word::in_quotation)) continue;
        if (!lists) lists = Words{set_of(facts, attack), set_of(facts, praise), set_of(facts, reviewers)};
        if (first_of(paragraph, *a.source, lists->reviewers)) continue;
        for (const WordRange said : a.content) {
          auto word = first_of(paragraph, said, lists->attack);
          for (std::uint32_t i = said.first; !word && i < said.last; ++i)
            if (ph.is(i, WordClass::accusation_word)) word = i;
          const bool kind = !word;
          if (!word) word = first_of(paragraph, said, lists->praise);
          const WordRange reach{std::min(said.first, sentence.first), std::max(said.last, sentence.last)};
          if (!word || own_experience(facts, paragraph, said) || !about_somebody(facts, p, reach, *a.source)) continue;
          auto added = report.add(p, shown(paragraph, facts.local(p), *word),
                                  fmt::format("an opinion from a source without a name (“{}”): names are kept back for "
                                              "facts, not for judgements",
                                              paragraph.text(*a.source)));
          added.related(p, paragraph.span(*a.source), "who says so");
          added.detail(
              fmt::format("**Why.** “{}” judges somebody who cannot answer a source without a name. Get it on "
                          "the record, or ask an editor whether it may stand.",
                          paragraph.text(*word)));
          if (kind) added.at_most(Severity::information);
          break;
        }
      }
    }
  };
}

}  // namespace stet::rules
