// Verbs of saying, thinking and showing: which word is one, and whose it is.
#include "facts/attribution_verb.h"
#include "facts/source.h"

namespace stet {

namespace {

class Speech : private SpeechVerb {
 public:
  Speech(const Phrases& phrases, const QuoteMap& map, const Cue& cue)
      : SpeechVerb{phrases, map, cue.word, cue.word + 1, cue.bounds.first, cue.bounds.last}, cue_(cue) {}

  std::optional<Attribution> read() {
    form = verb_form(ph, verb);
    say = ph.is(verb, WordClass::say_verb);
    label = ph.is(verb, WordClass::label_verb);
    evidence = ph.is(verb, WordClass::evidence_verb);
    mind = ph.is(verb, WordClass::mind_verb);
    if (points_out(ph, verb, to) || puts_it(ph, verb, to)) {
      say = true;
      behind = verb + 2;
    } else if (ph.word(verb, "put") || ph.word(verb, "puts")) {
      return std::nullopt;
    }
    if (is_noun()) return std::nullopt;
    // "make sure that": nothing is thought.
    if (ph.word(verb, "sure") && verb > from)
      for (const std::string_view make : {"make", "makes", "made", "making"})
        if (ph.paragraph().text(verb - 1) == make) return std::nullopt;
    if (auto inverted = read_inverted(*this)) return inverted;
    if (!find_subject()) return std::nullopt;
    // "as Ruiz wrote", but not "unlikely, as she said that"
    if (say && !participial && subject->words.first > from && ph.word(subject->words.first - 1, "as") &&
        !(behind < to && ph.word(behind, "that"))) {
      // "As reforms continued": only who can speak makes a frame.
      const Source who = judge_source(ph, subject->words);
      if (who.type == SourceType::unknown && who.strength < 2) return std::nullopt;
      return read_as_wrote(ph, quotes, cue_, subject->words);
    }
    if (auto postposed = read_postposed(*this)) return postposed;
    return read_complement(*this);
  }

 private:
  // "the claims", "his report", "a note": a noun, whatever it looks like.
  bool is_noun() const {
    if (verb == from || form == VerbForm::past || form == VerbForm::participle) return false;
    const std::uint32_t before = verb - 1;
    if (ph.is(before, WordClass::subject_pronoun) && !ph.is(before, WordClass::determiner)) return false;
    // "the miners' claims", but ‘It is a mess,’ says Holm.
    const bool apostrophe = ph.mark(before, U'’') || ph.mark(before, U'\'');
    if (ph.word(before, "'s") || (apostrophe && !ph.closes_quotation(before))) return true;
    if (form == VerbForm::third && has_before(ph, verb)) return true;
    if (ph.is(before, WordClass::crowd) || ph.word(before, "to")) return false;
    // "This suggests that", "which means that"
    if (form == VerbForm::third && (ph.word(before, "this") || ph.word(before, "that")) && behind < to &&
        ph.word(behind, "that"))
      return false;
    return ph.is(before, WordClass::determiner) || ph.is(before, WordClass::preposition);
  }

  // Telex quoted Ruiz as saying; Ruiz was quoted by Telex as saying: the innermost speaks.
  bool find_quoted() {
    if (verb < from + 2 || !ph.word(verb - 1, "as")) return false;
    for (std::uint32_t k = verb - 1; k > from && k + far_complement > verb; --k) {
      if (ph.stop(k) || ph.comma(k)) return false;
      if (!ph.word(k, "quoted") && !ph.word(k, "quotes") && !ph.word(k, "cited")) continue;
      if (be_before(ph, k, from)) {
        subject = ph.subject_before(k, from);
      } else if (const auto whom = ph.noun_phrase_at(k + 1, verb - 1)) {
        subject = Subject{*whom, verb, false};
      }
      return subject.has_value();
    }
    return false;
  }

  bool find_subject() {
    const bool auxiliary_before = verb > from && ph.is(verb - 1, WordClass::auxiliary);
    if (form == VerbForm::participle && !auxiliary_before && find_quoted()) return true;
    if (form == VerbForm::participle && !auxiliary_before) {
      participial = true;
      if (verb > from && (ph.is(verb - 1, WordClass::determiner) || ph.is(verb - 1, WordClass::preposition)) &&
          !ph.word(verb - 1, "by") && !ph.word(verb - 1, "in") && !ph.word(verb - 1, "without"))
        return false;
      // "a statement saying that"
      if (verb > from && (ph.is(verb - 1, WordClass::document_noun) || ph.is(verb - 1, WordClass::study_noun)))
        subject = ph.subject_before(verb, from);
      if (!subject && cue_.last_source) subject = Subject{*cue_.last_source, verb, false};
      if (!subject)
        if (const auto main = ph.main_subject({from, verb})) subject = Subject{*main, verb, false};
      return subject.has_value();
    }
    if (verb > from && ph.word(verb - 1, "to") && form == VerbForm::base) {
      infinitive = true;
      if (cue_.last_source) subject = Subject{*cue_.last_source, verb, false};
      else if (const auto main = ph.main_subject({from, verb})) subject = Subject{*main, verb, false};
      if (subject && subject->words.size() > 1 && before_infinitive(subject->words.last - 1)) --subject->words.last;
      return subject.has_value();
    }
    // "a faction known as", "lessons learned": without an auxiliary these forms are no finite verbs.
    if (form == VerbForm::past && !auxiliary_before && participle_only(ph, verb, from)) return false;
    subject = ph.subject_before(verb, from);
    // "There were fears that", "There's a common understanding": nobody fears there.
    if (subject && ph.word(subject->words.first, "there")) return false;
    // "a computer that can remember": a relative clause's subject is the thing, which says nothing.
    if (subject && subject->words.size() > 1 && ph.word(subject->words.last - 1, "that")) {
      // "a post that said": the writing.
      const std::uint32_t noun = --subject->words.last - 1;
      if (!ph.is(noun, WordClass::document_noun)) return false;
      std::uint32_t first = noun;
      while (first > subject->words.first && noun - first < 4 && !ph.is(first, WordClass::determiner)) --first;
      if (!ph.is(first, WordClass::determiner)) first = noun;
      subject->words.first = first;
      return true;
    }
    // "knew, she said, that the wall would hold": no subject begins with a conjunction.
    if (subject && subject->comma_before && subject->words.size() > 2 && ph.word(subject->words.first, "that"))
      return false;
    // Lena Ortiz, who runs the quay, which sank in May, said: “…”
    if (!subject && verb > from && ph.comma(verb - 1) && behind < to && say &&
        (ph.mark(behind, U':') || ph.opens_quotation(behind) || ph.word(behind, "that")))
      if (const auto main = ph.main_subject({from, verb})) subject = Subject{*main, verb, false};
    // "wrote to Ruiz and said that"
    if (!subject && verb > from && (ph.word(verb - 1, "and") || ph.word(verb - 1, "but")) &&
        (form != VerbForm::third || ph.word(verb, "says"))) {
      if (cue_.last_source) subject = Subject{*cue_.last_source, verb};
      else if (const auto main = ph.main_subject({from, verb - 1}); main && main->last + 1 < verb)
        subject = Subject{*main, verb};
    }
    // Passive: "was told", "is said to" are read elsewhere, except where somebody is told something.
    if (subject && form == VerbForm::past && !ph.word(verb, "worried") && be_before(ph, verb, from)) return false;
    if (subject && !can_speak() && announced_by_main()) return true;
    return subject.has_value() && can_speak();
  }

  // Holm, who was held for a year, beaten and starved, said: “…”
  bool announced_by_main() {
    if (!ph.comma(verb - 1) || behind >= to || !ph.mark(behind, U':')) return false;
    const auto main = ph.main_subject({from, verb});
    if (!main || !judge_source(ph, *main).named) return false;
    subject = Subject{*main, verb, false};
    return true;
  }

  // "people refuse to accept": a verb that no ending tells from a noun.
  bool before_infinitive(std::uint32_t i) const {
    for (const std::string_view w : {"refuse", "refuses", "seem", "seems", "plan", "plans", "want", "wants", "need",
                                     "needs", "hope", "hopes", "tend", "tends", "like", "likes", "continue"})
      if (ph.paragraph().text(i) == w) return true;
    return false;
  }

  // "strict rules of order", "species found nowhere else": a bare noun that is no speaker, before what may be a noun or
  // a participle. Plurals speak, in a finite verb: "locals say".
  bool can_speak() const {
    const Source who = judge_source(ph, subject->words);
    if (who.type != SourceType::unknown || who.strength >= 2 || auxiliary_verb()) return true;
    // "Three men were hurt, state television said": a thing's name is enough where the verb is of saying only.
    if (ph.is(subject->words.first, WordClass::determiner) ||
        (subject->comma_before && subject->words.size() < 4 && (says() || ph.word(verb, "reported"))))
      return true;
    return form != VerbForm::third && ph.paragraph().text(subject->words.last - 1).ends_with("s");
  }

  bool auxiliary_verb() const { return subject->verb < verb && ph.is(subject->verb, WordClass::auxiliary); }

  const Cue& cue_;
};

}  // namespace

std::optional<Attribution> read_speech(const Phrases& phrases, const QuoteMap& quotes, const Cue& cue) {
  return Speech(phrases, quotes, cue).read();
}

}  // namespace stet
