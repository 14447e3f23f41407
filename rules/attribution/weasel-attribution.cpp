#include <fmt/format.h>

#include <algorithm>

#include "facts/facts.h"
#include "facts/phrase.h"
#include "lint/rule.h"
#include "prose/fold.h"

namespace stet::rules {

namespace {

constexpr std::uint32_t longest_holder = 4;  // words: "the other mainstream media"

constexpr std::uint32_t longest_look = 12;  // where the verb is farther, the crowd alone is underlined

struct Lists {
  std::vector<std::string> holders, allow;
};

class Weasels {
 public:
  Weasels(const Lists& lists, const Facts& facts, Report& report) : facts_(facts), report_(report) {
    for (const std::string& h : lists.holders) holders_.push_back(facts.lexicon().id(h));
    for (const std::string& h : lists.allow) allowed_.push_back(facts.lexicon().id(h));
  }

  Holds paragraph(std::size_t p) {
    const ParagraphFacts& local = facts_.local(p);
    Holds holds = Holds::nothing;
    for (const Attribution& a : local.attributions)
      if (look(p, local, a)) holds = Holds::something;
    return holds;
  }

 private:
  static bool has(const std::vector<WordId>& ids, WordId id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
  }

  // Is it nobody's, or a crowd's?
  bool look(std::size_t p, const ParagraphFacts& local, const Attribution& a) {
    const Paragraph& paragraph = facts_.paragraph(p);
    if (!a.cue || a.cue->empty() || paragraph.words[a.cue->first].has(Word::in_quotation)) return false;
    if (a.rule == ScopeRule::holderless) {
      holderless(p, local, a);
      return true;
    }
    if (!a.source || a.source->empty() || a.content.empty()) return false;
    const WordRange s = *a.source;
    // The crowd is the head of the phrase, with nothing behind it that tells which: "critics", "many analysts".
    const Phrases phrases(paragraph, facts_.lexicon());
    const std::uint32_t head = s.last - 1;
    const WordId id = paragraph.words[head].id;
    const auto listed = phrases.listed_before(s.last, WordClass::crowd);
    const bool crowd = (listed || phrases.is(head, WordClass::crowd) || has(holders_, id)) && !has(allowed_, id);
    if (!crowd || s.size() > longest_holder || (a.strength != 0 && !has(holders_, id))) return false;
    const std::uint32_t names = listed ? std::max(listed->first, s.first) : head;
    for (std::uint32_t i = s.first; i < names; ++i)
      if (!(listed && phrases.word(i, "the")) && !vague(phrases, i)) return false;
    if (head + 1 < a.cue->first && paragraph.words[head + 1].kind == WordKind::word && phrases.word(head + 1, "who"))
      return false;
    if (!speaks(phrases, a)) return false;
    if (rescued(p, local, a)) return true;
    const WordRange both{std::min(s.first, a.cue->first), std::max(s.last, a.cue->last)};
    auto added = report_.add(p, paragraph.span(both.size() <= longest_look ? both : s),
                             fmt::format("“{}”: who? Name one, or cite where they say it", paragraph.text(s)));
    offer(added, p, local, a, paragraph.span(s));
    return true;
  }

  // Adjectives of number and kind that name nobody: many, some, most, leading, political, other.
  static bool vague(const Phrases& ph, std::uint32_t i) {
    const Word& w = ph.paragraph().words[i];
    if (w.kind != WordKind::word) return false;
    if (w.has(Word::capital) && !opens_sentence(ph.paragraph(), i)) return false;
    for (const WordKey& definite :
         std::initializer_list<WordKey>{"the", "these", "those", "his", "her", "their", "its", "our", "my", "both",
                                        "one", "two", "three", "four", "five", "a", "an", "no"})
      if (ph.word(i, definite)) return false;
    return true;
  }

  // The first word of a sentence, past the marks that open it: a dash, an emoji.
  static bool opens_sentence(const Paragraph& p, std::uint32_t i) {
    while (i > 0 && !p.words[i].has(Word::starts_sentence) && p.words[i - 1].kind == WordKind::mark) --i;
    return p.words[i].has(Word::starts_sentence);
  }

  // A verb of saying, thinking or judging in the writer's clause, not "people know how to".
  static bool speaks(const Phrases& ph, const Attribution& a) {
    const std::uint32_t cue = a.cue->first;
    const bool stands = ph.is(cue, WordClass::stance_verb);
    const bool says = stands || ph.is(cue, WordClass::say_verb) || ph.word(cue, "believe") || ph.word(cue, "think") ||
                      ph.word(cue, "argue") || ph.word(cue, "according") || ph.word(cue, "suggest") ||
                      ph.word(cue, "believed") || ph.word(cue, "show");
    if (!says || ph.word(cue, "asked") || ph.word(cue, "ask") || ph.word(cue, "told")) return false;
    // People in the story may speak as a crowd: only the present tense generalises for bare "people" and "others".
    const std::uint32_t head = a.source->last - 1;
    const bool loose = ph.word(head, "people") || ph.word(head, "others") || ph.word(head, "some") ||
                       ph.word(head, "many") || ph.word(head, "several") || ph.word(head, "few") ||
                       ph.word(head, "most") || ph.word(head, "everyone") || ph.word(head, "everybody");
    if (!loose) return true;
    const bool present = ph.paragraph().words[cue].id == ph.lexicon().lemma(ph.paragraph().words[cue].id);
    return (stands && present) || ph.word(cue, "say") || ph.word(cue, "argue") || ph.word(cue, "claim") ||
           ph.word(cue, "believe");
  }

  // "In an article for the Vella Review": where they say it, by name.
  bool cites(const Paragraph& p, WordRange sentence) const {
    for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
      if (!facts_.lexicon().is(p.words[i].id, WordClass::document_noun) || i + 1 >= sentence.last) continue;
      const Word& next = p.words[i + 1];
      if (next.kind != WordKind::word || !facts_.lexicon().is(next.id, WordClass::preposition)) continue;
      for (std::uint32_t k = i + 2; k < std::min(sentence.last, i + 6); ++k)
        if (p.words[k].has(Word::capital)) return true;
    }
    return false;
  }

  // Words in quotation marks that a crowd is said to have used.
  static bool verbatim(const Paragraph& p, const Attribution& a) {
    for (const WordRange part : a.content)
      for (std::uint32_t i = part.first; i < part.last; ++i)
        if (p.words[i].has(Word::in_quotation)) return true;
    return false;
  }

  // A named speaker in this sentence or the next, or a named one already in the paragraph who goes on. Whom the next
  // sentence names has words of his own: those a crowd is quoted with stay without a speaker.
  bool rescued(std::size_t p, const ParagraphFacts& local, const Attribution& a) const {
    const Paragraph& paragraph = facts_.paragraph(p);
    const std::uint32_t sentence = paragraph.sentence_of(a.cue->first);
    for (const Attribution& other : local.attributions) {
      if (&other == &a || !other.named || !other.source) continue;
      const std::uint32_t there = paragraph.sentence_of(other.source->first);
      if (there == sentence || (there == sentence + 1 && !verbatim(paragraph, a))) return true;
    }
    if (cites(paragraph, paragraph.sentences[sentence].words)) return true;
    for (const Citation& c : local.citations)
      if (c.covers.overlaps(paragraph.sentences[sentence].words)) return true;
    if (sentence + 1 < paragraph.sentences.size() || verbatim(paragraph, a)) return false;
    // The paragraph ends: the next one may name the speaker.
    if (p + 1 >= facts_.size()) return false;
    const Paragraph& next = facts_.paragraph(p + 1);
    if (next.sentences.empty()) return false;
    for (const Attribution& other : facts_.local(p + 1).attributions)
      if (other.named && other.source && next.sentence_of(other.source->first) <= 1) return true;
    return false;
  }

  void holderless(std::size_t p, const ParagraphFacts& local, const Attribution& a) {
    if (rescued(p, local, a)) return;
    const Paragraph& paragraph = facts_.paragraph(p);
    auto added = report_.add(p, paragraph.span(WordRange{a.cue->first, a.cue->last + 1}),
                             fmt::format("“{}”: whose? Name one who has them", paragraph.text(*a.cue)));
    offer(added, p, local, a, paragraph.span(*a.cue));
  }

  void offer(Report::Added& added, std::size_t p, const ParagraphFacts& local, const Attribution& a, Span holder) {
    const Paragraph& paragraph = facts_.paragraph(p);
    std::string names;
    const Attribution* nearest = nullptr;
    for (const Attribution& other : local.attributions) {
      if (!other.named || !other.source) continue;
      if (nearest == nullptr) nearest = &other;
      const std::string name = "“" + paragraph.text(*other.source) + "”";
      if (names.find(name) == std::string::npos) names += (names.empty() ? "" : ", ") + name;
    }
    added.fix("Insert “, including TK,”", {{p, {holder.end, holder.end}, ", including TK,"}});
    if (nearest != nullptr) added.related(p, paragraph.span(*nearest->source), "the nearest source with a name");
    added.detail(fmt::format(
        "**Why vague.** Strength {} of 4: nobody is named whom one could ring up.\n\n**Named in this paragraph.** {}",
        a.strength, names.empty() ? "nobody" : names));
  }

  const Facts& facts_;
  Report& report_;
  std::vector<WordId> holders_, allowed_;
};

}  // namespace

Check weasel_attribution(const Options& options) {
  Lists lists{options.list("holders"), options.list("allow")};
  return [lists = std::move(lists)](const Facts& facts, const Sources&, Report& report) {
    return Pass{[&facts, weasels = Weasels(lists, facts, report)](std::size_t p) mutable {
      const Zone zone = facts.paragraph(p).zone;
      if (zone != Zone::body && zone != Zone::list) return Holds::nothing;
      return weasels.paragraph(p);
    }};
  };
}

}  // namespace stet::rules
