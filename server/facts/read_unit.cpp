#include <unordered_map>

#include "facts/figure.h"
#include "facts/units.h"

namespace stet {

namespace {

using At = WordView::At;
using Index = std::unordered_map<std::string_view, const Unit*>;

void add_each(Index& index, std::string_view list, const Unit& unit) {
  while (!list.empty()) {
    const auto end = list.find(' ');
    index.emplace(list.substr(0, end), &unit);
    list = end == std::string_view::npos ? std::string_view() : list.substr(end + 1);
  }
}

const Index& names() {
  static const Index index = [] {
    Index out;
    for (const Unit& u : units()) add_each(out, u.names, u);
    return out;
  }();
  return index;
}

const Index& signs() {
  static const Index index = [] {
    Index out;
    for (const Unit& u : units()) add_each(out, u.signs, u);
    return out;
  }();
  return index;
}

const Unit* find(const Index& index, std::string_view key) {
  const auto it = index.find(key);
  return it == index.end() ? nullptr : it->second;
}

const Unit* by_symbol(std::string_view symbol) {
  for (const Unit& u : units())
    if (u.symbol == symbol) return &u;
  return nullptr;
}

UnitRead made(WordRange words, const Unit& unit) {
  return {words, std::string(unit.symbol), unit.dimension, unit.factor, &unit, false};
}

// One word, or two joined: "nautical miles", "kilowatt-hours", "light years", "metric tons".
std::optional<UnitRead> simple(const WordView& w, At i) {
  if (!w.word(i)) return std::nullopt;
  const std::string first = w.lower(i);
  for (const At skip : {At{1}, At{2}}) {
    if (skip == 2 && !w.hyphen(i + 1)) break;
    if (!w.word(i + skip)) continue;
    if (const Unit* u = find(names(), first + "-" + w.lower(i + skip))) return made({i, i + skip + 1}, *u);
  }
  if (first == "metric" || first == "short" || first == "long" || first == "imperial" || first == "us") {
    const auto rest = simple(w, i + 1);
    if (!rest || (rest->dimension != Dimension::mass && rest->dimension != Dimension::volume)) return std::nullopt;
    UnitRead out = *rest;
    out.words.first = i;
    return out;
  }
  if (const Unit* u = find(signs(), w.text(i))) {
    UnitRead out = made({i, i + 1}, *u);
    out.symbol_only = w.text(i).size() <= 2 && find(names(), first) == nullptr;
    return out;
  }
  if (const Unit* u = find(names(), first)) return made({i, i + 1}, *u);
  return std::nullopt;
}

// square metres, sq km, cubic feet
std::optional<UnitRead> powered(const WordView& w, At i) {
  const bool square = w.any(i, {"square", "sq"}), cubic = w.any(i, {"cubic", "cu"});
  if (!square && !cubic) return std::nullopt;
  At k = i + 1;
  if (w.mark(k, '.') || w.hyphen(k)) ++k;
  const auto length = simple(w, k);
  if (!length || length->dimension != Dimension::length) return std::nullopt;
  const std::string symbol = length->symbol + (square ? "2" : "3");
  const Dimension dimension = square ? Dimension::area : Dimension::volume;
  const double f = length->factor;
  const WordRange words{i, length->words.last};
  if (const Unit* known = by_symbol(symbol)) return made(words, *known);
  return UnitRead{words, symbol, dimension, square ? f * f : f * f * f * 1000, nullptr, false};
}

// The C of 38C (100F) and the F: letters alone mean other things, but not beside each other.
bool one_of_two_scales(const WordView& w, At i) {
  const auto letter = [&](At k, std::string_view c) { return w.text(k) == c && w.glued(k) && w.number(k - 1); };
  for (const auto& [here, there] : {std::pair{"C", "F"}, std::pair{"F", "C"}}) {
    if (!letter(i, here)) continue;
    const bool first = (w.mark(i + 1, '(') || w.mark(i + 1, '/')) && (letter(i + 3, there) || letter(i + 4, there));
    const bool second = (w.mark(i - 2, '(') && letter(i - 3, there)) || (w.mark(i - 2, '/') && letter(i - 3, there)) ||
                        (w.mark(i - 3, '(') && letter(i - 4, there));
    if (first || second) return true;
  }
  return false;
}

std::optional<UnitRead> degrees(const WordView& w, At i) {
  if (one_of_two_scales(w, i)) return made({i, i + 1}, *by_symbol(w.text(i) == "C" ? "Cel" : "[degF]"));
  if (w.mark(i, 0x2103) || w.mark(i, 0x2109)) return made({i, i + 1}, *by_symbol(w.mark(i, 0x2103) ? "Cel" : "[degF]"));
  const bool sign = w.mark(i, 0xB0) || w.mark(i, 0xBA);
  if (!sign && !w.any(i, {"degree", "degrees", "deg"})) return std::nullopt;
  At k = i + 1;
  if (w.hyphen(k)) ++k;
  if (w.is(k, "c") || w.is(k, "f")) {
    const Unit* u = by_symbol(w.is(k, "c") ? "Cel" : "[degF]");
    return made({i, k + 1}, *u);
  }
  const auto scale = simple(w, k);
  if (scale && scale->dimension == Dimension::temperature) {
    UnitRead out = *scale;
    out.words.first = i;
    return out;
  }
  return UnitRead{{i, i + 1}, "deg", Dimension::temperature, 0, nullptr, false};
}

Dimension quotient(const UnitRead& above, const UnitRead& below) {
  if (above.dimension == Dimension::length && below.dimension == Dimension::duration) return Dimension::speed;
  return Dimension::rate;
}

// per hour, an hour, /s after a unit.
std::optional<UnitRead> per(const WordView& w, const UnitRead& above) {
  const At i = above.words.last;
  const bool slash = w.mark(i, '/') && w.glued(i);
  if (!slash && !w.any(i, {"per", "a", "an"})) return std::nullopt;
  if (!slash && above.dimension == Dimension::duration && !w.is(i, "per")) return std::nullopt;
  const auto below = simple(w, i + 1);
  if (!below || below->dimension == above.dimension) return std::nullopt;
  const std::string symbol = above.symbol + "/" + below->symbol;
  const WordRange words{above.words.first, below->words.last};
  if (const Unit* known = by_symbol(symbol)) return made(words, *known);
  const double factor = below->factor > 0 ? above.factor / below->factor : 0;
  return UnitRead{words, symbol, quotient(above, *below), factor, nullptr, false};
}

// ' and " after digits: feet and inches (a prime mark or a straight one, glued).
std::optional<UnitRead> primes(const WordView& w, At i) {
  if (!w.glued(i)) return std::nullopt;
  if (w.mark(i, 0x2033)) return made({i, i + 1}, *by_symbol("in"));
  if (w.mark(i, 0x2032)) return made({i, i + 1}, *by_symbol("ft"));
  return std::nullopt;
}

}  // namespace

std::optional<UnitRead> read_unit(const WordView& w, std::uint32_t i) {
  if (auto unit = degrees(w, i)) return unit;
  if (auto unit = primes(w, i)) return unit;
  std::optional<UnitRead> unit = powered(w, i);
  if (!unit) unit = simple(w, i);
  if (!unit) return std::nullopt;
  if (auto rate = per(w, *unit)) return rate;
  return unit;
}

}  // namespace stet
