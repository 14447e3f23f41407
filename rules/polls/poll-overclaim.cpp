#include <fmt/format.h>

#include <algorithm>

#include "facts/word_view.h"
#include "lint/own_phrases.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

constexpr At longest_way = 6;  // words from the poll to its verb: "two surveys of the bay of Vella confirmed"

std::string_view suggest(std::string_view verb) {
  if (verb.ends_with("ed") || verb.ends_with("en")) return "suggested";
  return verb.ends_with("s") ? "suggests" : "suggest";
}

}  // namespace

Check poll_overclaim(const Options& options) {
  std::vector<std::string> verbs = options.list("verbs_forbidden");
  for (const std::string& verb : options.list("verbs_soft")) verbs.push_back(verb);
  return [verbs = std::move(verbs), own = OwnPhrases("poll-overclaim")](const Facts& facts, const Sources&,
                                                                        Report& report) {
    for (std::size_t p = 0; p < facts.size(); ++p) {
      const Paragraph& paragraph = facts.paragraph(p);
      if (paragraph.zone != Zone::body && paragraph.zone != Zone::headline) continue;
      if (paragraph.foreign || paragraph.phrases.empty()) continue;
      for (const WordRange poll : own.in(facts, p)) {
        const WordView w(paragraph, facts.context());
        if (w[poll.first].has(Word::in_quotation)) continue;
        // The poll is the subject: nothing but what it is of stands between.
        At verb = poll.last;
        while (verb < poll.last + longest_way && w.word(verb) && !w.in(verb, WordClass::auxiliary) &&
               !w.starts_sentence(verb) && std::find(verbs.begin(), verbs.end(), w.lower(verb)) == verbs.end() &&
               (verb > poll.last || w.in(verb, WordClass::preposition)))
          ++verb;
        if (!w.word(verb) || verb >= poll.last + longest_way || w.starts_sentence(verb)) continue;
        if (std::find(verbs.begin(), verbs.end(), w.lower(verb)) == verbs.end()) continue;
        // "was confirmed by" is no deed of the poll's; "surveys confirmed by a vote" neither.
        if (w.is(verb + 1, "by") || w.clause_end(verb + 1)) continue;
        const std::string_view instead = suggest(w.text(verb));
        report.add(p, w[verb].span(), fmt::format("“{}”: a poll can only suggest", w.text(verb)))
            .fix(fmt::format("Write “{}”", instead), {{p, w[verb].span(), std::string(instead)}})
            .related(p, paragraph.span(poll), "the poll")
            .detail("A sample has an error, and what people say is not what they do.");
      }
    }
  };
}

}  // namespace stet::rules
