// Clauses around a word: where one begins, and where it ends.
#include <algorithm>

#include "facts/phrase.h"

namespace stet {

namespace {

constexpr std::uint32_t longest_aside = 12;

}  // namespace

bool Phrases::clause_at(std::uint32_t i, std::uint32_t to) const {
  while (i < to && (adverb(i) || opens_quotation(i))) ++i;
  if (i >= to) return false;
  const Word& w = p_.words[i];
  if (w.kind == WordKind::opaque || (w.kind == WordKind::mark && !mark(i, U'$') && !mark(i, U'€') && !mark(i, U'£')))
    return false;
  if (is(i, WordClass::preposition) || is(i, WordClass::auxiliary)) return false;
  // "said it before": an object, where no verb follows.
  if (word(i, "it") && (i + 1 >= to || stop(i + 1) || comma(i + 1) || opens_quotation(i + 1) ||
                        is(i + 1, WordClass::preposition) || is(i + 1, WordClass::conjunction) || word(i + 1, "again")))
    return false;
  if (is(i, WordClass::subject_pronoun) && !is(i, WordClass::determiner)) return true;
  if (word(i, "there")) return true;
  const std::uint32_t end = std::min(to, i + 14);
  bool relative = false;  // "a penalty which the referee awarded": the verb is the relative clause's
  for (std::uint32_t k = i + 1; k < end; ++k) {
    if (stop(k)) return false;
    // "mentioned a cousin, Holm, when asked" is no clause; "said Holm, the cousin, had gone" is.
    if (comma(k)) {
      const std::uint32_t after = aside_end(k, to);
      if (after == k) return false;
      k = after;
      continue;
    }
    if (word(k, "who") || word(k, "which") || word(k, "whose") || word(k, "whom")) relative = true;
    if (!finite_at(k)) continue;
    if (!relative) return true;
    relative = false;
    while (k + 1 < end && (is(k + 1, WordClass::auxiliary) || finite_at(k + 1))) ++k;
  }
  return false;
}

// A word that is surely a clause's verb: an auxiliary, a past form, a verb of saying.
bool Phrases::finite_at(std::uint32_t k) const {
  if (is(k, WordClass::auxiliary)) return !word(k, "been") && !word(k, "being") && !word(k, "having");
  if (p_.words[k].kind != WordKind::word || p_.words[k].has(Word::capital)) return false;
  const std::string_view t = p_.text(k);
  if (t.size() > 4 && t.ends_with("ed") && !is(k - 1, WordClass::determiner)) return true;
  if (is(k, WordClass::say_verb) || is(k, WordClass::evidence_verb)) return true;
  return is(k, WordClass::irregular_past) && !is(k - 1, WordClass::determiner) && !is(k - 1, WordClass::preposition);
}

// "the plan, although not perfect, was good": the comma at which an aside that begins at a comma ends, where the
// clause's verb follows it; else the first comma.
std::uint32_t Phrases::aside_end(std::uint32_t first, std::uint32_t to) const {
  std::uint32_t k = first + 1;
  while (k < to && k - first < longest_aside && !comma(k) && !stop(k)) ++k;
  return k + 1 < to && comma(k) && is(k + 1, WordClass::auxiliary) ? k : first;
}

// "the driver was drunk": a determiner or a name, and close behind it a verb that is not set back in time.
bool Phrases::own_clause(std::uint32_t i, std::uint32_t to) const {
  if (i >= to || word(i, "that") || !(is(i, WordClass::determiner) || p_.words[i].has(Word::capital))) return false;
  const std::uint32_t end = std::min(to, i + 6);
  for (std::uint32_t k = i + 1; k < end; ++k) {
    if (p_.words[k].kind == WordKind::mark || is(k, WordClass::preposition)) return false;
    if (word(k, "would") || word(k, "had") || word(k, "could") || word(k, "might")) return false;
    if (word(k, "is") || word(k, "was") || word(k, "are") || word(k, "were") || word(k, "has") || word(k, "have"))
      return true;
  }
  return false;
}

std::uint32_t Phrases::clause_end(std::uint32_t i, std::uint32_t to) const {
  std::uint32_t end = to;
  std::uint32_t brackets = 0;
  bool modal = false;
  const auto past_verb = [&](std::uint32_t k) {
    return is(k, WordClass::irregular_past) ||
           (p_.words[k].kind == WordKind::word && p_.text(k).size() > 4 && p_.text(k).ends_with("ed") &&
            (is(k + 1, WordClass::determiner) || p_.words[k + 1].has(Word::capital) ||
             is(k + 1, WordClass::preposition)));
  };
  for (std::uint32_t k = i; k < to; ++k) {
    if (p_.words[k].has(Word::in_quotation) != p_.words[i].has(Word::in_quotation)) continue;
    // "(Ruiz, 2010; Holm, 2011)" does not end the clause it stands in.
    if (mark(k, U'(')) ++brackets;
    else if (mark(k, U')') && brackets > 0) --brackets;
    if (brackets > 0) continue;
    if (mark(k, U';')) {
      end = k;
      break;
    }
    // "said it had failed and said so again": the next saying is another one.
    if (k > i && word(k, "and") && k + 1 < to && is(k + 1, WordClass::say_verb) && is(k + 1, WordClass::clause_verb)) {
      end = k;
      break;
    }
    // "said it would close and thanked them": behind a modal verb the past is the sentence's own.
    if (is(k, WordClass::conjunction) && !word(k, "and")) modal = false;
    modal = modal || word(k, "would") || word(k, "will") || word(k, "could") || word(k, "should");
    if (modal && k > i + 2 && word(k, "and") && k + 2 < to && past_verb(k + 1)) {
      end = k;
      break;
    }
    if (!(comma(k) || dash(k)) || k + 1 >= to) continue;
    // "said that, although talks had begun, no deal was near"
    if (comma(k) && k == i + 1 && word(i, "that")) {
      while (k + 1 < to && !comma(k + 1) && !stop(k + 1)) ++k;
      ++k;
      continue;
    }
    if ((word(k + 1, "although") || word(k + 1, "though")) && aside_end(k, to) != k) {
      k = aside_end(k, to);
      continue;
    }
    if (word(k + 1, "but") || word(k + 1, "although") || word(k + 1, "though") || word(k + 1, "whereas") ||
        word(k + 1, "adding") || word(k + 1, "saying") || word(k + 1, "citing") || word(k + 1, "according") ||
        word(k + 1, "referring")) {
      end = k;
      break;
    }
    // "said it was stolen, and the driver was drunk": a clause with a subject of its own; backshift keeps it.
    if (word(k + 1, "and") && !mark(k, U'—') && own_clause(k + 2, to)) {
      end = k;
      break;
    }
    if (word(k + 1, "while") && clause_at(k + 2, to)) {
      end = k;
      break;
    }
  }
  // The stop belongs to the sentence, not to what is said.
  while (end > i && (stop(end - 1) || comma(end - 1)) && end - 1 > i) --end;
  return end;
}

std::uint32_t Phrases::conceded_end(std::uint32_t i, std::uint32_t to) const {
  std::uint32_t brackets = 0;
  for (std::uint32_t k = i; k < to; ++k) {
    if (p_.words[k].has(Word::in_quotation)) continue;
    if (mark(k, U'(')) ++brackets;
    else if (mark(k, U')') && brackets > 0) --brackets;
    else if (comma(k) && brackets == 0 && clause_at(k + 1, to)) return k;
  }
  return to;
}

}  // namespace stet
