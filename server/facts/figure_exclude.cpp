#include "facts/figure_exclude.h"

#include <cmath>

namespace stet {

namespace {

using At = WordView::At;

bool whole(const Quantity& q) { return !q.number.decimal && q.number.scale <= 1 && !q.number.fraction; }

bool year(const WordView& w, const Quantity& q, bool noun) {
  const At i = q.number.words.first;
  if (!w.number(i) || !whole(q) || q.number.grouped || q.value < 1500 || q.value > 2100) return false;
  if (w.text(i).size() != 4) return false;
  if (!noun) return true;
  if (w.any(i - 1, {"about", "around", "some", "nearly", "almost", "over", "than", "least", "roughly", "approximately",
                    "of", "to", "by", "another", "with", "under"}))
    return w.any(i - 1, {"of", "by"});
  return w.any(i - 1, {"the", "in",    "since", "during", "before", "after", "until", "from", "and", "its", "his",
                       "her", "their", "early", "late",   "mid",    "a",     "this",  "that", "for", "at",  "our"}) ||
         w.text(i - 1).starts_with("'") || w.text(i - 1).starts_with("\xE2\x80\x99") || w.capital(i + 1) ||
         w.capital(i - 1) || w.hyphen(i - 1);
}

bool decade(const WordView& w, const Quantity& q) {
  const At end = q.number.words.last;
  return w.glued(end) && w.word(end) && (w.is(end, "s") || w.is(end, "'s") || w.text(end) == "\xE2\x80\x99s");
}

bool clock(const WordView& w, const Quantity& q) {
  const At i = q.number.words.first, end = q.number.words.last;
  if (w.mark(end, ':') && w.glued(end) && w.number(end + 1) && w.glued(end + 1)) return true;
  if (w.mark(i - 1, ':') && w.glued(i) && w.glued(i - 1) && w.number(i - 2)) return true;
  if (q.value > 24 && !(q.value >= 100 && q.value < 2400)) return false;
  if (w.any(end, {"am", "pm", "a.m.", "p.m.", "a.m", "p.m", "o'clock", "gmt", "utc", "est", "bst", "noon", "midnight"}))
    return true;
  if (w.word(end) && w.text(end).starts_with("o\xE2\x80\x99")) return true;
  return (w.any(end, {"a", "p"}) && w.mark(end + 1, '.') && w.is(end + 2, "m")) ||
         (w.is(end, "hours") && w.text(i).size() == 4);
}

// COVID-19, F-16, 24/7, 9/11, 555-0100, 1995-01, 2-1, 3:1 …
bool joined(const WordView& w, const Quantity& q) {
  const At i = q.words.first, end = q.number.words.last;
  if (w.glued(i) && w.inside(i - 1)) {
    if (w.hyphen(i - 1) && w.glued(i - 1) && w.word(i - 2) && w.number(i)) return true;
    if (w.word(i - 1) && w.number(i) && w.text(i - 1).size() < 6) return true;
    if (w.mark(i - 1, '/') && w.glued(i - 1)) return true;
    if (w.mark(i - 1, '#') || w.mark(i - 1, '@') || w.mark(i - 1, '.') || w.mark(i - 1, '^') || w.mark(i - 1, '_'))
      return true;
    if (w.mark(i - 1, '+') && q.number.words.size() == 1) return true;
  }
  if (w.mark(end, '/') && w.glued(end) && w.number(end + 1) && w.glued(end + 1)) return true;
  // A word right behind the digits that was not read as a unit: 777F, 13F, 4x4, 11a.
  return w.number(end - 1) && end == q.words.last && w.word(end) && w.glued(end) && !w.text(end).starts_with("'") &&
         !w.text(end).starts_with("\xE2\x80\x99");
}

// Two numbers and a hyphen that are no range: the second smaller, or sport and votes around them.
bool score_words(const WordView& w, At first, At last) {
  const At from = first > 8 ? first - 8 : 0;
  for (At k = from; k < last + 6; ++k)
    if (w.any(k, {"win",  "wins",  "won",     "beat",  "beats",    "beating", "defeat", "defeated",  "lost",     "loss",
                  "draw", "drew",  "victory", "score", "scored",   "vote",    "voted",  "ruling",    "ruled",    "lead",
                  "led",  "match", "final",   "game",  "thrashed", "tie",     "record", "aggregate", "penalties"}))
      return true;
  return false;
}

bool score(const WordView& w, const Quantity& q) {
  if (q.unit_said || !whole(q) || q.value >= 200) return false;
  const At i = q.words.first, end = q.words.last;
  const auto pair = [&](At left, At dash, At right) {
    if (!w.dash(dash) || !w.glued(dash) || !w.glued(dash + 1) || !w.number(left) || !w.number(right)) return false;
    const std::string a(w.text(left)), b(w.text(right));
    if (a.size() > 3 || b.size() > 3 || a.find_first_of(".,") != a.npos || b.find_first_of(".,") != b.npos)
      return false;
    return std::atoi(a.c_str()) >= std::atoi(b.c_str()) || score_words(w, left, right + 1);
  };
  return pair(end - 1, end, end + 1) || pair(i - 2, i - 1, i);
}

bool phone(const WordView& w, const Quantity& q) {
  const At i = q.words.first, end = q.words.last;
  const auto link = [&](At dash) {
    return (w.hyphen(dash) || w.mark(dash, '.')) && w.glued(dash) && w.glued(dash + 1) && w.number(dash - 1) &&
           w.number(dash + 1);
  };
  if (link(end) && link(end + 2)) return true;
  if (link(i - 1) && (link(i - 3) || link(end))) return true;
  return link(end) && w.text(end + 1).size() > 1 && w.text(end + 1).front() == '0';
}

bool list_number(const WordView& w, const Quantity& q) {
  const At i = q.words.first, end = q.words.last;
  if (q.unit_said || !whole(q) || q.value > 200 || !w.number(i)) return false;
  if (w.mark(i - 1, '[') && w.mark(end, ']')) return true;
  const bool begins = i == 0 || w.starts_sentence(i) || (w.mark(i - 1, '(') && w.starts_sentence(i - 1));
  if (!begins) return w.mark(end, ')') && !w.mark(i - 1, '(') && w.glued(end) && w.mark(i - 1, ';');
  return (w.mark(end, '.') || w.mark(end, ')')) && w.glued(end) && w.inside(end + 1);
}

bool labelled(const WordView& w, const Quantity& q, bool noun) {
  const At i = q.words.first, end = q.words.last;
  if (q.unit_said || !whole(q)) return false;
  At before = i - 1;
  if (w.mark(before, '.') && w.any(before - 1, {"no", "nos", "vol", "fig", "pp", "p", "sec", "art", "ch"})) return true;
  if (w.in(before, WordClass::number_cue) &&
      !(noun && w.any(before, {"no", "number", "numbers", "round", "day", "week"})))
    return w.number(i) || w.any(before, {"number", "chapter", "page", "act", "channel", "phase", "stage", "type"});
  // "and", "to" after a labelled number: pages 3 and 4
  if (w.any(before, {"and", "to"}) && w.number(before - 1) && w.in(before - 2, WordClass::number_cue)) return true;
  if (noun || !w.number(i) || w.text(i).size() > 4) return false;
  // Apollo 11, World War 2: a name and a number with nothing counted after it.
  return w.capital(before) && !w.starts_sentence(before) && !w.in(before, WordClass::np_stop) && w.word(before) &&
         !w.in(before, WordClass::month) && !w.glued(i) && !w.mark(end, '%');
}

bool address(const WordView& w, const Quantity& q) {
  const At end = q.words.last;
  if (q.unit_said || !whole(q) || !w.number(q.words.first)) return false;
  for (At k = end; k < end + 4 && w.word(k) && w.capital(k); ++k)
    if (k > end && w.in(k, WordClass::street)) return true;
  return false;
}

// "one" that stands for a noun: the one, this one, one of the largest.
bool pronoun(const WordView& w, const Quantity& q, bool noun) {
  const At i = q.words.first;
  if (q.words.size() != 1 || !w.is(i, "one") || q.unit_said) return false;
  if (!w.inside(i + 1) && i == 0) return false;
  if (!noun) return true;
  return w.any(i - 1,
               {"the", "this", "that", "no", "any", "every", "each", "which", "another", "some", "not", "only"}) ||
         w.any(i + 1,
               {"of", "day", "thing", "way", "side", "hand", "point", "time", "another", "reason", "can", "must"});
}

}  // namespace

bool is_no_figure(const WordView& w, const Quantity& q, bool noun) {
  if (q.dimension == Dimension::ordinal) return false;
  if (q.dimension == Dimension::money || q.dimension == Dimension::percent || q.dimension == Dimension::points)
    return false;
  if (decade(w, q) || clock(w, q) || joined(w, q) || phone(w, q) || score(w, q)) return true;
  if (pronoun(w, q, noun)) return true;
  if (q.unit_said) return false;
  return year(w, q, noun) || list_number(w, q) || labelled(w, q, noun) || address(w, q);
}

}  // namespace stet
