#include "facts/figure_heads.h"

namespace stet {

namespace {

using At = WordView::At;

bool adverb(const WordView& w, At i) { return w.text(i).size() > 4 && w.text(i).ends_with("ly") && !w.is(i, "family"); }

bool past_verb(const WordView& w, At i) {
  const std::string_view t = w.text(i);
  return t.size() > 4 && t.ends_with("ed") && !t.ends_with("eed") && !w.capital(i);
}

bool stop(const WordView& w, At i) {
  return !w.word(i) || w.starts_sentence(i) || w.in(i, WordClass::np_stop) || w.text(i).front() == '\'' ||
         w.text(i).starts_with("\xE2\x80\x99");
}

bool time_name(const WordView& w, At i) {
  return w.capital(i) && (w.in(i, WordClass::month) || w.in(i, WordClass::weekday)) && !w.is(i, "may");
}

bool plural_noun(const WordView& w, At i) {
  return w.word(i) && !w.in(i, WordClass::np_stop) && looks_plural(w.text(i));
}

// The last noun of the run that begins at i: the first plural (and plurals right after it), else, where `single` nouns
// count, the run's last word.
std::optional<Head> noun_run(const WordView& w, At i, bool single) {
  std::optional<At> candidate;
  At k = i;
  for (int n = 0; n < 6; ++n) {
    if (w.hyphen(k) && w.glued(k) && w.glued(k + 1) && k > i) {
      ++k;
      continue;
    }
    if (stop(w, k) || time_name(w, k)) break;
    if (w.number(k)) break;
    if (plural_noun(w, k) && !(w.hyphen(k + 1) && w.glued(k + 1))) {
      while (plural_noun(w, k + 1) && !w.starts_sentence(k + 1) && !w.in(k + 1, WordClass::change_verb) &&
             !w.capital(k + 1))
        ++k;
      return Head{k, k + 1};
    }
    if (adverb(w, k) && candidate) break;
    if (past_verb(w, k) && candidate && single) break;
    candidate = k;
    ++k;
  }
  if (!candidate || !single || adverb(w, *candidate)) return std::nullopt;
  return Head{*candidate, *candidate + 1};
}

bool determiner(const WordView& w, At i) {
  return w.any(i, {"the", "a", "an", "its", "their", "his", "her", "our", "these", "those", "this", "that", "all",
                   "any", "my", "your", "each", "every", "some"});
}

// Words between a number and its noun that are no part of the noun phrase's name.
At skip_quantifiers(const WordView& w, At i) {
  while (w.any(i, {"more", "other", "others", "additional", "extra", "further", "fewer", "less", "such", "different",
                   "new", "full", "whole", "separate", "or", "so"}) &&
         w.word(i + 1) && !(w.is(i, "or") && !w.is(i + 1, "so")))
    ++i;
  return i;
}

bool preposition_of_purpose(const WordView& w, At i) {
  return w.any(i, {"in", "of", "on", "for", "towards", "toward"});
}

}  // namespace

std::optional<Head> counted_noun(const WordView& w, std::uint32_t i, bool one) {
  At k = skip_quantifiers(w, i);
  bool partitive = false;
  if (w.is(k, "of")) {
    At n = k + 1;
    while (determiner(w, n)) ++n;
    partitive = n > k + 1;
    k = skip_quantifiers(w, n);
    while (w.number(k)) ++k;
  }
  auto head = noun_run(w, k, one);
  if (head) head->partitive = partitive;
  return head;
}

std::optional<Head> measured_noun(const WordView& w, WordRange figure) {
  At i = figure.last;
  if (w.any(i, {"worth"}) && w.is(i + 1, "of")) i += 2;
  else if (preposition_of_purpose(w, i)) ++i;
  else if (!determiner(w, figure.first - 1) || (w.hyphen(i) && !w.word(i + 1))) return std::nullopt;
  else if (w.hyphen(i)) ++i;
  const bool partitive = w.is(i - 1, "of") && determiner(w, i);
  const bool place = w.is(i - 1, "in") && determiner(w, i);
  while (determiner(w, i)) ++i;
  if (place || w.number(i) || time_name(w, i)) return std::nullopt;
  auto head = noun_run(w, i, true);
  if (head) head->partitive = partitive;
  // "in Paris", "for Ana Ruiz": a name is no noun that is funded.
  if (head && w.capital(head->word) && w.capital(i)) return std::nullopt;
  return head;
}

void place_figure(const WordView& w, Figure& f) {
  const At first = f.approximator.empty() ? f.words.first : std::min(f.words.first, f.approximator.first);
  const At end = std::max(f.words.last, f.approximator.last);
  // ---- part
  for (At k = first - 1; k + 4 > first && w.inside(k); --k) {
    if (w.in(k, WordClass::part_word) && !w.any(k, {"more", "less", "fewer", "first"})) f.part = true;
    if (w.starts_sentence(k)) break;
    if (w.mark(k, ';') || w.mark(k, ':')) break;
  }
  if (w.is(first - 1, "of") && w.any(first - 2, {"them"})) f.part = true;
  // "Of that, $200 million was military aid"
  for (At k = first - 1; k + 6 > first && w.inside(k) && !w.starts_sentence(k); --k)
    if (w.any(k, {"that", "this", "those", "these", "which"}) && w.is(k - 1, "of")) f.part = true;
  for (At k = end; k < end + 3; ++k) {
    if (w.clause_end(k)) break;
    if (w.any(k, {"more", "others", "other", "additional", "extra", "alone", "fewer", "less"})) f.part = true;
    if (w.is(k, "of") && w.any(k + 1, {"them", "those", "these", "which", "whom", "the", "its", "their", "his", "her"}))
      f.part = true;
  }
  // ---- change
  At change = first;
  bool near_change = false;
  for (At k = first - 1; k + 7 > first && w.inside(k) && !near_change; --k) {
    if (w.in(k, WordClass::change_verb) || (w.any(k, {"up", "down"}) && !w.is(k + 1, "to"))) {
      near_change = true;
      change = k;
    }
    if (w.starts_sentence(k) || w.mark(k, ';')) break;
  }
  const bool to = w.any(first - 1, {"to", "from"}) || (w.is(first - 1, "a") && w.any(first - 2, {"to", "from"}));
  if (to && near_change) f.change_end = true;
  if (w.is(first - 1, "from") && (w.any(first - 2, {"up", "down"}) || near_change)) f.change_end = true;
  if (w.any(first - 1, {"with", "to"}) && w.any(first - 2, {"compared", "comparison"})) f.change_end = true;
  if (w.any(first - 1, {"against", "than", "versus"}) && f.hedge == Figure::Hedge::none) f.change_end = true;
  if ((w.is(first - 1, "of") && (w.is(first - 2, "instead"))) || (w.is(first - 1, "than") && w.is(first - 2, "rather")))
    f.change_end = true;
  if (near_change && !f.change_end && (change + 1 == first || w.is(first - 1, "by") || w.is(first - 1, "another")))
    f.measure = Measure::change;
  if (w.is(end, "increase") || w.is(end, "rise") || w.is(end, "decrease") ||
      (f.unit == "%" && (w.in(end, WordClass::change_verb) || w.any(end, {"higher", "lower", "more", "less"}))))
    f.measure = Measure::change;
  if (f.measure != Measure::unknown) return;
  if (f.dimension == Dimension::rate) f.measure = Measure::rate;
  // ---- planned or done: the words that govern the figure in its clause; "the 3,200 people" and "the richest 100
  // people" are there already
  const bool superlative = w.word(first - 1) && w.text(first - 1).ends_with("est") && w.text(first - 1).size() > 5;
  const bool there = (superlative || w.any(first - 1, {"the", "all", "its", "their", "those", "these"})) &&
                     w.in(f.words.last, WordClass::np_stop) == false;
  for (At k = there ? ~At{0} : first - 1; k + 9 > first && w.inside(k); --k) {
    if (w.in(k, WordClass::plan_word) && !w.is(k, "estimated") && !(w.is(k, "may") && w.capital(k))) {
      f.measure = w.any(k, {"will", "would", "could", "may", "might", "if"}) || w.is(k, "forecast") ? Measure::forecast
                                                                                                    : Measure::plan;
      return;
    }
    if (w.starts_sentence(k) || w.mark(k, ';')) break;
  }
  for (At k = end; k < end + 3 && !w.clause_end(k); ++k)
    if (w.in(k, WordClass::plan_word) && !w.capital(k)) f.measure = Measure::plan;
}

}  // namespace stet
