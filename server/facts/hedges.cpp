#include "facts/hedges.h"

#include <algorithm>
#include <array>
#include <limits>

namespace stet {

namespace {

using At = WordView::At;
using Hedge = Figure::Hedge;

struct Phrase {
  std::array<WordKey, 4> words;  // the last word first
  Hedge hedge;
};

// Longer before shorter.
constexpr std::array phrases = std::to_array<Phrase>({
    {{"than", "more", "no"}, Hedge::at_most},
    {{"than", "more", "not"}, Hedge::at_most},
    {{"than", "more", "little"}, Hedge::over},
    {{"than", "less", "no"}, Hedge::at_least},
    {{"than", "less", "not"}, Hedge::at_least},
    {{"than", "fewer", "no"}, Hedge::at_least},
    {{"than", "less", "little"}, Hedge::under},
    {{"of", "excess", "in"}, Hedge::over},
    {{"of", "maximum", "a"}, Hedge::at_most},
    {{"of", "minimum", "a"}, Hedge::at_least},
    {{"of", "short", "just"}, Hedge::under},
    {{"as", "many", "as"}, Hedge::under},
    {{"as", "much", "as"}, Hedge::under},
    {{"as", "high", "as"}, Hedge::under},
    {{"as", "few", "as"}, Hedge::at_least},
    {{"as", "little", "as"}, Hedge::at_least},
    {{"than", "more"}, Hedge::over},
    {{"than", "greater"}, Hedge::over},
    {{"than", "higher"}, Hedge::over},
    {{"than", "larger"}, Hedge::over},
    {{"than", "less"}, Hedge::at_most},
    {{"than", "fewer"}, Hedge::at_most},
    {{"than", "lower"}, Hedge::at_most},
    {{"than", "smaller"}, Hedge::at_most},
    {{"of", "upwards"}, Hedge::over},
    {{"of", "upward"}, Hedge::over},
    {{"of", "north"}, Hedge::over},
    {{"of", "short"}, Hedge::under},
    {{"least", "at"}, Hedge::at_least},
    {{"most", "at"}, Hedge::at_most},
    {{"to", "up"}, Hedge::under},
    {{"to", "close"}, Hedge::under},
    {{"over", "just"}, Hedge::over},
    {{"over", "well"}, Hedge::over},
    {{"above", "just"}, Hedge::over},
    {{"under", "just"}, Hedge::under},
    {{"below", "just"}, Hedge::under},
    {{"estimated", "an"}, Hedge::about},
    {{"like", "something"}, Hedge::about},
    {{"about"}, Hedge::about},
    {{"around"}, Hedge::about},
    {{"roughly"}, Hedge::about},
    {{"approximately"}, Hedge::about},
    {{"approx"}, Hedge::about},
    {{"circa"}, Hedge::about},
    {{"some"}, Hedge::about},
    {{"estimated"}, Hedge::about},
    {{"nearly"}, Hedge::under},
    {{"almost"}, Hedge::under},
    {{"approaching"}, Hedge::under},
    {{"under"}, Hedge::at_most},
    {{"below"}, Hedge::at_most},
    {{"over"}, Hedge::over},
    {{"above"}, Hedge::over},
    {{"exceeding"}, Hedge::over},
    {{"exceed"}, Hedge::over},
    {{"exceeds"}, Hedge::over},
    {{"exceeded"}, Hedge::over},
    {{"surpass"}, Hedge::over},
    {{"surpassing"}, Hedge::over},
    {{"surpassed"}, Hedge::over},
    {{"topping"}, Hedge::over},
});

struct LastWords {
  WordKey words[phrases.size()];
};
constexpr LastWords last_words = [] {
  LastWords out;
  for (std::size_t i = 0; i < phrases.size(); ++i) out.words[i] = phrases[i].words[0];
  return out;
}();
constexpr WordKeySet ends_phrase{last_words.words};  // hardly any word does

bool stands(const WordView& w, At last, const Phrase& phrase) {
  At i = last;
  for (const WordKey& word : phrase.words) {
    if (word.empty()) break;
    if (!w.is(i, word)) return false;
    --i;
  }
  return true;
}

std::uint32_t length(const Phrase& phrase) {
  std::uint32_t n = 0;
  for (const WordKey& word : phrase.words) n += word.empty() ? 0 : 1;
  return n;
}

HedgeRead before(const WordView& w, At first) {
  At last = first - 1;
  if (w.mark(last, '<') || w.mark(last, '>') || w.mark(last, '~') || w.mark(last, 0x2248))
    return {{last, first}, w.mark(last, '<') ? Hedge::at_most : w.mark(last, '>') ? Hedge::over : Hedge::about};
  if (w.mark(last, 0x2264) || w.mark(last, 0x2265))
    return {{last, first}, w.mark(last, 0x2264) ? Hedge::at_most : Hedge::at_least};
  if (w.mark(last, '=') && (w.mark(last - 1, '<') || w.mark(last - 1, '>')))
    return {{last - 1, first}, w.mark(last - 1, '<') ? Hedge::at_most : Hedge::at_least};
  if (w.any(last, {"a", "an", "the"})) --last;
  // "equal to or less than", "less than or equal to"
  if (w.is(last, "to") && w.is(last - 1, "equal") && w.is(last - 2, "or") && w.is(last - 3, "than"))
    return {{last - 4, first}, w.any(last - 4, {"less", "fewer", "lower"}) ? Hedge::at_most : Hedge::at_least};
  if (w.is(last, "equal") && w.is(last - 1, "or") && w.any(last - 2, {"less", "more"})) return {};
  if (!w.inside(last) || !ends_phrase.contains(w.key(last))) return {};
  for (const Phrase& phrase : phrases)
    if (stands(w, last, phrase)) return {{last + 1 - length(phrase), first}, phrase.hedge};
  return {};
}

HedgeRead after(const WordView& w, At i) {
  if (w.mark(i, '+') && w.glued(i)) return {{i, i + 1}, Hedge::at_least};
  if (w.hyphen(i) && w.is(i + 1, "odd")) return {{i, i + 2}, Hedge::about};
  if (w.hyphen(i) && w.is(i + 1, "plus")) return {{i, i + 2}, Hedge::at_least};
  if (!w.any(i, {"or", "and"})) return {};
  if (w.any(i + 1, {"more", "above", "over", "greater", "higher"}) && !w.is(i + 2, "than"))
    return {{i, i + 2}, Hedge::at_least};
  if (w.any(i + 1, {"less", "fewer", "below", "under", "lower"}) && w.is(i, "or") && !w.is(i + 2, "than"))
    return {{i, i + 2}, Hedge::at_most};
  if (w.is(i + 1, "so") && w.is(i, "or")) return {{i, i + 2}, Hedge::about};
  return {};
}

}  // namespace

HedgeRead read_hedge(const WordView& w, WordRange figure) {
  const HedgeRead late = after(w, figure.last);
  if (late.hedge == Hedge::at_least || late.hedge == Hedge::at_most) return late;
  const HedgeRead early = before(w, figure.first);
  return early.hedge != Hedge::none ? early : late;
}

std::pair<double, double> hedged(Hedge hedge, double value, std::pair<double, double> meant) {
  constexpr double infinite = std::numeric_limits<double>::infinity();
  const auto near = [&](double below, double above) {
    return std::minmax({value * below, value * above, value}, std::less<>());
  };
  switch (hedge) {
    case Hedge::none: return meant;
    case Hedge::about: {
      const auto [low, high] = near(.9, 1.1);
      return {std::min(low, meant.first), std::max(high, meant.second)};
    }
    case Hedge::under: return {near(.9, 1).first, value};
    case Hedge::over:
    case Hedge::at_least: return {value, near(1, 1.15).second};
    case Hedge::at_most: return {-infinite, value};
  }
  return meant;
}

}  // namespace stet
