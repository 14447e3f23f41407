#include <fmt/format.h>

#include <algorithm>

#include "facts/word_view.h"
#include "lint/own_phrases.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

// A death this long ago is history; nobody living is told how.
constexpr int history = 60;  // years

// A draft about a suicide says so at once, or again and again; one that mentions it once in passing need not.
bool is_the_matter(std::size_t paragraph, std::size_t times) {
  constexpr std::size_t opening = 3, often = 3;
  return paragraph < opening || times >= often;
}

// Where help is said to be, by its words.
bool names_help(const Facts& facts) {
  static constexpr WordKeySet words{
      {"helpline", "helplines", "lifeline", "samaritans", "988", "hotline", "111", "papyrus", "findahelpline"}};
  for (std::size_t p = 0; p < facts.size(); ++p) {
    const WordView w(facts.paragraph(p), facts.context());
    for (At i = 0; i < w.size(); ++i) {
      if (!w.word(i) && !w.number(i)) continue;
      if (words.contains(w.key(i)) || (w.is(i, "crisis") && w.any(i + 1, {"line", "text", "centre", "center"})) ||
          (w.is(i, "116") && w.is(i + 1, "123")) || (w.is(i, "13") && w.is(i + 1, "11")))
        return true;
    }
  }
  return false;
}

// An attacker's death, or one of long ago.
bool other_matter(const Facts& facts, std::size_t p, WordRange words) {
  const Paragraph& paragraph = facts.paragraph(p);
  const WordView w(paragraph, facts.context());
  const WordRange sentence = paragraph.sentences[paragraph.sentence_of(words.first)].words;
  for (At i = sentence.first; i < sentence.last; ++i)
    if (w.any(i, {"bomber", "bombers", "bomb", "bombing", "bombed", "gunman", "attacker", "attackers", "hijackers",
                  "explosives", "grenade", "assailant", "shooter", "jihadist"}))
      return true;
  for (At i = sentence.first; i < sentence.last; ++i) {
    const std::string_view t = w.text(i);
    int year = 0;
    if (!w.number(i) || t.size() > 4 || !w.any(i - 1, {"in", "ad", "bc", "of", "around"})) continue;
    for (const char c : t) year = c >= '0' && c <= '9' ? year * 10 + (c - '0') : 9999;
    const auto& date = facts.context().date;
    const int now = date ? static_cast<int>(date->year()) : 2026;
    if (year > 31 && year < now - history) return true;
  }
  return facts.context().genre == Genre::fiction;
}

}  // namespace

Check suicide_language(const Options& options) {
  const bool helpline = options.flag("helpline");
  return [helpline, own = OwnPhrases("suicide-language")](const Facts& facts, const Sources&, Report& report) {
    return own.pass(facts, OwnPhrases::Where::text,
                    [&, asked = !helpline, told = std::size_t{0}, help = std::optional<bool>()](
                        std::size_t p, WordRange words) mutable {
                      const Paragraph& paragraph = facts.paragraph(p);
                      const WordView w(paragraph, facts.context());
                      const bool quoted = paragraph.words[words.first].has(Word::in_quotation);
                      if (quoted || other_matter(facts, p, words)) return;
                      if (w.any(words.first, {"hanged", "hung", "shot"})) {
                        report
                            .add(p, paragraph.span(words),
                                 fmt::format("“{}” tells how: leave the method out", paragraph.text(words)))
                            .fix("Write “died by suicide”", {{p, paragraph.span(words), "died by suicide"}})
                            .detail("Guidelines ask for no method: it is the detail that is imitated.");
                      }
                      if (asked || !is_the_matter(p, ++told)) return;
                      if (!help) help = names_help(facts);
                      if (*help) return;
                      asked = true;
                      report
                          .add(p, paragraph.span(words),
                               fmt::format("“{}”: the draft does not say where help is", paragraph.text(words)))
                          .at_most(Severity::information)
                          .detail("A draft about a suicide should carry the number of a helpline.");
                    });
  };
}

}  // namespace stet::rules
