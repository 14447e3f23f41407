#include <fmt/format.h>

#include <algorithm>

#include "facts/word_view.h"
#include "lint/own_phrases.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

constexpr At longest_offence =
    5;  // words from "for" to the crime: "the armed robbery", "serious drug-related offences"

// What the law calls what somebody did.
constexpr WordKeySet crimes{
    {"murder",     "murders",    "manslaughter", "homicide",  "killing",     "robbery",    "robberies",  "theft",
     "thefts",     "burglary",   "fraud",        "assault",   "assaults",    "rape",       "arson",      "bribery",
     "corruption", "terrorism",  "treason",      "espionage", "trafficking", "smuggling",  "kidnapping", "abduction",
     "perjury",    "extortion",  "blackmail",    "vandalism", "conspiracy",  "offence",    "offences",   "offense",
     "offenses",   "crime",      "crimes",       "forgery",   "stalking",    "harassment", "sedition",   "embezzlement",
     "evasion",    "laundering", "shooting",     "shootings", "stabbing",    "attack",     "attacks",    "battery",
     "drugs",      "possession", "hacking",      "spying",    "speeding",    "graffiti",   "libel",      "blasphemy"}};
// Gerunds of what police do, or of what is no deed.
constexpr WordKeySet no_deeds{{"questioning", "processing", "screening", "being", "having", "something", "anything",
                               "nothing", "everything", "mooring", "parking", "testing", "training", "safekeeping",
                               "sentencing", "boarding", "viewing"}};
// What people do in the open: that they did it is seldom in doubt.
constexpr WordKeySet in_the_open{{"blocking",   "protesting",  "demonstrating", "marching",    "chanting",
                                  "picketing",  "occupying",   "obstructing",   "trespassing", "camping",
                                  "publishing", "criticising", "criticizing",   "posting",     "tweeting",
                                  "reporting",  "speaking",    "writing",       "singing",     "filming",
                                  "reading",    "wearing",     "praying",       "joking"}};
constexpr WordKeySet verdicts{{"convicted", "conviction", "guilty", "sentenced", "jailed", "imprisoned", "prison"}};

// The deed that "for" at i - 1 leads to: a gerund at once, or a crime in the noun phrase.
std::optional<At> deed(const WordView& w, At i) {
  const std::string_view first = w.text(i);
  if (w.word(i) && first.size() > 5 && first.ends_with("ing") && !w.capital(i))
    return no_deeds.contains(w.key(i)) ? std::nullopt : std::optional(i);
  for (At k = i; k < i + longest_offence && w.inside(k) && !w.starts_sentence(k); ++k) {
    if (w.kind(k, WordKind::mark) && !w.dash_glued(k)) break;
    if (w.word(k) && crimes.contains(w.key(k)) && !w.in(k + 1, WordClass::time_unit)) return k;
    if (w.word(k) && w.in(k, WordClass::preposition)) break;
  }
  return std::nullopt;
}

bool any_of(const WordView& w, WordRange words, const auto& list) {
  for (At i = words.first; i < words.last; ++i)
    if (w.word(i) && list.contains(w.key(i))) return true;
  return false;
}

std::string_view said_fairly(const WordView& w, At verb) {
  if (w.any(verb, {"accused", "suspected"})) return "of";
  if (w.is(verb, "charged")) return "with";
  return w.is(verb, "indicted") ? "on a charge of" : "on suspicion of";
}

// People are arrested; what is "charged for" or "held for" is done to people too where a form of be stands before it.
bool passive(const WordView& w, At verb) {
  if (w.any(verb, {"arrested", "indicted", "accused"})) return true;
  return w.any(verb - 1, {"was", "were", "been", "is", "are", "being", "be", "and", "man", "woman"});
}

}  // namespace

Check arrested_for(const Options&) {
  return [own = OwnPhrases("arrested-for")](const Facts& facts, const Sources&, Report& report) {
    if (facts.context().genre == Genre::fiction) return;
    for (std::size_t p = 0; p < facts.size(); ++p) {
      const Paragraph& paragraph = facts.paragraph(p);
      if (paragraph.foreign || paragraph.phrases.empty() || paragraph.zone == Zone::references) continue;
      for (const WordRange words : own.in(facts, p)) {
        const WordView w(paragraph, facts.context());
        const WordRange sentence = paragraph.sentences[paragraph.sentence_of(words.first)].words;
        if (paragraph.words[words.first].has(Word::in_quotation) || !passive(w, words.first)) continue;
        const auto done = deed(w, words.last);
        if (!done || any_of(w, sentence, verdicts)) continue;
        const std::string fair = fmt::format("{} {}", w.text(words.first), said_fairly(w, words.first));
        auto added = report.add(p, paragraph.span(words),
                                fmt::format("“{} {}” says that it was done: write “{}”", paragraph.text(words),
                                            paragraph.text(WordRange{words.last, *done + 1}), fair));
        added.fix(fmt::format("Write “{}”", fair), {{p, paragraph.span(words), fair}});
        added.detail(
            "Until a court has spoken, a charge is known and not a deed. The words before the deed must not take it "
            "for granted.");
        if (w.word(*done) && in_the_open.contains(w.key(*done))) added.at_most(Severity::information);
      }
    }
  };
}

}  // namespace stet::rules
