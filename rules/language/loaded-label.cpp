#include <fmt/format.h>

#include <algorithm>

#include "facts/voice.h"
#include "facts/word_view.h"
#include "lint/own_phrases.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

struct Settings {
  std::vector<std::string> senses, legal;
};

bool has(const std::vector<std::string>& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

// Offices and bodies that "controversial" or "corrupt" may stand before.
constexpr WordKeySet parties{
    {"mayor",     "president", "minister", "premier",  "leader",    "politician",    "politicians", "official",
     "officials", "governor",  "senator",  "general",  "chief",     "director",      "chairman",    "boss",
     "founder",   "owner",     "cleric",   "preacher", "judge",     "coach",         "manager",     "businessman",
     "tycoon",    "financier", "banker",   "doctor",   "scientist", "professor",     "author",      "activist",
     "group",     "party",     "company",  "firm",     "council",   "board",         "government",  "regime",
     "police",    "army",      "church",   "sect",     "figure",    "pilot",         "executive",   "lawyer",
     "prince",    "bishop",    "king",     "dictator", "ruler",     "administration"}};

constexpr WordKeySet groups{{"group", "groups", "faction", "factions", "militia", "militias", "party", "parties",
                             "movement", "movements", "network", "networks", "cell", "cells", "gang", "gangs", "leader",
                             "neo"}};

class Labels {
 public:
  Labels(const Settings& settings, const Facts& facts, std::size_t p)
      : settings_(settings), facts_(facts), p_(p), w_(facts.paragraph(p), facts.context()) {}

  bool labels(WordRange words) const {
    const At first = words.first, last = words.last - 1, next = words.last;
    if (other_sense(words) || w_.capital(first) || w_.hyphen(first - 1) || w_.hyphen(next)) return false;
    if (w_.any(first - 1, {"described", "styled", "confessed", "called", "proclaimed", "convicted", "suspected",
                           "alleged", "accused", "designated"}))
      return false;
    const bool told = w_.any(last, {"controversial", "disgraced", "corrupt", "illegitimate", "hardline"})
                          ? before_party(next)
                          : (w_.any(last, {"regime", "cult"}) ? government(first) : somebody(words));
    return told && voice_of(facts_, p_, words) == Voice::writer && !called(words);
  }

 private:
  bool other_sense(WordRange words) const {
    const auto sense = [&](At from, At to) {
      std::string s;
      for (At i = from; i < to; ++i) {
        if (!s.empty() && !w_.glued(i)) s += ' ';
        s += w_.lower(i);
      }
      return has(settings_.senses, s);
    };
    const At first = words.first, last = words.last;
    return sense(first, last + 1) || (first > 0 && sense(first - 1, last)) || (first > 1 && sense(first - 2, last)) ||
           (first > 2 && sense(first - 3, last));
  }

  // "the controversial mayor", "the corrupt Harbour Board", "controversial Jack Holm".
  bool before_party(At i) const {
    for (At k = i; k < i + 3 && w_.word(k) && !w_.starts_sentence(k); ++k)
      if (w_.capital(k) || parties.contains(w_.key(k))) return k == i || !w_.in(k - 1, WordClass::preposition);
    return false;
  }

  // "the regime", "Holm's regime", "a military regime": not a regime of rules, which a small noun before it names.
  bool government(At i) const {
    if (w_.any(i - 1, {"the", "this", "that", "his", "her", "their", "its", "a", "military", "authoritarian",
                       "communist", "brutal", "ruling", "repressive", "puppet", "old", "new", "former", "fascist"}))
      return !w_.any(i + 1, {"of", "for", "that"}) || w_.is(i, "cult") || w_.capital(i + 2);
    return w_.capital(i - 1) || (w_.is(i - 1, "'s") && w_.capital(i - 2)) || w_.reads(i - 1, "’s");
  }

  // One somebody: after a determiner, a possessive or a name, or beside one. "Terrorists and smugglers" are nobody.
  bool somebody(WordRange words) const {
    const At next = words.last;
    // "terrorist attacks" is what the law calls them.
    if (w_.word(next) && !w_.capital(next) && !w_.in(next, WordClass::preposition) &&
        !w_.in(next, WordClass::conjunction) && !w_.in(next, WordClass::auxiliary) && !ends_in_ed(next) &&
        !w_.any(next, {"who", "on", "whose", "leader", "leaders", "government", "president", "king"}) &&
        !groups.contains(w_.key(next)))
      return false;
    if (w_.any(words.last - 1, {"puppet", "puppets"})) return held(words);
    if (w_.is(words.last - 1, "nazi") || w_.is(words.last - 1, "nazis")) return true;
    for (At i = words.first, n = 0; n < 3 && i > 0; --i, ++n) {
      if (w_.any(i - 1, {"the", "a", "an", "his", "her", "their", "its", "this", "these", "those"}) ||
          w_.is(i - 1, "'s") || w_.reads(i - 1, "’s"))
        return true;
      if (!w_.word(i - 1) || w_.in(i - 1, WordClass::preposition) || w_.in(i - 1, WordClass::conjunction)) break;
    }
    return w_.capital(next) && !w_.starts_sentence(next);
  }
  // A puppet is somebody's: "the company's pliant puppet", "a puppet of the yard", "the puppet president".
  bool held(WordRange words) const {
    const At next = words.last;
    if (w_.is(next, "of") || (w_.capital(next) && !w_.starts_sentence(next)) ||
        (w_.word(next) && parties.contains(w_.key(next))))
      return true;
    for (At i = words.first, n = 0; n < 3 && i > 0; --i, ++n) {
      if (w_.any(i - 1, {"his", "her", "their", "its"}) || w_.is(i - 1, "'s") || w_.reads(i - 1, "’s")) return true;
      if (!w_.word(i - 1)) break;
    }
    return false;
  }
  bool ends_in_ed(At i) const { return w_.text(i).ends_with("ed"); }

  // "seen as corrupt", "called a puppet", "whom the town calls a thug".
  bool called(WordRange words) const {
    for (At i = words.first, n = 0; n < 8 && i > 0 && !w_.starts_sentence(i); --i, ++n)
      if (w_.in(i - 1, WordClass::label_verb) || w_.in(i - 1, WordClass::stance_verb) ||
          w_.in(i - 1, WordClass::hearsay_adverb) ||
          w_.any(i - 1,
                 {"as", "seen", "called", "labelled", "labeled", "branded", "dubbed", "considered", "not", "like"}))
        return true;
    return false;
  }

  const Settings& settings_;
  const Facts& facts_;
  std::size_t p_;
  WordView w_;
};

}  // namespace

Check loaded_label(const Options& options) {
  Settings settings{options.list("senses"), options.list("legal_subset")};
  return [settings = std::move(settings), own = OwnPhrases("loaded-label")](const Facts& facts, const Sources&,
                                                                            Report& report) {
    const Genre genre = facts.context().genre;
    if (genre == Genre::fiction) return Pass{};
    return own.pass(facts, OwnPhrases::Where::body, [&, genre](std::size_t p, WordRange words) mutable {
      const Paragraph& paragraph = facts.paragraph(p);
      if (genre == Genre::opinion || genre == Genre::review)
        if (!has(settings.legal, WordView(paragraph, facts.context()).lower(words.first))) return;
      if (!Labels(settings, facts, p).labels(words)) return;
      auto added =
          report.add(p, paragraph.span(words),
                     fmt::format("“{}” is a label: say what was done, or who calls it so", paragraph.text(words)));
      const std::uint32_t at = paragraph.words[words.first].begin;
      added.fix("Insert “[TK who calls it so?]”", {{p, {at, at}, "[TK who calls it so?] "}});
      for (const Attribution& a : facts.local(p).attributions)
        if (a.source && a.named) {
          added.related(p, paragraph.span(*a.source), "speaks in this paragraph");
          break;
        }
      added.detail("A word that judges, in the writer's voice. Nobody in this sentence is said to use it.");
    });
  };
}

}  // namespace stet::rules
