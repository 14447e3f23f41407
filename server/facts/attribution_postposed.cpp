// Verbs of saying behind what is said: postposed and inverted clauses, asides, split quotations.
#include <algorithm>

#include "facts/attribution_verb.h"
#include "facts/source.h"

namespace stet {

namespace {

class Postposed : private SpeechVerb {
 public:
  explicit Postposed(const SpeechVerb& given) : SpeechVerb(given) {}

  // “…,” said Ruiz.   The fires will burn on, said Ruiz.
  std::optional<Attribution> inverted() const {
    // told stands behind its subject: “…,” Ruiz, the minister, told the Herald. “Why?” asked Ruiz.
    if (!say || (tells() && !ph.word(verb, "asked") && !ph.word(verb, "asks")) ||
        (form == VerbForm::base && !plural_says()) || form == VerbForm::participle || verb == 0 || verb == from ||
        behind >= to)
      return std::nullopt;
    std::uint32_t before = verb - 1;
    const bool comma = ph.comma(before);
    if (comma && before > from && ph.closes_quotation(before - 1)) --before;
    const auto quote = ph.closes_quotation(before) ? quotes.closing_at(before) : std::nullopt;
    // "The study, published in May, says that …" is no inversion.
    if (!quote && (!comma || tells() || ph.word(behind, "that"))) return std::nullopt;
    const Word& next = ph.paragraph().words[behind];
    const bool name_next = next.has(Word::capital) || ph.is(behind, WordClass::determiner) ||
                           ph.is(behind, WordClass::speaker_role) || ph.is(behind, WordClass::crowd) ||
                           ph.is(behind, WordClass::subject_pronoun) ||
                           (quote && next.kind == WordKind::word && !ph.is(behind, WordClass::preposition) &&
                            !ph.is(behind, WordClass::conjunction) && !ph.adverb(behind));
    if (!name_next) return std::nullopt;
    // "Its manager, Dan Orrin, said he would go": the subject stands before.
    if (!quote && ph.is(behind, WordClass::subject_pronoun) && !ph.is(behind, WordClass::determiner))
      return std::nullopt;
    const auto source = ph.noun_phrase_at(behind, to);
    if (!source) return std::nullopt;
    if (quote) return with_quotations(*source, *quote, source->last);
    // No deal, insisted Vey, had been signed.
    const std::uint32_t rest = source->last + 1;
    if (verb - 1 > from && rest < to && ph.comma(source->last) && ph.is(rest, WordClass::auxiliary) &&
        judge_source(ph, *source).named)
      return made(ph, source, {verb, behind}, {{from, verb - 1}, {rest, ph.clause_end(rest, to)}},
                  ScopeRule::postposed);
    if (verb - 1 < from + 3 || !ends_clause(source->last)) return std::nullopt;
    // "The chief, at a news conference, confirmed the arrests"
    const Source who = judge_source(ph, *source);
    if (!says() && who.type == SourceType::unknown) return std::nullopt;
    // "Ana Vey, a fisher, wrote an open letter"
    if (ph.word(verb, "wrote") && who.type == SourceType::document) return std::nullopt;
    // "People hate the noise, said Ruiz": no word need look like a verb. But "One witness, who hid, said the man ran".
    const WordRange told{from, verb - 1};
    bool asides = false;
    for (std::uint32_t k = from; k < told.last; ++k) asides = asides || ph.comma(k);
    if (!(says() && !asides ? is_told(ph, told) : is_statement(ph, told))) return std::nullopt;
    return made(ph, source, {verb, behind}, {told}, ScopeRule::postposed);
  }

  std::optional<Attribution> postposed() const {
    const bool aside = between_commas();
    const bool or_so = or_so_before(ph, subject->words.first, from);
    const bool data = data_shows();
    if (participial || infinitive || !(subject->comma_before || or_so) || !(say || mind || label || aside || data))
      return std::nullopt;
    std::uint32_t before = subject->words.first - (or_so ? 3 : 1);
    if (before > from && ph.comma(before) && ph.closes_quotation(before - 1)) --before;
    if (ph.closes_quotation(before) && (say || mind)) {
      if (const auto quote = quotes.closing_at(before)) {
        // “…,” and he said that …: a complement follows, the quotation is somebody else's.
        if (!(behind < to && ph.word(behind, "that"))) return with_quotations(subject->words, *quote, behind);
      }
    }
    if (!(say || mind || aside || data) || form == VerbForm::participle) return std::nullopt;
    // "In May, he decided to flee": what is thought stands behind the verb.
    if (mind && !say && behind < to && ph.is(behind, WordClass::preposition)) return std::nullopt;
    if (!ends_clause(behind) || !(aside || between_subject_and_verb() || is_told(ph, {from, before})))
      return std::nullopt;
    if (announces(behind)) return std::nullopt;
    if (behind + 1 < to && ph.comma(behind) && ph.opens_quotation(behind + 1)) return std::nullopt;
    std::vector<WordRange> content = {{from, before}};
    // It will, Ruiz said, burn on.
    std::uint32_t after = behind;
    while (after < to && !ph.comma(after) && !ph.stop(after)) ++after;
    if (after + 2 < to && ph.comma(after) && ph.comma(before)) {
      const std::uint32_t end = ph.clause_end(after + 1, to);
      if (end > after + 2 && !ph.word(after + 1, "but") && !ph.word(after + 1, "while") &&
          !ph.word(after + 1, "adding") && !ph.word(after + 1, "citing"))
        content.push_back({after + 1, end});
    }
    return made(ph, subject->words, {verb, behind}, std::move(content), ScopeRule::postposed);
  }

 private:
  // "The plan is too dear, say critics."
  bool plural_says() const {
    return ph.word(verb, "say") && behind < to &&
           (ph.is(behind, WordClass::crowd) || ph.is(behind, WordClass::speaker_role) ||
            ph.paragraph().words[behind].has(Word::capital));
  }

  // The strike began, the board found, because …: a verb of finding is a frame only as an aside inside a sentence whose
  // subject stands before it.
  bool between_commas() const {
    return evidence && behind < to && ph.comma(behind) && subject->words.first > from + 2 &&
           ph.comma(subject->words.first - 1) && !ph.is(from, WordClass::preposition) &&
           !ph.is(from, WordClass::conjunction);
  }

  // Prices rose by 4%, official figures showed: a verb of showing whose subject is data.
  bool data_shows() const { return evidence && behind < to && data(); }

  // Holm, prosecutors say, took cash.   The city, the mayor said in May, will pay.
  bool between_subject_and_verb() const {
    if (!say || ph.is(from, WordClass::conjunction) || ph.adverb(from)) return false;
    // Under the deal, Vey explained, farmers would be paid.
    if (ph.is(from, WordClass::preposition))
      return behind + 1 < to && ph.comma(behind) && ph.clause_at(behind + 1, to) && !ph.opens_quotation(behind + 1);
    std::uint32_t comma = behind;  // behind the verb, or a few words of when, where and to whom
    if (behind < to && (ph.is(behind, WordClass::preposition) || tells()))
      while (comma < to && comma < behind + 6 && !ph.comma(comma) && !ph.stop(comma)) ++comma;
    const std::uint32_t rest = comma + 1;
    if (rest >= to || !ph.comma(comma)) return false;
    return ph.is(rest, WordClass::auxiliary) || ph.is(rest, WordClass::irregular_past) || ph.word(rest, "never") ||
           ph.paragraph().text(rest).ends_with("ed");
  }

  // "told supporters: “…”", "said in May: …": what is said comes behind.
  bool announces(std::uint32_t i) const {
    while (i < to && !ph.stop(i) && !ph.comma(i) && !ph.opens_quotation(i) && !ph.mark(i, U':')) ++i;
    return i < to && (ph.opens_quotation(i) || ph.mark(i, U':'));
  }

  // Is the clause over at i: only adverbials up to the next stop, comma or quotation?
  bool ends_clause(std::uint32_t i) const {
    for (std::uint32_t k = i; k < to && k < i + 12; ++k) {
      if (ph.stop(k) || ph.comma(k) || ph.opens_quotation(k) || ph.dash(k) || ph.mark(k, U':')) return true;
      if (ph.word(k, "that") || ph.is(k, WordClass::auxiliary)) return false;
      if (k == i && !ph.is(k, WordClass::preposition) && !ph.adverb(k) && !ph.is(k, WordClass::weekday) &&
          !ph.word(k, "last") && !ph.word(k, "this") && !ph.word(k, "who") && !ph.word(k, "reporters") &&
          !ph.word(k, "when") && !ph.word(k, "as") && !tells())
        return false;
    }
    return true;
  }

  // The quotation before the cue, and the one that goes on behind it in the same sentence.
  Attribution with_quotations(WordRange source, WordRange quote, std::uint32_t after) const {
    std::vector<WordRange> content = {quote};
    const std::uint32_t end = std::min(to, after + far_complement + 6);
    for (std::uint32_t k = after; k < end; ++k) {
      if (ph.stop(k)) break;
      if (k > after && (ph.word(k - 1, "a") || ph.word(k - 1, "the"))) continue;  // "with a shrug"
      if (k > after && (ph.is(k, WordClass::say_verb) || ph.is(k, WordClass::label_verb))) break;
      if (ph.opens_quotation(k)) {
        if (const auto next = quotes.opening_at(k)) content.push_back(*next);
        break;
      }
    }
    return made(ph, source, {verb, behind}, std::move(content), ScopeRule::postposed);
  }
};

}  // namespace

bool SpeechVerb::data() const {
  const SourceType type = judge_source(ph, subject->words).type;
  return type == SourceType::study || type == SourceType::document;
}

std::optional<Attribution> read_inverted(const SpeechVerb& verb) { return Postposed(verb).inverted(); }
std::optional<Attribution> read_postposed(const SpeechVerb& verb) { return Postposed(verb).postposed(); }

}  // namespace stet
