#include "facts/phrase.h"

#include <algorithm>

#include "prose/fold.h"

namespace stet {

namespace {

constexpr std::uint32_t longest_phrase = 30;  // words of a subject; longer ones are cut

constexpr std::uint32_t longest_aside = 12;

bool one_of(const Word& w, std::u32string_view marks) {
  return w.kind == WordKind::mark && marks.find(static_cast<char32_t>(w.id & ~mark_bit)) != std::u32string_view::npos;
}

// Marks inside a noun phrase: B&Q, "U.N. Secretary", Jean-Luc, the '90s, Yahoo!’s.
constexpr std::u32string_view inner_marks = U"-–&./’'‑$€£%";

}  // namespace

bool Phrases::closes_quotation(std::uint32_t i) const {
  return one_of(p_.words[i], U"”’»\"'“") && i > 0 &&
         (p_.words[i - 1].has(Word::in_quotation) || p_.words[i - 1].kind == WordKind::mark) &&
         !p_.words[i].has(Word::in_quotation) && !p_.words[i].has(Word::space_before);
}

bool Phrases::opens_quotation(std::uint32_t i) const {
  return one_of(p_.words[i], U"“‘«\"'„") && i + 1 < p_.words.size() && p_.words[i + 1].has(Word::in_quotation) &&
         !p_.words[i].has(Word::in_quotation);
}

bool Phrases::dash(std::uint32_t i) const { return one_of(p_.words[i], U"—–"); }
bool Phrases::stop(std::uint32_t i) const { return one_of(p_.words[i], U".?!…;"); }

bool Phrases::adverb(std::uint32_t i) const {
  if (p_.words[i].kind != WordKind::word) return false;
  if (is(i, WordClass::clause_adverb)) return true;
  const std::string_view t = p_.text(i);
  return t.size() > 4 && t.ends_with("ly") && !p_.words[i].has(Word::capital);
}

std::optional<WordRange> Phrases::listed_before(std::uint32_t end, WordClass c) const {
  auto hit = std::lower_bound(p_.phrases.begin(), p_.phrases.end(), end,
                              [](const PhraseHit& h, std::uint32_t word) { return h.words.first < word; });
  while (hit != p_.phrases.begin()) {
    --hit;
    if (end - hit->words.first > longest_phrase) break;
    if (hit->words.last == end && lexicon_.phrase_is(hit->phrase, c)) return hit->words;
  }
  return std::nullopt;
}

bool Phrases::ends_noun_phrase(std::uint32_t i) const {
  const Word& w = p_.words[i];
  if (w.kind == WordKind::mark) return one_of(w, U"%’'.") && i > 0 && p_.words[i - 1].kind != WordKind::mark;
  if (w.kind == WordKind::opaque) return false;
  if (w.kind == WordKind::number) return true;
  if (is(i, WordClass::subject_pronoun)) return true;
  return !is(i, WordClass::preposition) && !is(i, WordClass::auxiliary) &&
         !(is(i, WordClass::conjunction) && !w.has(Word::capital)) &&
         !(is(i, WordClass::determiner) && !is(i, WordClass::crowd) && !is(i, WordClass::subject_pronoun));
}

// Where the noun phrase whose last word is end - 1 begins.
std::uint32_t Phrases::phrase_begin(std::uint32_t end, std::uint32_t from) const {
  std::uint32_t b = end;
  // "last year we": a pronoun has nothing before it.
  if (end > from && is(end - 1, WordClass::subject_pronoun) && !is(end - 1, WordClass::determiner) &&
      !is(end - 1, WordClass::conjunction))
    return end - 1;
  while (b > from && end - b < longest_phrase) {
    const std::uint32_t i = b - 1;
    const Word& w = p_.words[i];
    if (w.kind == WordKind::mark) {
      // "a Harbour Board (HB) source"
      if (w.is_mark(U')') && b < end && i > from + 3 && mark(i - 2, U'(') && p_.words[i - 1].has(Word::capitals)) {
        b = i - 2;
        continue;
      }
      const bool inner = one_of(w, inner_marks) && i > from && !w.has(Word::starts_sentence);
      if (!inner) break;
    } else if (w.kind == WordKind::opaque) {
      break;
    } else if (is(i, WordClass::auxiliary)) {
      break;
    } else if (is(i, WordClass::conjunction) && !is(i, WordClass::preposition) && !is(i, WordClass::determiner)) {
      // "Ruiz and Holm", "the city and county": and joins two nouns where what follows is no clause's pronoun.
      const bool joins = word(i, "and") && i > from && b < end + 1 && ends_noun_phrase(i - 1) &&
                         !is(b, WordClass::determiner) && !is(b, WordClass::subject_pronoun) &&
                         p_.words[i - 1].has(Word::capital) == p_.words[b].has(Word::capital);
      if (!joins) break;
    } else if (is(i, WordClass::subject_pronoun) && !is(i, WordClass::determiner) && b != end) {
      break;
    } else if (b != end && w.kind == WordKind::word && !w.has(Word::capital) &&
               (is(i, WordClass::say_verb) || is(i, WordClass::mind_verb)) && !is(i, WordClass::reporting_noun) &&
               !is(i, WordClass::document_noun)) {
      break;
    }
    b = i;
  }
  return b;
}

// "Coase (1937) argues", "Coase [13, 14] argues": the words before the brackets that end at e.
std::uint32_t Phrases::before_brackets(std::uint32_t e, std::uint32_t from) const {
  if (!mark(e - 1, U')') && !mark(e - 1, U']')) return e;
  std::uint32_t k = e - 1;
  while (k > from && e - k < longest_phrase && !mark(k, U'(') && !mark(k, U'[')) --k;
  return k > from && (mark(k, U'(') || mark(k, U'[')) ? k : e;
}

std::optional<Subject> Phrases::subject_before(std::uint32_t i, std::uint32_t from) const {
  std::uint32_t e = i;
  while (e > from && (is(e - 1, WordClass::auxiliary) || adverb(e - 1)) && !is(e - 1, WordClass::crowd) &&
         !(is(e - 1, WordClass::speaker_role)))
    --e;
  if (e == from) return std::nullopt;
  Subject out;
  out.verb = e;
  e = before_brackets(e, from);
  // "Ruiz, the minister, said": what stands between two commas belongs to the phrase before them.
  std::uint32_t head_end = e;
  if (comma(e - 1)) {
    std::uint32_t k = e - 1;
    while (k > from && !comma(k - 1) && !stop(k - 1) && !closes_quotation(k - 1) && e - k < longest_phrase) --k;
    if (k == from || !comma(k - 1) || k - 1 <= from) return std::nullopt;
    head_end = k - 1;
    if (head_end == from || !ends_noun_phrase(head_end - 1)) return std::nullopt;
  }
  if (!ends_noun_phrase(head_end - 1)) return std::nullopt;
  std::uint32_t b = phrase_begin(head_end, from);
  // "the man who robbed the bank said"
  if (b > from && b < head_end && (word(b - 1, "who") || word(b - 1, "which"))) {
    std::uint32_t head = b - 1;
    if (head > from && comma(head - 1)) --head;
    if (head > from && ends_noun_phrase(head - 1)) b = phrase_begin(head, from);
  }
  while (b < head_end && p_.words[b].kind == WordKind::mark && !one_of(p_.words[b], U"$€£’'")) ++b;
  // "reported that police said": the complementizer is not theirs.
  if (b + 1 < head_end && word(b, "that") && b > from &&
      (is(b - 1, WordClass::say_verb) || is(b - 1, WordClass::mind_verb) || is(b - 1, WordClass::evidence_verb)))
    ++b;
  if (b >= head_end) return std::nullopt;
  // "Lena Ortiz, curator of boats at the Museum of Vella, Corvane, said": the name is two commas back.
  if (head_end != e && b > from + 1 && comma(b - 1) && !p_.words[b].has(Word::capital) &&
      !is(b, WordClass::determiner) && !is(b, WordClass::preposition) && p_.words[b - 2].has(Word::capital) &&
      ends_noun_phrase(b - 2)) {
    head_end = b - 1;
    b = phrase_begin(head_end, from);
  }
  // "In a statement the company said", "On Monday police said"
  if (is(b, WordClass::preposition)) {
    std::uint32_t best = b;
    for (std::uint32_t k = b + 1; k < head_end; ++k)
      if ((is(k, WordClass::determiner) || is(k, WordClass::subject_pronoun)) && !is(k - 1, WordClass::preposition))
        best = k;
    if (best == b) {
      best = head_end - 1;
      while (best > b + 1 && p_.words[best].has(Word::capital) && p_.words[best - 1].has(Word::capital) &&
             !is(best - 1, WordClass::month) && !is(best - 1, WordClass::weekday))
        --best;
    }
    b = best;
  }
  out.words = {b, head_end == e ? e : e - 1};
  if (head_end != e && e - head_end > longest_phrase) out.words.last = head_end;
  out.comma_before = b > from && (comma(b - 1) || dash(b - 1) || closes_quotation(b - 1));
  return out;
}

std::optional<WordRange> Phrases::noun_phrase_at(std::uint32_t i, std::uint32_t to) const {
  std::uint32_t e = i;
  while (e < to && e - i < longest_phrase) {
    const Word& w = p_.words[e];
    if (w.kind == WordKind::opaque) break;
    if (w.kind == WordKind::mark) {
      const bool inner = one_of(w, inner_marks) && e > i && e + 1 < to && !(w.is_mark(U'.') && e + 1 == to) &&
                         (!w.has(Word::space_before) || w.is_mark(U'&') || w.is_mark(U'$'));
      if (!inner) break;
      if (w.is_mark(U'.') && p_.words[e - 1].kind == WordKind::word && p_.text(e - 1).size() > 4) break;
    } else if (is(e, WordClass::auxiliary) && e > i) {
      break;
    } else if (is(e, WordClass::conjunction) && !is(e, WordClass::determiner)) {
      const bool joins = word(e, "and") && e > i && e + 1 < to && p_.words[e + 1].has(Word::capital) &&
                         p_.words[e - 1].has(Word::capital);
      if (!joins) break;
    } else if (is(e, WordClass::preposition) && e > i && !word(e, "of") && !word(e, "for") && !word(e, "at") &&
               !word(e, "from") &&
               !(word(e, "by") && (is(e - 1, WordClass::document_noun) || is(e - 1, WordClass::study_noun)))) {
      break;
    } else if (is(e, WordClass::weekday) && e > i) {
      break;
    } else if (e > i && !w.has(Word::capital) && is(e, WordClass::determiner) && p_.words[e - 1].has(Word::capital) &&
               !is(e - 1, WordClass::determiner) && !is(e - 1, WordClass::preposition)) {
      // "told BBC News every claim will be read": another noun phrase.
      break;
    }
    ++e;
  }
  while (e > i && (is(e - 1, WordClass::preposition) || is(e - 1, WordClass::determiner) || adverb(e - 1)) && e - i > 1)
    --e;
  if (e == i) return std::nullopt;
  return WordRange{i, e};
}

std::optional<WordRange> Phrases::main_subject(WordRange s) const {
  std::uint32_t i = s.first;
  while (i < s.last && p_.words[i].kind == WordKind::mark) ++i;
  // "While France spoke, Ruiz …", "In May, Ruiz …": the subject stands behind what the sentence opens with.
  const bool joins = i < s.last && (word(i, "and") || word(i, "but") || word(i, "or") || word(i, "so") ||
                                    word(i, "yet") || word(i, "nor"));
  if (joins) ++i;
  if (i < s.last && (is(i, WordClass::preposition) || is(i, WordClass::conjunction))) {
    std::uint32_t k = i;
    while (k < s.last && !comma(k) && k - i < longest_phrase) ++k;
    if (k < s.last && comma(k)) i = k + 1;
    else if (is(i, WordClass::conjunction)) ++i;
  }
  if (i >= s.last || is(i, WordClass::preposition)) return std::nullopt;
  std::uint32_t e = i;
  while (e < s.last && e - i < longest_phrase) {
    const Word& w = p_.words[e];
    if (w.kind == WordKind::mark && !one_of(w, inner_marks)) break;
    if (is(e, WordClass::auxiliary) || (is(e, WordClass::conjunction) && !is(e, WordClass::determiner) && e > i)) break;
    if (e > i && w.kind == WordKind::word && !w.has(Word::capital)) {
      const std::string_view t = p_.text(e);
      if (t.size() > 3 && t.ends_with("ed")) break;
      if (is(e, WordClass::say_verb) || is(e, WordClass::label_verb) || is(e, WordClass::preposition)) break;
    }
    ++e;
    if (e == i + 1 && is(i, WordClass::subject_pronoun) && !is(i, WordClass::determiner)) break;
  }
  while (e > i && adverb(e - 1)) --e;
  if (e == i) return std::nullopt;
  return WordRange{i, e};
}

bool Phrases::month(std::uint32_t i) const {
  const Word& w = p_.words[i];
  return w.has(Word::capital) && !w.has(Word::starts_sentence) && lexicon_.is(w.id, WordClass::month);
}

bool Phrases::clause_at(std::uint32_t i, std::uint32_t to) const {
  while (i < to && (adverb(i) || opens_quotation(i))) ++i;
  if (i >= to) return false;
  const Word& w = p_.words[i];
  if (w.kind == WordKind::opaque || (w.kind == WordKind::mark && !one_of(w, U"$€£"))) return false;
  if (is(i, WordClass::preposition) || is(i, WordClass::auxiliary)) return false;
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
    if (!(comma(k) || dash(k)) || k + 1 >= to) continue;
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
