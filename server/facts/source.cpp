#include "facts/source.h"

#include <algorithm>

namespace stet {

namespace {

struct Seen {
  std::uint32_t capitals = 0, numbers = 0;
  bool crowd = false, role = false, document = false, study = false, outlet = false, anonymous = false, letters = false;
};

Seen look(const Phrases& ph, WordRange words) {
  Seen s;
  const Paragraph& p = ph.paragraph();
  for (std::uint32_t i = words.first; i < words.last; ++i) {
    const Word& w = p.words[i];
    if (w.kind == WordKind::number) ++s.numbers;
    if (w.kind != WordKind::word) continue;
    const bool listed = ph.is(i, WordClass::crowd) || ph.is(i, WordClass::speaker_role) ||
                        ph.is(i, WordClass::document_noun) || ph.is(i, WordClass::study_noun);
    const bool opens = w.has(Word::starts_sentence) || (i > 0 && ph.opens_quotation(i - 1));
    const bool capital = w.has(Word::capital) && !ph.is(i, WordClass::determiner) && !ph.is(i, WordClass::month) &&
                         !ph.is(i, WordClass::weekday) && !ph.is(i, WordClass::subject_pronoun) &&
                         !ph.is(i, WordClass::conjunction) && !ph.is(i, WordClass::preposition) &&
                         !(opens && (listed || ph.adverb(i) || i + 1 < words.last));
    s.capitals += capital ? 1 : 0;
    s.crowd = s.crowd || (ph.is(i, WordClass::crowd) && !(w.has(Word::capital) && !opens));
    s.role = s.role || ph.is(i, WordClass::speaker_role);
    s.document = s.document || ph.is(i, WordClass::document_noun);
    s.study = s.study || ph.is(i, WordClass::study_noun);
    s.outlet = s.outlet || (ph.is(i, WordClass::outlet_word) && w.has(Word::capital));
    s.anonymous = s.anonymous || ph.word(i, "source") || ph.word(i, "sources") || ph.word(i, "anonymous") ||
                  ph.word(i, "unnamed") || ph.word(i, "insider") || ph.word(i, "insiders");
    s.letters = s.letters || w.has(Word::capitals);
  }
  return s;
}

bool counted(const Phrases& ph, WordRange words) {
  static constexpr WordKey numbers[] = {"one",   "two",  "three", "four",   "five",   "six", "seven",
                                        "eight", "nine", "ten",   "eleven", "twelve", "a"};
  return std::any_of(std::begin(numbers), std::end(numbers), [&](WordKey n) { return ph.word(words.first, n); });
}

// "Nurses say", "Parents are": the capital is the sentence's, and the verb shows that no one person speaks.
bool plural_opener(const Phrases& ph, WordRange words) {
  if (words.size() != 1 || words.last >= ph.paragraph().words.size()) return false;
  if (!ph.paragraph().words[words.first].has(Word::starts_sentence)) return false;
  if (!ph.paragraph().text(words.first).ends_with("s")) return false;
  for (const WordKey& w : std::initializer_list<WordKey>{"say", "are", "were", "have", "fear", "believe", "worry",
                                                         "think", "argue", "claim", "warn", "hope", "expect", "want"})
    if (ph.word(words.last, w)) return true;
  return false;
}

// "a study by the council", "commissioned by the council": one knows whom to ask for it.
bool says_whose(const Phrases& ph, WordRange study) {
  for (std::uint32_t i = study.first; i + 1 < study.last; ++i)
    if ((ph.word(i, "by") || ph.word(i, "from")) && ph.word(i + 1, "the")) return true;
  return false;
}

}  // namespace

Source judge_source(const Phrases& ph, WordRange words) {
  if (words.empty()) return {};
  if (words.size() == 1 && ph.is(words.first, WordClass::subject_pronoun) && !ph.is(words.first, WordClass::crowd))
    return {SourceType::pronoun, 2, false};
  // "Ana Holm, the harbour director": the name tells, and not what she is.
  for (std::uint32_t i = words.first + 1; i < words.last; ++i)
    if (ph.comma(i)) {
      if (look(ph, {words.first, i}).capitals > 0) words.last = i;
      break;
    }
  const Seen s = look(ph, words);
  // "Western governments", "the mainstream media": nobody by that name.
  if (const auto listed = ph.listed_before(words.last, WordClass::crowd))
    if (listed->first >= words.first && listed->first <= words.first + 1) return {SourceType::collective, 0, false};
  if (s.capitals > 0) {
    if (s.outlet) return {SourceType::outlet, 2, true};
    if (s.study) return {SourceType::study, 2, true};
    if (s.document) return {SourceType::document, 2, true};
    const bool collective =
        ph.is(words.last - 1, WordClass::speaker_role) && !ph.is(words.first, WordClass::speaker_role);
    if (collective || (s.letters && s.capitals == 1)) return {SourceType::organisation, 2, true};
    if (plural_opener(ph, words)) return {SourceType::unknown, 1, false};
    if (ph.is(words.first, WordClass::determiner) && !s.role) return {SourceType::organisation, 2, true};
    return {SourceType::person, 3, true};
  }
  if (s.anonymous || withholds_name(ph, words)) return {SourceType::anonymous, 1, false};
  if (s.crowd) {
    if (s.numbers > 0 || counted(ph, words)) return {SourceType::anonymous, 1, false};
    return {SourceType::collective, 0, false};
  }
  const bool definite = ph.is(words.first, WordClass::determiner) && !ph.word(words.first, "a") &&
                        !ph.word(words.first, "an") && !ph.word(words.first, "some") && !ph.word(words.first, "many");
  if (s.study) return {SourceType::study, static_cast<std::uint8_t>(definite || says_whose(ph, words) ? 2 : 0), false};
  if (s.document) return {SourceType::document, static_cast<std::uint8_t>(definite ? 2 : 1), false};
  if (s.role) return {SourceType::official_unnamed, 2, false};
  return {SourceType::unknown, static_cast<std::uint8_t>(definite ? 2 : 1), false};
}

namespace {

// Words that no list holds are asked for by their letters.
bool text_any(const Phrases& ph, std::uint32_t i, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), ph.paragraph().text(i)) != words.end();
}

}  // namespace

std::uint32_t source_head(const Phrases& ph, WordRange words) {
  const Paragraph& p = ph.paragraph();
  std::uint32_t k = words.first;
  while (k + 1 < words.last) {
    const std::uint32_t next = k + 1;
    const bool joined = p.words[next].is_mark(U'-') || p.words[next].is_mark(U'.') || p.words[next].is_mark(U'’');
    if (p.words[next].kind == WordKind::mark && !joined) break;
    if (ph.is(next, WordClass::preposition) || ph.word(next, "who") ||
        text_any(ph, next, {"familiar", "close", "briefed"}))
      break;
    k = next;
  }
  return k;
}

bool unnamed_person(const Phrases& ph, WordRange words) {
  const Paragraph& p = ph.paragraph();
  if (words.empty()) return false;
  const std::uint32_t head = source_head(ph, words);
  const std::uint32_t next = head + 1;
  const bool opens = p.words[head].has(Word::starts_sentence) || (head > 0 && ph.opens_quotation(head - 1));
  if (p.words[head].has(Word::capital) && !opens) return false;
  // "a spokesman, Lena Ortiz"
  if (next + 1 < p.words.size() && ph.comma(next) && p.words[next + 1].has(Word::capital) &&
      !ph.is(next + 1, WordClass::weekday) && !ph.is(next + 1, WordClass::month))
    return false;
  if (text_any(ph, head, {"people", "People", "person", "someone", "somebody", "those"}))
    return next < p.words.size() && text_any(ph, next, {"familiar", "close", "briefed"});
  if (!ph.is(head, WordClass::unnamed_person)) return false;
  if (ph.word(head, "sources") || ph.word(head, "insiders")) return !ph.word(words.first, "the");
  const Word& first = p.words[words.first];
  for (const WordKey& w : std::initializer_list<WordKey>{"a", "an", "another", "several", "some"})
    if (ph.word(words.first, w)) return true;
  return first.kind == WordKind::number || (words.first != head && counted(ph, words));
}

bool withholds_name(const Phrases& ph, WordRange words) {
  for (std::uint32_t i = words.first; i < words.last; ++i) {
    if (text_any(ph, i, {"anonymity", "anonymously", "anonymous", "unnamed"})) return true;
    if (i < words.first + 2 || !text_any(ph, i, {"named", "identified"}) || !text_any(ph, i - 1, {"be"})) continue;
    for (std::uint32_t k = i - 1; k > words.first && k + 4 > i; --k)
      if (text_any(ph, k - 1, {"not", "declined", "refused"})) return true;
  }
  return false;
}

}  // namespace stet
