#include "facts/poll.h"

#include <algorithm>

#include "facts/facts.h"
#include "facts/within.h"
#include "facts/word_view.h"

namespace stet {

namespace {

using At = WordView::At;

constexpr WordKeySet finds{{"show",     "shows",     "showed", "find",     "finds",     "found",     "suggest",
                            "suggests", "suggested", "put",    "puts",     "give",      "gives",     "gave",
                            "say",      "says",      "said",   "indicate", "indicates", "indicated", "reveal",
                            "reveals",  "revealed",  "report", "reports",  "reported",  "has",       "had",
                            "prove",    "proves",    "proved", "confirm",  "confirms",  "confirmed"}};
constexpr WordKeySet people{
    {"adults",     "people",     "voters",   "respondents", "residents",  "workers",    "employees",    "parents",
     "women",      "men",        "students", "teachers",    "doctors",    "nurses",     "households",   "members",
     "consumers",  "drivers",    "patients", "employers",   "citizens",   "americans",  "britons",      "canadians",
     "teenagers",  "readers",    "users",    "customers",   "executives", "interviews", "participants", "pensioners",
     "families",   "children",   "shoppers", "firms",       "businesses", "companies",  "those",        "public",
     "electorate", "homeowners", "renters",  "farmers"}};
constexpr WordKeySet opinions{{"support",    "supported", "supporting", "back",   "backed",  "backing",  "favour",
                               "favoured",   "favor",     "favored",    "oppose", "opposed", "think",    "thought",
                               "believe",    "believed",  "want",       "wanted", "approve", "approved", "approval",
                               "disapprove", "prefer",    "preferred",  "fear",   "feared",  "agree",    "agreed",
                               "trust",      "trusted",   "vote",       "lead",   "leads",   "ahead",    "say"}};

bool any_of(const WordView& w, WordRange words, const auto& list) {
  for (At i = words.first; i < words.last; ++i)
    if (w.word(i) && list.contains(w.key(i))) return true;
  return false;
}

bool share(const Facts& facts, std::size_t p, WordRange sentence) {
  const WordView w(facts.paragraph(p), facts.context());
  const auto figures = within(facts.local(p).figures, sentence);
  const bool percent = std::any_of(figures.begin(), figures.end(),
                                   [](const Figure& f) { return f.dimension == Dimension::percent && !f.quoted; });
  if (percent) return true;
  for (At i = sentence.first; i < sentence.last; ++i)
    if (w.any(i, {"third", "quarter", "half", "majority", "fifth", "thirds", "quarters"}) &&
        (w.is(i + 1, "of") || w.is(i - 1, "a") || w.any(i - 1, {"two", "three"})))
      return true;
  return false;
}

}  // namespace

std::optional<WordRange> poll_result(const Facts& facts, std::size_t p, WordRange poll) {
  const Paragraph& paragraph = facts.paragraph(p);
  const WordView w(paragraph, facts.context());
  const WordRange sentence = paragraph.sentences[paragraph.sentence_of(poll.first)].words;
  if (w[poll.first].has(Word::in_quotation) ||
      w.any(poll.first - 1, {"exit", "straw", "the", "census", "this", "that", "its"}))
    return std::nullopt;
  At verb = poll.last;
  while (verb < poll.last + 16 && sentence.contains(verb) && !(w.word(verb) && finds.contains(w.key(verb)))) ++verb;
  if (verb >= poll.last + 16 || !sentence.contains(verb) || !share(facts, p, sentence)) return std::nullopt;
  const bool of_people =
      w.any(poll.first, {"poll", "polls"}) || any_of(w, sentence, people) || any_of(w, sentence, opinions);
  if (!of_people) return std::nullopt;
  At first = poll.first;
  while (first > sentence.first && w.word(first - 1) && poll.first - first < 5 &&
         !w.in(first - 1, WordClass::preposition) && !w.in(first - 1, WordClass::conjunction)) {
    --first;
    if (w.in(first, WordClass::determiner)) break;
  }
  return WordRange{first, verb + 1};
}

bool asked_in_polls(WordKey word) { return people.contains(word); }

}  // namespace stet
