#include "facts/toll.h"

#include <algorithm>

namespace stet {

namespace {

using At = WordView::At;

Toll behind(const WordView& w, At i) {
  while (w.any(i, {"were", "was", "are", "have", "had", "has", "been", "being", "reported", "confirmed", "left"})) ++i;
  if (w.any(i, {"dead", "killed", "died", "deaths"})) return Toll::dead;
  if (w.any(i, {"injured", "wounded", "hurt"})) return Toll::hurt;
  if (w.is(i, "missing")) return Toll::missing;
  if (w.any(i, {"arrested", "detained"})) return Toll::held;
  return Toll::none;
}

Toll before(const WordView& w, At i) {
  if (w.any(i, {"killing", "killed", "kills", "kill"})) return Toll::dead;
  if (w.any(i, {"injuring", "injured", "wounding", "wounded", "hurting"})) return Toll::hurt;
  if (w.any(i, {"arrested", "arresting", "detained", "detaining"})) return Toll::held;
  return Toll::none;
}

bool of_another_event(const WordView& w, WordRange sentence, At i) {
  const At first = std::max(sentence.first, i > 20 ? i - 20 : 0), last = std::min(sentence.last, i + 20);
  for (At k = first; k < last; ++k)
    if (w.any(k, {"another", "earlier", "previous", "previously", "similar", "separate", "separately", "since", "worst",
                  "deadliest", "elsewhere", "every", "each"}))
      return true;
  return false;
}

}  // namespace

Toll toll_of(const WordView& w, const Figure& f) {
  const bool bare = f.dimension == Dimension::number;
  const bool people = f.dimension == Dimension::count && f.head && w.any(*f.head, {"people", "persons"});
  if ((!bare && !people) || !f.value || *f.value < 2) return Toll::none;
  const At first = f.approximator.empty() ? f.words.first : std::min(f.words.first, f.approximator.first);
  At end = people ? *f.head + 1 : std::max(f.words.last, f.approximator.last);
  // "Killing 107 others", "107 more were hurt": beside those that were counted before.
  if (w.any(end, {"more", "others", "other"})) return Toll::none;
  Toll found = behind(w, end);
  if (found == Toll::none && first > 0 && !w.starts_sentence(first)) found = before(w, first - 1);
  if (found == Toll::none) return found;
  const Paragraph& p = w.paragraph();
  return of_another_event(w, p.sentences[p.sentence_of(f.words.first)].words, f.words.first) ? Toll::none : found;
}

}  // namespace stet
