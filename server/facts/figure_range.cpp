#include "facts/figure_range.h"

#include "facts/hedges.h"
#include "facts/units.h"

namespace stet {

namespace {

using At = WordView::At;

// Past an approximator inside a range: "between 2 g and about 7 g", "2 - ~7".
At skip_hedge(const WordView& w, At i) {
  if (w.any(i, {"about", "around", "roughly", "nearly", "almost", "approximately", "perhaps", "some"}) ||
      w.mark(i, '~'))
    ++i;
  if (w.any(i, {"a"}) || (w.is(i, "the") && w.in(i + 1, WordClass::number_word))) ++i;
  return i;
}

bool change_before(const WordView& w, At from) {
  for (At k = from - 1; k + 7 > from && w.inside(k); --k) {
    if (w.in(k, WordClass::change_verb) || w.any(k, {"up", "down", "went", "go", "goes", "moved", "back", "turned"}))
      return true;
    if (w.starts_sentence(k) || w.mark(k, ';')) return false;
  }
  return false;
}

// Makes both ends speak of the same unit; false where they cannot.
bool agree(Quantity& low, Quantity& high) {
  if (low.dimension == Dimension::ordinal || high.dimension == Dimension::ordinal)
    return low.dimension == high.dimension;
  if (!low.unit_said && high.unit_said) {
    if (low.number.scale <= 1 && high.number.scale > 1 && low.value < high.number.value / high.number.scale) {
      low.value *= high.number.scale;
      low.number.scale = high.number.scale;
    }
    low.value *= high.worth;
    low.dimension = high.dimension;
    low.unit = high.unit;
    low.factor = high.factor;
    low.unit_said = true;
    return true;
  }
  if (low.unit_said && !high.unit_said) {
    // "$10 to 20": only where the second is as large and nothing else.
    if (low.dimension != Dimension::money && low.dimension != Dimension::temperature) return false;
    high.value *= low.worth;
    high.dimension = low.dimension;
    high.unit = low.unit;
    high.factor = low.factor;
    high.unit_said = true;
    return high.value >= low.value;
  }
  if (low.dimension != high.dimension) return false;
  if (low.unit != high.unit && !low.unit.empty() && !high.unit.empty()) {
    if (low.factor <= 0 || high.factor <= 0) return false;
    low.value *= low.factor / high.factor;
    low.unit = high.unit;
    low.factor = high.factor;
  }
  if (low.number.scale <= 1 && high.number.scale > 1 && low.value < high.number.value / high.number.scale &&
      (low.number.words.last == low.words.last)) {
    low.value *= high.number.scale;
    low.number.scale = high.number.scale;
  }
  return true;
}

std::optional<Range> join(const WordRange words, Quantity low, Quantity high) {
  if (low.number.vague || high.number.vague) return std::nullopt;
  if (!agree(low, high) || low.value == high.value) return std::nullopt;
  if (low.value > high.value) std::swap(low, high);
  return Range{words, low, high};
}

}  // namespace

std::optional<Range> read_range(const WordView& w, const Quantity& first) {
  const At i = first.words.first, end = first.words.last;
  At before = i - 1;
  if (w.any(before, {"about", "around", "roughly", "nearly", "the"})) --before;
  const auto second = [&](At at) -> std::optional<Quantity> {
    if (w.starts_sentence(at)) return std::nullopt;
    return read_quantity(w, skip_hedge(w, at));
  };
  if (w.is(end, "and") && w.is(before, "between")) {
    const auto other = second(end + 1);
    if (!other) return std::nullopt;
    return join({before, other->words.last}, first, *other);
  }
  const bool dash =
      w.dash(end) && (w.glued(end) == w.glued(end + 1) || w.mark(end + 1, '~') || w.mark(end, 0x2013) || w.hyphen(end));
  const bool to = w.is(end, "to") || (w.hyphen(end) && w.is(end + 1, "to") && w.hyphen(end + 2));
  const bool from = w.is(before, "from");
  if (to || dash) {
    if (first.number.fraction && to) return std::nullopt;
    if (dash && (first.number.in_words || (first.hyphenated && w.hyphen(end)))) return std::nullopt;
    const auto other = second(dash || w.is(end, "to") ? end + 1 : end + 3);
    if (!other || (dash && other->number.in_words)) return std::nullopt;
    if (to && change_before(w, from ? before : i)) return std::nullopt;
    if (!from && other->value < first.value && !other->unit_said) return std::nullopt;
    if (to && !from && !other->unit_said && other->value <= first.value) return std::nullopt;
    return join({from && to ? before : i, other->words.last}, first, *other);
  }
  if (from && w.is(end, "and")) {
    const auto other = second(end + 1);
    if (!other || !first.unit_said || other->unit != first.unit || change_before(w, before)) return std::nullopt;
    return join({before, other->words.last}, first, *other);
  }
  // two or three
  if (w.is(end, "or") && !first.unit_said && !first.number.decimal) {
    const auto other = second(end + 1);
    if (!other || other->number.decimal || other->value <= first.value || other->value > 2 * first.value + 1)
      return std::nullopt;
    return join({i, other->words.last}, first, *other);
  }
  return std::nullopt;
}

std::optional<Range> read_bounds(const WordView& w, const Quantity& first) {
  using Hedge = Figure::Hedge;
  At i = first.words.last;
  if (w.mark(i, ',')) ++i;
  if (!w.any(i, {"and", "but"})) return std::nullopt;
  const HedgeRead one = read_hedge(w, first.words);
  const bool low = one.hedge == Hedge::over || one.hedge == Hedge::at_least;
  if (!low && one.hedge != Hedge::at_most) return std::nullopt;
  constexpr At longest = 6;  // less than or equal to the …
  for (At k = i + 2; k <= i + 1 + longest && !w.clause_end(k); ++k) {
    const auto other = read_quantity(w, k);
    if (!other) continue;
    const HedgeRead two = read_hedge(w, other->words);
    const bool high = two.hedge == Hedge::at_most || two.hedge == Hedge::under;
    const bool opposite = low ? high : two.hedge == Hedge::over || two.hedge == Hedge::at_least;
    if (!opposite || two.words.first != i + 1) return std::nullopt;
    if (low ? first.value >= other->value : first.value <= other->value) return std::nullopt;
    return join({first.words.first, other->words.last}, first, *other);
  }
  return std::nullopt;
}

std::optional<Quantity> read_ratio(const WordView& w, const Quantity& first) {
  if (first.unit_said || first.number.decimal || first.value < 1 || first.number.ordinal) return std::nullopt;
  At i = first.words.last;
  const bool out = w.is(i, "out") && w.is(i + 1, "of");
  if (!out && !w.is(i, "in")) return std::nullopt;
  i += out ? 2 : 1;
  if (w.is(i, "every")) ++i;
  const auto below = read_quantity(w, i);
  if (!below || below->unit_said || below->number.decimal || below->number.ordinal || below->number.fraction)
    return std::nullopt;
  if (below->value <= first.value || (below->value >= 1500 && below->value < 2100 && !below->number.grouped))
    return std::nullopt;
  if (!out && first.value != 1) {
    const bool usual = below->value <= 10 || below->value == 100 || below->value == 1000;
    if (!usual || (w.word(below->words.last) && looks_plural(w.text(below->words.last)) && first.value > 9))
      return std::nullopt;
    if (w.capital(first.words.first - 1)) return std::nullopt;
  }
  if (out && below->value > 1e6) return std::nullopt;
  Quantity q = first;
  q.words.last = below->words.last;
  q.value = first.value / below->value;
  q.number.value = q.value;
  q.number.fraction = true;
  q.number.in_words = true;
  q.dimension = Dimension::ratio;
  return q;
}

}  // namespace stet
