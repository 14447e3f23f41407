#include "facts/phrase.h"

#include <algorithm>

#include "prose/fold.h"

namespace stet {

namespace {

constexpr std::uint32_t longest_phrase = 30;  // words of a subject; longer ones are cut

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
  if (is(i, WordClass::subject_pronoun) || word(i, "another")) return true;
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
      const bool inner = one_of(w, inner_marks) && i > from && !w.has(Word::starts_sentence) && !closes_quotation(i);
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
      // "Lind and colleagues"
      const bool with_others = word(i, "and") && i > from && p_.words[i - 1].has(Word::capital) &&
                               (p_.text(b) == "colleagues" || word(b, "others"));
      if (!joins && !with_others) break;
    } else if (is(i, WordClass::subject_pronoun) && !is(i, WordClass::determiner) && b != end) {
      break;
    } else if (b != end && w.kind == WordKind::word && !w.has(Word::capital) &&
               (is(i, WordClass::say_verb) || is(i, WordClass::mind_verb)) && !is(i, WordClass::reporting_noun) &&
               !is(i, WordClass::document_noun) && !word(b, "by") && !word(i, "state")) {
      // "emails seen by the Herald": the verb is a participle, and the emails speak.
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

// However, of course, for one: words between two commas that tell nothing of who stands before them.
bool Phrases::mere_aside(WordRange words) const {
  const bool phrase = is(words.first, WordClass::preposition) && words.size() <= 3;
  for (std::uint32_t i = words.first; i < words.last; ++i)
    if (p_.words[i].kind != WordKind::word || (!adverb(i) && (!phrase || p_.words[i].has(Word::capital)))) return false;
  return true;
}

std::optional<Subject> Phrases::subject_before(std::uint32_t i, std::uint32_t from) const {
  std::uint32_t e = i;
  // "remains convinced that": a verb of being like the auxiliaries.
  while (e > from &&
         (is(e - 1, WordClass::auxiliary) || adverb(e - 1) || word(e - 1, "remains") || word(e - 1, "seems")) &&
         !is(e - 1, WordClass::crowd) && !(is(e - 1, WordClass::speaker_role)))
    --e;
  if (e == from) return std::nullopt;
  Subject out;
  out.verb = e;
  e = before_brackets(e, from);
  // "Ruiz, the minister, said": what stands between two commas belongs to the phrase before them.
  std::uint32_t head_end = e;
  if (comma(e - 1) || dash(e - 1)) {
    const bool commas = comma(e - 1);
    const auto same = [&](std::uint32_t k) { return commas ? comma(k) : dash(k); };
    std::uint32_t k = e - 1;
    while (k > from && !same(k - 1) && !stop(k - 1) && !closes_quotation(k - 1) && e - k < longest_phrase) --k;
    if (k == from || !same(k - 1) || k - 1 <= from) return std::nullopt;
    head_end = k - 1;
    if (head_end == from || !ends_noun_phrase(head_end - 1)) return std::nullopt;
    // "Ruiz, however, said", "Ruiz, of course, said": no part of the name.
    if (mere_aside({k, e - 1})) e = head_end;
  }
  if (!ends_noun_phrase(head_end - 1)) return std::nullopt;
  std::uint32_t b = phrase_begin(head_end, from);
  // "a player who asked not to be named said"
  if (b > from && word(b - 1, "be") && head_end == e) {
    constexpr std::uint32_t longest_relative = 8;
    for (std::uint32_t k = b - 1; k > from + 1 && b - k < longest_relative && p_.words[k].kind == WordKind::word; --k)
      if (word(k, "who") && ends_noun_phrase(k - 1)) {
        b = phrase_begin(k, from);
        break;
      }
  }
  // "the man who robbed the bank said"
  // But "the smell, which the mayor called bad": the clause has a subject of its own.
  const bool own = b < head_end && (is(b, WordClass::determiner) || is(b, WordClass::subject_pronoun) ||
                                    p_.words[b].has(Word::capital));
  if (b > from && b < head_end && !own && (word(b - 1, "who") || word(b - 1, "which"))) {
    std::uint32_t head = b - 1;
    if (head > from && comma(head - 1)) --head;
    // "the mayor, who last year said": the verb is the relative clause's.
    const bool when = head_end - b <= 2 && is(head_end - 1, WordClass::time_unit);
    if (head > from && ends_noun_phrase(head - 1)) {
      b = phrase_begin(head, from);
      if (when) head_end = e = head;
    }
  }
  while (b < head_end && p_.words[b].kind == WordKind::mark && (!one_of(p_.words[b], U"$€£’'") || closes_quotation(b)))
    ++b;
  // "reported that police said": the complementizer is not theirs.
  if (b + 1 < head_end && word(b, "that") && b > from &&
      (is(b - 1, WordClass::say_verb) || is(b - 1, WordClass::mind_verb) || is(b - 1, WordClass::evidence_verb)))
    ++b;
  // "Yesterday the mayor said", "Monday Holm said": when he said it is no part of the name.
  const bool when = is(b, WordClass::weekday) || is(b, WordClass::clause_adverb);
  if (b + 1 < head_end && when && p_.words[b].has(Word::starts_sentence) &&
      (is(b + 1, WordClass::determiner) || p_.words[b + 1].has(Word::capital)))
    ++b;
  if (b >= head_end) return std::nullopt;
  // "Lena Ortiz, curator of boats at the Museum of Vella, Corvane, said": the name is two commas back.
  if (head_end != e && b > from + 1 && comma(b - 1) && !p_.words[b].has(Word::capital) &&
      !is(b, WordClass::determiner) && !is(b, WordClass::preposition) && p_.words[b - 2].has(Word::capital) &&
      ends_noun_phrase(b - 2)) {
    head_end = b - 1;
    b = phrase_begin(head_end, from);
  }
  // "In a statement the company said", "On Monday police said"; but "Per Holm said" is a man.
  const bool given_name =
      word(b, "per") && p_.words[b].has(Word::capital) && b + 1 < head_end && p_.words[b + 1].has(Word::capital);
  if (is(b, WordClass::preposition) && !given_name) {
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
               !word(e, "from") && !(word(e, "to") && p_.text(e - 1) == "close") &&
               !(word(e, "by") && (is(e - 1, WordClass::document_noun) || is(e - 1, WordClass::study_noun)))) {
      break;
    } else if (e > i && (is(e, WordClass::weekday) || word(e, "that") ||
                         (is(e, WordClass::subject_pronoun) && !is(e, WordClass::determiner)))) {
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
  // "and most importantly we need"
  while (i + 1 < s.last && (adverb(i) || (word(i, "most") && adverb(i + 1)))) ++i;
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
      // "Ruiz went on to say"
      if (word(e, "went") || word(e, "began")) break;
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

}  // namespace stet
