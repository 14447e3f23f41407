#include "facts/claim_signs.h"

#include <algorithm>

namespace stet {

namespace {

bool any(const Phrases& ph, std::uint32_t i, std::initializer_list<std::string_view> small) {
  return std::find(small.begin(), small.end(), ph.paragraph().text(i)) != small.end();
}

// Does the clause say who did it: "by" behind the word?
bool has_agent(const Phrases& ph, std::uint32_t i, WordRange clause) {
  for (std::uint32_t k = i + 1; k < clause.last; ++k)
    if (ph.word(k, "by")) return true;
  return false;
}

// Nouns of wrongs: a topic (fears of corruption, a fraud case) until somebody's.
bool wrong_as_noun(const Phrases& ph, std::uint32_t i) {
  return any(ph, i,
             {"corruption", "fraud", "bribery", "cover", "embezzlement", "extortion", "forgery", "plagiarism",
              "genocide", "atrocity", "atrocities", "smugglers", "rapist", "rapes"});
}

}  // namespace

bool changes(const Phrases& ph, std::uint32_t i, WordRange clause) {
  const Paragraph& p = ph.paragraph();
  if (i + 1 < p.words.size())
    for (const std::string_view particle : {"up", "down", "off", "out", "apart", "through"})
      if (p.text(i + 1) == particle) return false;
  if (i == clause.first) return true;
  // "the potential to improve": not yet. "gained another boost": no more nor less of anything.
  if (ph.word(i - 1, "to")) return false;
  if (any(ph, i - 1, {"another", "a", "the"}) && !(i + 1 < clause.last && any(ph, i + 1, {"in", "of", "to"})))
    return false;
  if (!p.text(i).ends_with("ing")) return true;
  return ph.is(i - 1, WordClass::auxiliary) || ph.adverb(i - 1);
}

bool stands_alone(const Phrases& ph, std::uint32_t i, WordRange clause) {
  const Paragraph& p = ph.paragraph();
  if (i + 1 < clause.last && p.words[i + 1].is_mark(U'-')) return false;
  for (std::uint32_t k = i; k > clause.first && k + 5 > i; --k)
    if (ph.word(k - 1, "of") && k > clause.first + 1 && any(ph, k - 2, {"one", "some"})) return false;
  // "its largest" is measured by itself alone; "the second largest" by the first.
  if (i > clause.first && any(ph, i - 1, {"its", "his", "her", "their", "my", "our", "your"})) return false;
  // What is the best is an opinion, unless it is the best in years.
  const std::string_view t = ph.lexicon().word(p.words[i].id);
  if (t != "best" && t != "worst" && t != "greatest") return true;
  for (std::uint32_t k = i + 1; k < clause.last; ++k)
    for (const std::string_view scope : {"since", "ever", "history", "record", "years", "decades"})
      if (p.text(k) == scope) return true;
  return false;
}

bool counts(const Phrases& ph, std::uint32_t i, WordRange clause) {
  const Paragraph& p = ph.paragraph();
  if (!ph.word(i, "most")) return i == clause.first || !ph.word(i - 1, "most");
  if (i + 2 >= clause.last || ph.adverb(i + 1) || p.words[i + 2].kind == WordKind::mark) return false;
  if (i == clause.first || p.words[i].has(Word::starts_sentence)) return true;
  // "forgotten by the banks and most of the world": no subject.
  if (ph.word(i + 1, "of")) return !ph.word(i - 1, "and") && !ph.word(i - 1, "by");
  return any(ph, i - 1, {"that", "but"}) ||
         (ph.is(i - 1, WordClass::preposition) && !ph.is(i - 1, WordClass::determiner));
}

bool brings_about(const Phrases& ph, WordRange words) {
  const Paragraph& p = ph.paragraph();
  // "the “vinegar march” (due to the vinegar)": where a name comes from.
  if (words.first > 0 && ph.mark(words.first - 1, U'(')) return false;
  if (words.first == 0 || words.last >= p.words.size() || !ph.word(words.last - 1, "to")) return true;
  // "is due to open in May": what is due is yet to come, where it is no thing.
  const bool scheduled = ph.is(words.first - 1, WordClass::auxiliary) && !ph.is(words.last, WordClass::determiner);
  // "the team which she led to its first cup", "they were led to a room": somebody is led.
  const bool led =
      ph.word(words.first, "led") &&
      (ph.is(words.first - 1, WordClass::auxiliary) ||
       (ph.is(words.first - 1, WordClass::subject_pronoun) && !any(ph, words.first - 1, {"this", "that", "it"})));
  return !scheduled && !led;
}

bool gives_cause(const Phrases& ph, std::uint32_t i, WordRange clause) {
  // "is intriguing because": why it is held to be so.
  return i < clause.first + 2 || !any(ph, i, {"because"}) || !any(ph, i - 2, {"is", "are", "was", "were"});
}

bool accuses(const Phrases& ph, std::uint32_t i, WordRange clause) {
  const bool first = i == clause.first;
  if (wrong_as_noun(ph, i)) {
    // "Holm's corruption", "the corruption of the board"
    const bool owned = !first && (ph.word(i - 1, "'s") || any(ph, i - 1, {"his", "her", "their", "its"}));
    return owned;
  }
  if (any(ph, i, {"corrupt", "abused", "abusive"})) return !first && ph.is(i - 1, WordClass::auxiliary);
  if (first) return true;
  // "a mission to steal the plans": wanted, not done; but "tried to bribe".
  if (ph.word(i - 1, "to"))
    return i > clause.first + 1 &&
           any(ph, i - 2, {"tried", "conspired", "plotted", "helped", "continued", "attempted"});
  // "the stolen boat", "had his glasses stolen": a crime without a culprit.
  const std::string_view t = ph.lexicon().word(ph.paragraph().words[i].id);
  if (t == "stolen" && !ph.is(i - 1, WordClass::auxiliary) && !ph.adverb(i - 1)) return has_agent(ph, i, clause);
  return !any(ph, i - 1, {"not", "never"});
}

bool stands_with_law(const Phrases& ph, std::uint32_t i, WordRange clause) {
  const Paragraph& p = ph.paragraph();
  if (i + 1 < clause.last) {
    // "convicted criminals": which ones, not that they were.
    const std::string_view next = p.text(i + 1);
    const bool noun = p.words[i + 1].kind == WordKind::word && next.ends_with("s") &&
                      !ph.is(i + 1, WordClass::preposition) && !ph.is(i + 1, WordClass::determiner);
    if (noun && (i == clause.first || !ph.is(i - 1, WordClass::auxiliary))) return false;
  }
  // "can be sentenced", "have often been convicted": how it goes, not what happened.
  for (std::uint32_t k = i; k > clause.first && k + 5 > i; --k)
    if (any(ph, k - 1,
            {"can", "could", "may", "might", "would", "will", "should", "must", "often", "usually", "sometimes",
             "rarely", "be"}))
      return false;
  return true;
}

}  // namespace stet
