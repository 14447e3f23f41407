#include <fmt/format.h>

#include "facts/party.h"
#include "facts/voice.h"
#include "facts/word_view.h"
#include "lint/own_phrases.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

// What each label says was done, by its last word.
std::string_view deed_of(const WordView& w, At label) {
  struct Deed {
    WordKey label;
    std::string_view deed;
  };
  static constexpr Deed deeds[] = {{"killer", "killing TK"},
                                   {"murderer", "murder"},
                                   {"thief", "theft"},
                                   {"fraudster", "fraud"},
                                   {"swindler", "fraud"},
                                   {"rapist", "rape"},
                                   {"terrorist", "terrorism"},
                                   {"arsonist", "arson"},
                                   {"kidnapper", "kidnapping TK"},
                                   {"embezzler", "embezzlement"},
                                   {"robber", "robbery"},
                                   {"smuggler", "smuggling TK"},
                                   {"blackmailer", "blackmail"},
                                   {"criminal", "war crimes"},
                                   {"molester", "abusing TK"},
                                   {"dealer", "dealing in drugs"},
                                   {"lord", "dealing in drugs"},
                                   {"trafficker", "trafficking drugs"},
                                   {"offender", "TK"},
                                   {"paedophile", "abusing TK"},
                                   {"pedophile", "abusing TK"}};
  for (const Deed& d : deeds)
    if (w.is(label, d.label)) return d.deed;
  return "TK";
}

class Labels {
 public:
  Labels(const Facts& facts, std::size_t p) : facts_(facts), p_(p), w_(facts.paragraph(p), facts.context()) {}

  bool accused(At i) const { return w_.any(i, {"accused", "alleged", "suspected"}); }

  // Whom the label is put on: "killer Per Holm", "the killer, Per Holm,", "Per Holm, a killer", "Per Holm is a killer".
  std::optional<Party> labelled(WordRange words) const {
    const At next = words.last;
    // "Killer Mike" is called so; "Drug dealer Per Holm" only opens a sentence.
    const bool name = w_.capital(words.first) && !(w_.starts_sentence(words.first) && words.size() > 1);
    if (name || w_.hyphen(next) || w_.is(next, "of") || (w_.hyphen(words.first - 1) && w_.glued(words.first)))
      return std::nullopt;
    const At label = accused(words.first - 1) ? words.first - 1 : words.first;
    if (w_.word(next) && w_.capital(next) && !w_.starts_sentence(next)) return party_at(facts_, p_, next);
    if (w_.mark(next, ',') && w_.word(next + 1) && w_.capital(next + 1) && w_.any(label - 1, {"the", "this"}))
      return full(party_at(facts_, p_, next + 1), next + 1);
    // The label ends its noun phrase: "a killer whale" is none.
    if (w_.word(next) && !w_.starts_sentence(next) && !w_.in(next, WordClass::preposition) &&
        !w_.any(next, {"who", "and", "or", "but", "that", "whose"}))
      return std::nullopt;
    if (!w_.any(label - 1, {"a", "an", "the"})) return std::nullopt;
    if (w_.mark(label - 2, ',')) return party_before(facts_, p_, label - 2);
    if (w_.any(label - 2, {"is", "was", "remains"})) return party_before(facts_, p_, label - 2);
    return std::nullopt;
  }

 private:
  // Past a comma a name may begin another clause: only one that a comma or the end closes stands beside the label.
  std::optional<Party> full(std::optional<Party> party, At) const {
    if (party && (w_.mark(party->words.last, ',') || w_.mark(party->words.last, '.'))) return party;
    return std::nullopt;
  }

  const Facts& facts_;
  std::size_t p_;
  WordView w_;
};

}  // namespace

Check guilt_label(const Options&) {
  return [own = OwnPhrases("guilt-label")](const Facts& facts, const Sources&, Report& report) {
    return own.pass(
        facts, OwnPhrases::Where::text,
        [&, verdicts = std::optional<Verdicts>()](std::size_t p, WordRange words) mutable {
          const Paragraph& paragraph = facts.paragraph(p);
          const WordView w(paragraph, facts.context());
          const Labels labels(facts, p);
          const bool accused = labels.accused(words.first - 1);
          if (w.any(words.first - 1, {"confessed", "convicted", "described", "styled", "admitted", "called"})) return;
          const auto party = labels.labelled(words);
          if (!party) return;
          const Voice voice = voice_of(facts, p, words);
          if (voice == Voice::quoted || (voice == Voice::attributed && !accused)) return;
          if (tells_fiction_or_history(facts, p)) return;
          if (!verdicts) verdicts.emplace(facts);
          if (verdicts->shown(party->surname)) return;
          const WordRange label{accused ? words.first - 1 : words.first, words.last};
          auto added = report.add(p, paragraph.span(label),
                                  accused ? fmt::format("“{}” says “{}” of somebody no court has convicted",
                                                        paragraph.text(label), paragraph.text(words))
                                          : fmt::format("“{}” of somebody whom no court of this draft has convicted",
                                                        paragraph.text(words)));
          added.related(p, paragraph.span(party->words), paragraph.text(party->words));
          if (party->words.first == words.last) {
            const std::string fair =
                fmt::format("{}, accused of {},", paragraph.text(party->words), deed_of(w, words.last - 1));
            added.fix(fmt::format("Write “{}”", fair),
                      {{p, paragraph.span(WordRange{label.first, party->words.last}), fair}});
          }
          added.detail(
              "The draft shows no conviction, no plea and no confession of this person. Name the charge, not the deed: "
              "“Holm, accused of killing the clerk”.");
        });
  };
}

}  // namespace stet::rules
