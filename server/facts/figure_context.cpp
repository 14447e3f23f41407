#include "facts/figure_context.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>
#include <utility>

#include "facts/toll.h"
#include "facts/word_view.h"

namespace stet {

namespace {

using At = WordView::At;
using Set = std::vector<std::uint32_t>;

// Verbs of money and number whose past is another word, by their present.
constexpr std::array<std::pair<std::string_view, std::string_view>, 16> pasts{{{"paid", "pay"},
                                                                               {"spent", "spend"},
                                                                               {"lent", "lend"},
                                                                               {"sent", "send"},
                                                                               {"sold", "sell"},
                                                                               {"bought", "buy"},
                                                                               {"built", "build"},
                                                                               {"lost", "lose"},
                                                                               {"won", "win"},
                                                                               {"held", "hold"},
                                                                               {"gave", "give"},
                                                                               {"given", "give"},
                                                                               {"took", "take"},
                                                                               {"taken", "take"},
                                                                               {"made", "make"},
                                                                               {"rebuilt", "rebuild"}}};

// A light stem: English endings of inflection and -ment (payments, paid), hashed (FNV-1a). Never 0.
std::uint32_t stem(std::string_view word) {
  std::string s = singular(word);
  for (const auto& [past, present] : pasts)
    if (s == past) s = present;
  const auto cut = [&](std::string_view end, std::size_t keep) {
    if (s.size() < end.size() + keep || !s.ends_with(end)) return false;
    s.resize(s.size() - end.size());
    return true;
  };
  if (cut("ing", 3) || cut("ed", 3)) {
    if (s.size() > 3 && s[s.size() - 1] == s[s.size() - 2]) s.pop_back();
  }
  cut("ment", 3);
  cut("e", 3);
  std::uint32_t h = 0x811c9dc5u;
  for (const char c : s) h = (h ^ static_cast<unsigned char>(c)) * 0x01000193u;
  return h == 0 ? 1 : h;
}

void tidy(Set& set) {
  std::sort(set.begin(), set.end());
  set.erase(std::unique(set.begin(), set.end()), set.end());
}

bool year(const WordView& w, At i) {
  if (!w.number(i)) return false;
  const std::string_view t = w.text(i);
  return t.size() == 4 && (t.starts_with("19") || t.starts_with("20") || t.starts_with("18"));
}

bool relative_time(const WordView& w, At i) {
  return w.any(i, {"last", "this", "next", "previous", "past", "that"}) &&
         w.any(i + 1, {"year", "month", "week", "quarter", "decade", "season", "summer", "winter", "spring", "autumn",
                       "night", "morning", "afternoon", "evening", "weekend", "century"});
}

// A capital is a name's own, unless the sentence's beginning explains it: "Insurers have".
bool is_name(const WordView& w, At i) { return w.capital(i) && !(w.starts_sentence(i) && looks_plural(w.text(i))); }

bool narrows(const WordView& w, At i) {
  return w.word(i) && !w.in(i, WordClass::np_stop) && !w.in(i, WordClass::determiner);
}

// "the 13 homes", "its $5m loan", "all 421 passengers": what the reader has been told of before. Of a noun before the
// figure ("the repairs would cost") its own article tells.
bool definite(const WordView& w, const Figure& f) {
  At i = f.words.first;
  if (f.head && *f.head < f.words.first) {
    i = *f.head;
    while (i > 0 && !w.starts_sentence(i) && narrows(w, i - 1)) --i;
  }
  return i > 0 && !w.starts_sentence(i) &&
         w.any(i - 1, {"the", "its", "his", "her", "their", "this", "that", "those", "these", "all", "both"});
}

// What is said in one sentence, shared by its figures.
struct SentenceWords {
  FigureContext shared;  // names, windows, source
  WordRange words;
  std::vector<std::uint32_t> stems;  // of each word; 0 for those that tell nothing
};

SentenceWords read_sentence(const WordView& w, WordRange range) {
  SentenceWords out{{}, range, std::vector<std::uint32_t>(range.size())};
  FigureContext& c = out.shared;
  for (At i = range.first; i < range.last; ++i) {
    if (year(w, i)) c.windows.push_back(stem(w.text(i)));
    if (!w.word(i)) continue;
    if (relative_time(w, i)) {
      c.windows.push_back(stem(w.text(i)) ^ stem(w.text(i + 1)));
      continue;
    }
    if (w.any(i, {"today", "yesterday", "tomorrow", "now", "currently", "monthly", "annually", "daily", "weekly"}) ||
        (w.capital(i) && (w.in(i, WordClass::month) || w.in(i, WordClass::weekday)))) {
      c.windows.push_back(stem(w.text(i)));
      continue;
    }
    if (w.any(i, {"said", "says", "say", "claimed", "claim", "claims", "reported", "estimated", "according"})) {
      const At who = w.is(i, "according") ? i + 2 : i - 1;
      if (c.source == 0 && w.word(who)) c.source = stem(w.text(who));
      continue;
    }
    if (w.in(i, WordClass::np_stop) || w.in(i, WordClass::number_word) || w.text(i).size() < 3) continue;
    const std::uint32_t s = stem(w.text(i));
    out.stems[i - range.first] = s;
    if (is_name(w, i)) c.names.push_back(s);
  }
  tidy(c.names);
  tidy(c.windows);
  return out;
}

// Does a mark, a verb of saying or a conjunction between i - 1 and i part two clauses?
bool parts_clauses(const WordView& w, At i) {
  if (w.mark(i, ';') || w.mark(i, ':') || w.mark(i, 0x2014)) return true;
  if (w.in(i, WordClass::say_verb) || w.is(i, "according")) return true;
  return w.mark(i, ',') && w.any(i + 1, {"and", "but", "while", "which", "who", "although", "though", "whereas",
                                         "because", "as", "when", "where", "after", "before", "if"});
}

// The clause that a figure stands in.
WordRange clause_of(const WordView& w, WordRange figure, WordRange sentence) {
  // A figure may run over the border of a table's cell, which ends a sentence.
  WordRange out{std::max(figure.first, sentence.first), std::min(figure.last, sentence.last)};
  while (out.first > sentence.first && !parts_clauses(w, out.first - 1)) --out.first;
  while (out.last < sentence.last && !parts_clauses(w, out.last)) ++out.last;
  return out;
}

bool comparable(const Figure& f) {
  if (f.dimension == Dimension::ordinal || f.dimension == Dimension::age || f.dimension == Dimension::number ||
      f.dimension == Dimension::ratio || f.dimension == Dimension::duration)
    return false;
  if (f.dimension == Dimension::count && f.value.value_or(2) < 2) return false;
  if (f.unit.starts_with("time/") || f.unit == "time" || f.unit == "thing" || f.unit == "way") return false;
  return f.value.has_value() && (f.dimension != Dimension::percent || f.head.has_value());
}

// "payments of $2m", "a budget of about £300": the noun whose amount it is; past every word where there is none.
At noun_of_amount(const WordView& w, const Figure& f) {
  const At first = f.approximator.empty() ? f.words.first : std::min(f.words.first, f.approximator.first);
  const At noun = first - 2;
  if (f.dimension != Dimension::money || !w.is(first - 1, "of") || !w.word(noun) || w.capital(noun) ||
      w.in(noun, WordClass::np_stop) || w.in(noun, WordClass::change_verb) || w.in(noun, WordClass::number_word))
    return ~At{0};
  return noun;
}

}  // namespace

std::vector<FigureContext> figure_contexts(const Paragraph& paragraph, const Context& context,
                                           std::span<const Figure> figures) {
  const WordView w(paragraph, context);
  std::vector<FigureContext> out;
  out.reserve(figures.size());
  SentenceWords said;
  std::uint32_t known = ~0u;
  for (const Figure& f : figures) {
    const Toll toll = toll_of(w, f);
    if (!comparable(f) && toll == Toll::none) {
      out.emplace_back();
      continue;
    }
    const std::uint32_t sentence = paragraph.sentence_of(f.words.first);
    WordRange range = paragraph.sentences[sentence].words;
    // A sentence of unusual length is read around the figure only.
    const bool whole = range.size() <= 120;
    if (!whole)
      range = {std::max(range.first, f.words.first - std::min(f.words.first, 40u)),
               std::min(range.last, f.words.last + 40)};
    if (!whole || known != sentence) said = read_sentence(w, range);
    known = whole ? sentence : ~0u;
    FigureContext c = said.shared;
    WordRange clause = clause_of(w, f.words, range);
    // "The 39 banks" were told of before: only a time right beside them is theirs, not one of the sentence's other
    // doings.
    c.definite = definite(w, f);
    if (c.definite && clause.size() > 16)
      c.windows = read_sentence(w, {std::max(range.first, f.words.first - std::min(f.words.first, 8u)),
                                    std::min(range.last, f.words.last + 8)})
                      .shared.windows;
    // "the reactor, which produces 900 MW": what a relative clause is about stands before it.
    if (clause.first > range.first + 1 && w.any(clause.first, {"which", "who", "where"})) clause.first -= 2;
    for (At i = clause.first; i < clause.last; ++i)
      if (const std::uint32_t s = said.stems[i - range.first]; s != 0 && !f.words.contains(i)) c.content.push_back(s);
    tidy(c.content);
    c.comparable = true;
    c.sentence = sentence;
    if (toll != Toll::none) {
      c.head = static_cast<std::uint32_t>(toll);
    } else if (f.head) {
      c.head = stem(w.text(*f.head));
      const At from = std::min(f.words.last, *f.head);
      for (At i = from; i < *f.head && i < from + 8; ++i)
        if (w.word(i) && !w.in(i, WordClass::np_stop)) c.modifiers.push_back(stem(w.text(i)));
      // Of a noun before the figure what stands before it narrows it: "the first phase cost", "a family ticket costs".
      c.named = *f.head < f.words.first;
      if (c.named)
        for (At i = *f.head; i > range.first && i + 4 > *f.head && narrows(w, i - 1); --i)
          c.modifiers.push_back(stem(w.text(i - 1)));
      tidy(c.modifiers);
    } else if (const At noun = noun_of_amount(w, f); w.inside(noun)) {
      c.amount_of = stem(w.text(noun));
    }
    out.push_back(std::move(c));
  }
  return out;
}

}  // namespace stet
