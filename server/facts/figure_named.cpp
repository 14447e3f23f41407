// The noun before a figure: what it is said of.
#include "facts/figure_heads.h"

namespace stet {

namespace {

using At = WordView::At;

constexpr At reach = 24;  // words: a clause, never a megabyte

// Verbs that say what something costs, comes to or measures; with their forms of be.
constexpr WordKeySet equals{{"is",       "was",      "are",      "were",     "be",      "been",    "cost",
                             "costs",    "costing",  "stood",    "stands",   "reached", "reaches", "totalled",
                             "totaled",  "totals",   "came",     "worth",    "weighs",  "weighed", "measures",
                             "measured", "averaged", "averages", "remained", "remains"}};
// What may stand between such a verb and the figure.
constexpr WordKeySet between{{"at",      "to",     "a",      "an",     "the",     "about",     "around",
                              "roughly", "some",   "nearly", "almost", "only",    "just",      "over",
                              "under",   "than",   "more",   "less",   "up",      "estimated", "approximately",
                              "valued",  "priced", "now",    "still",  "already", "least",     "most"}};
// Nouns of amount that name no quantity by themselves: "a turnout rate of" is about turnout, "a total of" about
// nothing.
constexpr WordKeySet amounts{{"rate",    "total",    "sum",     "level",    "number",  "amount", "figure", "value",
                              "average", "maximum",  "minimum", "majority", "range",   "record", "high",   "low",
                              "peak",    "one",      "some",    "because",  "instead", "out",    "share",  "proportion",
                              "portion", "increase", "rise",    "fall",     "drop",    "gain"}};

bool noun_like(const WordView& w, At i) {
  return w.word(i) && !w.in(i, WordClass::np_stop) && !w.in(i, WordClass::number_word) && !w.in(i, WordClass::month) &&
         w.text(i).size() > 2 && !w.text(i).ends_with("ly");
}

// Where the clause of word i begins: behind a mark that parts clauses, a conjunction or a verb of saying.
At clause_begin(const WordView& w, At i) {
  At k = i;
  while (k > 0 && i - k < reach && !w.starts_sentence(k)) {
    const At before = k - 1;
    if (w.mark(before, ';') || w.mark(before, ':') || w.mark(before, 0x2014) || w.mark(before, ',') ||
        w.in(before, WordClass::say_verb) ||
        w.any(before, {"and", "but", "while", "because", "although", "though", "whereas", "when", "if", "as"}))
      break;
    --k;
  }
  return k;
}

// The head of the noun phrase that begins the clause: the last word before a preposition, a relative pronoun, an
// auxiliary or the verb.
std::optional<Head> subject(const WordView& w, At begin, At verb) {
  std::optional<At> noun;
  for (At k = begin; k < verb; ++k) {
    const bool opens = !noun && (w.in(k, WordClass::determiner) || w.any(k, {"that", "and"}));
    if (opens) continue;
    if (!noun_like(w, k) || (w.capital(k) && !w.starts_sentence(k))) break;
    if (noun && !w.capital(k) && w.text(k).ends_with("ed")) break;
    noun = k;
  }
  if (!noun) return std::nullopt;
  return Head{*noun, *noun + 1};
}

// "sold the house for", "the house was sold for"
std::optional<Head> sold(const WordView& w, At i) {
  static constexpr WordKeySet trades{{"sold", "sell", "sells", "bought", "buy", "buys", "acquired", "auctioned",
                                      "leased", "rented", "insured", "traded"}};
  if (i == 0 || !w.word(i - 1)) return std::nullopt;
  if (trades.contains(w.key(i - 1))) {
    At verb = i - 1;
    while (verb > 0 && !w.starts_sentence(verb) && w.in(verb - 1, WordClass::auxiliary)) --verb;
    return verb == i - 1 ? std::nullopt : subject(w, clause_begin(w, verb), verb);
  }
  for (At k = i - 1; k > 0 && i - k < 6 && !w.starts_sentence(k) && w.word(k); --k)
    if (trades.contains(w.key(k - 1)))
      return noun_like(w, i - 1) && !w.capital(i - 1) ? std::optional(Head{i - 1, i}) : std::nullopt;
  return std::nullopt;
}

}  // namespace

std::optional<Head> named_noun(const WordView& w, WordRange figure) {
  At i = figure.first;
  while (i > 0 && !w.starts_sentence(i) && w.word(i - 1) && figure.first - i < 6 && between.contains(w.key(i - 1))) --i;
  if (i == 0 || w.starts_sentence(i)) return std::nullopt;
  const At before = i - 1;
  if (w.is(before, "of") && !w.starts_sentence(before)) {
    At noun = before - 1;
    if (w.word(noun) && amounts.contains(w.key(noun)) && !w.starts_sentence(noun)) --noun;
    if (!noun_like(w, noun) || amounts.contains(w.key(noun)) || (w.capital(noun) && !w.starts_sentence(noun)))
      return std::nullopt;
    return Head{noun, noun + 1};
  }
  if (w.is(before, "for")) return sold(w, before);
  if (!w.word(before) || !equals.contains(w.key(before))) return std::nullopt;
  At verb = before;
  while (verb > 0 && !w.starts_sentence(verb) && (w.in(verb - 1, WordClass::auxiliary) || w.is(verb - 1, "to"))) --verb;
  return subject(w, clause_begin(w, verb), verb);
}

}  // namespace stet
