#include <fmt/format.h>

#include "facts/date_text.h"
#include "facts/voice.h"
#include "facts/word_view.h"
#include "lint/own_phrases.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

constexpr At near = 14;  // words after "no one" within which "ever" still belongs to it

class Absolutes {
 public:
  Absolutes(const Facts& facts, std::size_t p) : facts_(facts), p_(p), w_(facts.paragraph(p), facts.context()) {}

  bool asserts(WordRange words) const {
    const At last = words.last - 1;
    if (w_.is(last, "inevitably")) return leads(words);
    if (hedged(words.first) || rule(words)) return false;
    if (words.size() == 1 && w_.is(last, "all")) return false;
    if (words.size() <= 3 && w_.any(words.first, {"no", "nobody", "none"}) && !knowing(last)) return ever(words.last);
    if (w_.is(last, "ever")) return none_has(words.first) && mine(words);
    if (w_.is(words.first, "the")) return only_of_all(words.last);
    if (w_.is(last, "been") && !w_.is(words.first, "there")) return done_to_things(words);
    if (knowing(last) && w_.is(last, "wants")) return false;
    const Voice voice = voice_of(facts_, p_, words);
    // Of a whole people a columnist speaks as the writer, too, unless the sentence is about himself.
    const bool apart = voice == Voice::first_person && words.size() == 2 && w_.is(words.first, "all") &&
                       w_.capital(last) && !speaks_of_self(w_.paragraph(), sentence_around(w_.paragraph(), words));
    return voice == Voice::writer || apart;
  }

  // "all Canadians": the words of a whole people; what else is all is mostly counted. The words as they are else.
  WordRange people(WordRange words) const {
    const At next = words.last;
    const std::string_view t = w_.text(next);
    const bool whole = words.size() == 1 && w_.is(words.first, "all") && w_.word(next) && w_.capital(next) &&
                       !w_.starts_sentence(next) && !w_.in(next, WordClass::weekday) &&
                       (t.ends_with("ans") || t.ends_with("ese") || t.ends_with("ish") || t.ends_with("ns"));
    return whole ? WordRange{words.first, next + 1} : words;
  }

  // "except", "but for": what the sentence itself takes out.
  std::optional<At> exception(WordRange words) const {
    for (At i = words.last; w_.inside(i) && !w_.starts_sentence(i); ++i)
      if (w_.any(i, {"except", "excluding", "unless", "apart", "barring"})) return i;
    return std::nullopt;
  }

 private:
  bool mine(WordRange words) const { return voice_of(facts_, p_, words) == Voice::writer; }
  bool knowing(At i) const {
    return w_.any(i, {"knows", "agrees", "believes", "thinks", "understands", "doubts", "disputes", "denies", "wants"});
  }
  bool hedged(At i) const {
    return w_.any(i - 1, {"almost", "nearly", "virtually", "practically", "not", "if", "that", "hardly", "seems"}) ||
           w_.any(i - 2, {"almost", "nearly", "virtually", "practically"});
  }
  // "No one may enter": a rule, a plan.
  bool rule(WordRange words) const {
    for (At i = words.last; i < words.last + near && !w_.clause_end(i); ++i)
      if (w_.any(i, {"may", "must", "shall", "should", "can", "could", "will", "would"})) return true;
    return false;
  }
  // "No pilot of the bay has ever": a clause that opens with no and a noun.
  bool none_has(At verb) const {
    for (At i = verb; i > 0 && verb - i < 8; --i) {
      if (w_.is(i - 1, "no") && i < verb) return !w_.any(i, {"one", "longer"}) && !hedged(i - 1);
      if (!w_.word(i - 1) || w_.starts_sentence(i)) return false;
    }
    return false;
  }
  bool ever(At from) const {
    for (At i = from; i < from + near && !w_.clause_end(i); ++i)
      if (w_.is(i, "ever") && w_.any(i - 1, {"has", "have", "had"})) return mine({from - 1, from});
    return false;
  }
  // "inevitably leads to war": what is told of things as a law; "inevitably, it rained" is a sigh. What a relative
  // clause tells is told as known even where the sentence it hangs on says I or asks.
  bool leads(WordRange words) const {
    const At next = words.last;
    if (!w_.word(next) || !(w_.text(next).ends_with("s") || w_.any(next, {"lead", "mean", "breed", "cause", "end"})))
      return false;
    const Voice voice = voice_of(facts_, p_, words);
    const bool own = voice == Voice::first_person || (voice == Voice::attributed && asked_by_self(words));
    return voice == Voice::writer || (own && w_.any(words.first - 1, {"that", "which"}));
  }
  // "We need to ask why …": who asks is the writer.
  bool asked_by_self(WordRange words) const {
    for (const Attribution& a : facts_.local(p_).attributions)
      for (const WordRange part : a.content)
        if (part.overlaps(words) && !(a.source && w_.any(a.source->first, {"i", "we"}))) return false;
    return true;
  }
  // "the only ferry in the world": measured against all there are; "the only boat left" is not.
  bool only_of_all(At from) const {
    for (At i = from; i < from + near && !w_.clause_end(i); ++i) {
      if (w_.is(i, "ever") || (w_.any(i, {"earth"}) && w_.is(i - 1, "on"))) return mine({from - 1, from});
      if (w_.any(i, {"world", "country", "continent", "planet", "hemisphere"}) && w_.is(i - 1, "the") &&
          w_.is(i - 2, "in"))
        return mine({from - 1, from});
    }
    return false;
  }
  // "The yard has never been inspected"; not "she has never been to Vella", "it has never been easier".
  bool done_to_things(WordRange words) const {
    const At subject = words.first - 1, next = words.last;
    if (!w_.word(subject) || w_.any(subject, {"i", "he", "she", "we", "you", "who", "they"})) return false;
    const std::string_view t = w_.text(next);
    const bool participle = t.size() > 4 && t.ends_with("ed") && !w_.any(next, {"married", "interested", "excited"});
    return (participle || w_.any(next, {"found", "proven", "built", "shown", "seen", "made", "held", "told", "done",
                                        "caught", "paid", "heard", "known", "sold"})) &&
           mine(words);
  }

  const Facts& facts_;
  std::size_t p_;
  WordView w_;
};

}  // namespace

Check absolute_claim(const Options&) {
  return [own = OwnPhrases("absolute-claim")](const Facts& facts, const Sources&, Report& report) {
    if (facts.context().genre == Genre::fiction) return Pass{};
    return own.pass(facts, OwnPhrases::Where::body, [&](std::size_t p, WordRange own_words) {
      const Paragraph& paragraph = facts.paragraph(p);
      const Absolutes absolutes(facts, p);
      const WordRange words = absolutes.people(own_words);
      if (!absolutes.asserts(words)) return;
      auto added = report.add(p, paragraph.span(words),
                              fmt::format("“{}”: one exception would make it false", paragraph.text(words)));
      if (const auto exception = absolutes.exception(words))
        added.related(p, paragraph.words[*exception].span(), "an exception");
      const std::uint32_t at = paragraph.words[words.first].begin, end = paragraph.words[words.last - 1].end;
      if (const WordView w(paragraph, facts.context());
          !w.capital(words.first) &&
          w.any(words.first, {"no", "nobody", "none", "everyone", "everybody", "all", "every"}))
        added.fix("Insert “almost”", {{p, {at, at}, "almost "}});
      added.fix("Insert “[TK as far as who could find?]”", {{p, {end, end}, " [TK as far as who could find?]"}});
      added.detail(
          "A universal claim in the writer's voice, with no source in reach. A single counterexample falsifies it: "
          "say how far you looked, or who says so.");
    });
  };
}

}  // namespace stet::rules
