#include <fmt/format.h>

#include <algorithm>

#include "facts/word_view.h"
#include "lint/own_phrases.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

// Who may allege: anybody with a name or an office who says something, or an authority that is only mentioned.
bool somebody_alleges(const Facts& facts) {
  static constexpr WordKeySet authorities{
      {"police",     "prosecutor", "prosecutors", "court",     "courts",       "lawsuit",     "suit",
       "complaint",  "indictment", "charges",     "charged",   "trial",        "judge",       "investigators",
       "detectives", "accused",    "accuses",     "accusing",  "allegation",   "allegations", "alleges",
       "alleged",    "claims",     "claimed",     "documents", "report",       "reports",     "inquiry",
       "affidavit",  "jury",       "attorney",    "sheriff",   "investigation"}};
  for (std::size_t p = 0; p < facts.size(); ++p) {
    for (const Attribution& a : facts.local(p).attributions)
      if (a.source && a.strength >= 1) return true;
    const WordView w(facts.paragraph(p), facts.context());
    for (WordView::At i = 0; i < w.size(); ++i)
      if (w.word(i) && authorities.contains(w.key(i))) return true;
  }
  return false;
}

}  // namespace

Check alleged_misuse(const Options&) {
  return [own = OwnPhrases("alleged-misuse")](const Facts& facts, const Sources&, Report& report) {
    return own.pass(
        facts, OwnPhrases::Where::body, [&, sourced = std::optional<bool>()](std::size_t p, WordRange words) mutable {
          const Paragraph& paragraph = facts.paragraph(p);
          if (words.size() != 1 || paragraph.words[words.first].has(Word::in_quotation)) return;
          if (!sourced) sourced = somebody_alleges(facts);
          if (*sourced) return;
          auto added = report.add(p, paragraph.span(words),
                                  fmt::format("“{}”: the draft does not say who alleges it", paragraph.text(words)));
          added.detail("No speaker, no court and no police stand in the draft. Name who makes the allegation.");
          if (words.first == 0) return;
          const std::uint32_t begin = paragraph.words[words.first - 1].end, end = paragraph.words[words.first].end;
          added.fix("Say who: “, TK alleges,”", {{p, {begin, end}, ", TK alleges,"}});
        });
  };
}

}  // namespace stet::rules
