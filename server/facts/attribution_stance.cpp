// What is thought of a thing, without a clause: critics condemned the deal; the ferry that the media have fretted
// about. The thing is the content only where a crowd takes the stand: what one who can be asked thinks of it is a fact
// of the story, and he a source in reach.
#include <algorithm>

#include "facts/attribution_read.h"
#include "facts/source.h"

namespace stet {

namespace {

constexpr std::uint32_t agent_reach = 12;  // words behind the verb where "by X" is looked for

// hurried to, was quick to, went on to: the deed was done. Not wanted to, refused to.
bool done_at(const Phrases& ph, std::uint32_t i) {
  for (const std::string_view w : {"quick", "swift", "fast", "hurried", "hurry", "rushed", "rush", "hastened", "hasten",
                                   "continued", "continue", "continues", "began", "begun", "started", "on"})
    if (ph.paragraph().text(i) == w) return true;
  return false;
}

bool be_before(const Phrases& ph, WordRange verbs) {
  for (std::uint32_t k = verbs.first; k < verbs.last; ++k)
    for (const WordKey& w : std::initializer_list<WordKey>{"is", "are", "was", "were", "be", "been", "being"})
      if (ph.word(k, w)) return true;
  return false;
}

// The crowd whose words end at `end`, with the adjectives before it: "many analysts", "the mainstream media".
std::optional<WordRange> crowd_before(const Phrases& ph, std::uint32_t end, std::uint32_t from) {
  std::uint32_t first = end - 1;
  if (const auto listed = ph.listed_before(end, WordClass::crowd)) {
    if (listed->first > from && ph.word(listed->first - 1, "the")) return WordRange{listed->first - 1, end};
    first = listed->first;
  } else if (!ph.is(first, WordClass::crowd)) {
    return std::nullopt;
  }
  for (std::uint32_t n = 0; n < 3 && first > from; ++n) {
    const std::uint32_t k = first - 1;
    const bool opens = ph.paragraph().words[k].kind == WordKind::mark || ph.is(k, WordClass::conjunction) ||
                       ph.word(k, "that") || ph.word(k, "with");
    if (opens) break;
    // "helps critics reject", "the view of critics": another clause's, or no subject.
    const bool told_apart =
        ph.is(k, WordClass::preposition) || (ph.is(k, WordClass::determiner) && !ph.is(k, WordClass::crowd));
    if (n == 2 || told_apart) return std::nullopt;
    first = k;
  }
  if (judge_source(ph, {first, end}).type != SourceType::collective) return std::nullopt;
  return WordRange{first, end};
}

// "critics described the plan as a folly", "called it “a folly”": a verb that puts a word on a thing says nothing
// without the word.
bool names_it(const Phrases& ph, std::uint32_t verb, WordRange content) {
  const std::string_view lemma = ph.lexicon().word(ph.lexicon().lemma(ph.paragraph().words[verb].id));
  if (lemma != "call" && lemma != "describe" && lemma != "characterise" && lemma != "characterize") return true;
  for (std::uint32_t k = content.first; k < content.last; ++k)
    if (ph.word(k, "as") || ph.opens_quotation(k)) return true;
  return false;
}

// What the stand is taken on: the words behind the verb, or what a relative clause hangs on.
std::optional<WordRange> object(const Phrases& ph, WordRange holder, const Cue& cue) {
  const auto [from, to] = cue.bounds;
  if (holder.first > from + 1) {
    const std::uint32_t k = holder.first - 1;
    if (ph.word(k, "that") || ph.word(k, "which") || ph.word(k, "whom"))
      if (const auto antecedent = ph.subject_before(k, from)) return antecedent->words;
  }
  std::uint32_t k = cue.word + 1;
  while (k < to && ph.adverb(k)) ++k;
  if (k + 1 >= to || ph.stop(k) || ph.comma(k) || ph.is(k, WordClass::conjunction)) return std::nullopt;
  return WordRange{k, ph.clause_end(k, to)};
}

// What a source is said to say in few words: accused Holm «of taking cash», warned «of floods». It ends where the
// writer goes on: "a charge he denies".
std::vector<WordRange> told_of(const Phrases& ph, std::uint32_t verb, std::uint32_t to) {
  if (const auto fact = fact_told(ph, verb + 1, to)) return {*fact};
  const std::string_view lemma = ph.lexicon().word(ph.lexicon().lemma(ph.paragraph().words[verb].id));
  const bool accuses = lemma == "accuse";
  if (!accuses && lemma != "warn" && lemma != "complain") return {};
  std::uint32_t of = verb + 1;
  while (accuses && of < to && of < verb + agent_reach && !ph.word(of, "of") && !ph.stop(of) && !ph.comma(of)) ++of;
  const bool about = ph.word(of, "of") || (!accuses && ph.word(of, "about"));
  if (of + 2 >= to || !about) return {};
  std::uint32_t end = of + 1;
  while (end < to && !ph.stop(end) && !ph.comma(end) && !ph.dash(end) &&
         !(ph.word(end, "and") && end + 1 < to && ph.is(end + 1, WordClass::say_verb)))
    ++end;
  return {{of, end}};
}

// Ruiz pointed to the flood; the board condemned the theft: somebody speaks of it, though no words of his are given.
std::optional<Attribution> known_stand(const Phrases& ph, WordRange subject, std::uint32_t verb, std::uint32_t to) {
  if (verb + 1 >= to || ph.word(subject.last - 1, "'s")) return std::nullopt;
  // "a scheme called Vella", "the court's questions and": the verb has its thing behind it.
  const std::uint32_t next = verb + 1;
  const bool thing = ph.is(next, WordClass::determiner) || ph.paragraph().words[next].has(Word::capital) ||
                     ph.paragraph().words[next].kind == WordKind::number || ph.is(next, WordClass::preposition) ||
                     ph.is(next, WordClass::quantity_word) || ph.is(next, WordClass::speaker_role) ||
                     ph.is(next, WordClass::change_word);
  if (!thing || ph.lexicon().word(ph.lexicon().lemma(ph.paragraph().words[verb].id)) == "call") return std::nullopt;
  // "Ruiz toured the yard and took questions": the verb stands before, and this is its object.
  for (std::uint32_t k = subject.first; k < subject.last; ++k)
    if (!ph.paragraph().words[k].has(Word::capital) && ph.is(k, WordClass::irregular_past)) return std::nullopt;
  const Source who = judge_source(ph, subject);
  if (!who.named && who.type != SourceType::official_unnamed && !fact_told(ph, next, to)) return std::nullopt;
  return made(ph, subject, {verb, verb + 1}, told_of(ph, verb, to), ScopeRule::stance);
}

// Accused of theft by the board: who did it stands behind.
std::optional<Attribution> known_agent(const Phrases& ph, std::uint32_t verb, std::uint32_t to) {
  if (ph.lexicon().word(ph.lexicon().lemma(ph.paragraph().words[verb].id)) == "call") return std::nullopt;
  for (std::uint32_t k = verb + 1; k + 1 < std::min(to, verb + agent_reach); ++k) {
    if (ph.stop(k)) return std::nullopt;
    if (!ph.word(k, "by")) continue;
    const auto agent = ph.noun_phrase_at(k + 1, to);
    if (!agent || !judge_source(ph, *agent).named) return std::nullopt;
    return made(ph, agent, {verb, verb + 1}, {}, ScopeRule::stance);
  }
  return std::nullopt;
}

}  // namespace

std::optional<WordRange> fact_told(const Phrases& ph, std::uint32_t k, std::uint32_t to) {
  if (ph.word(k, "to")) ++k;
  if (k + 3 >= to || !ph.word(k, "the") || ph.paragraph().text(k + 1) != "fact" || !ph.word(k + 2, "that"))
    return std::nullopt;
  return WordRange{k + 2, ph.clause_end(k + 2, to)};
}

std::optional<Attribution> read_stance(const Phrases& ph, const Cue& cue) {
  const std::uint32_t from = cue.bounds.first;
  std::uint32_t verb = cue.word;
  if (ph.word(verb, "point") || ph.word(verb, "points") || ph.word(verb, "pointed"))
    if (verb + 1 >= cue.bounds.last || !ph.word(verb + 1, "to")) return std::nullopt;
  if (verb > from + 2 && ph.word(verb - 1, "to")) {
    if (!done_at(ph, verb - 2)) return std::nullopt;
    verb -= 2;
    if (ph.word(verb, "on") && verb > from + 1) --verb;
  }
  const bool past = ph.paragraph().text(verb).ends_with("ed");
  if (past && verb == cue.word)
    if (auto agent = known_agent(ph, verb, cue.bounds.last)) return agent;
  const auto subject = ph.subject_before(verb, from);
  if (!subject || subject->words.last != subject->verb) return std::nullopt;
  // "were criticised": the crowd suffers it; "was quick to" is no passive.
  if (verb == cue.word && be_before(ph, {subject->verb, verb}) && !ph.paragraph().text(verb).ends_with("ing"))
    return std::nullopt;
  const auto holder = crowd_before(ph, subject->words.last, from);
  if (!holder) return known_stand(ph, subject->words, cue.word, cue.bounds.last);
  const auto content = object(ph, *holder, cue);
  if (!content || content->empty() || !names_it(ph, cue.word, *content)) return std::nullopt;
  return made(ph, holder, {cue.word, cue.word + 1}, {*content}, ScopeRule::stance);
}

}  // namespace stet
