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
    if (ph.word(before, "'s") || ph.mark(before, U'’') || ph.mark(before, U'\'')) return true;
    if (form == VerbForm::third && has_before(ph, verb)) return true;
    if (ph.is(before, WordClass::crowd) || ph.word(before, "to")) return false;
    // "This suggests that", "which means that"
    if (form == VerbForm::third && (ph.word(before, "this") || ph.word(before, "that")) && behind < to &&
        ph.word(behind, "that"))
      return false;
    return ph.is(before, WordClass::determiner) || ph.is(before, WordClass::preposition);
  }

  bool find_subject() {
    const bool auxiliary_before = verb > from && ph.is(verb - 1, WordClass::auxiliary);
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
      return subject.has_value();
    }
    // "a faction known as", "lessons learned": without an auxiliary these forms are no finite verbs.
    if (form == VerbForm::past && !auxiliary_before && participle_only(ph, verb, from)) return false;
    subject = ph.subject_before(verb, from);
    // "There were fears that", "There's a common understanding": nobody fears there.
    if (subject && ph.word(subject->words.first, "there")) return false;
    // "a computer that can remember": a relative clause's subject is the thing, which says nothing.
    if (subject && subject->words.size() > 1 && ph.word(subject->words.last - 1, "that")) return false;
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
    if (subject && form == VerbForm::past && be_before(ph, verb, from)) return false;
    return subject.has_value() && can_speak();
  }

  // "strict rules of order", "species found nowhere else": a bare noun that is no speaker, before what may be a noun or
  // a participle. Plurals speak, in a finite verb: "locals say".
  bool can_speak() const {
    const Source who = judge_source(ph, subject->words);
    if (who.type != SourceType::unknown || who.strength >= 2 || auxiliary_verb()) return true;
    if (ph.is(subject->words.first, WordClass::determiner)) return true;
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
