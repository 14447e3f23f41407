#include "facts/from_to.h"

#include "facts/interval.h"

namespace stet {

namespace {

// Words between the ends; more, and the second belongs to something else.
constexpr std::uint32_t furthest = 8;

bool share(const Figure& f) { return f.dimension == Dimension::percent || f.dimension == Dimension::points; }

// A bare first number takes the second's unit, but not when that is in another scale: "from 2 to 3 million", "from 10
// to 30 cents" say what they mean and the first figure does not.
bool one_scale(const Paragraph& paragraph, const Figure& bare, const Figure& other) {
  if (bare.in_words || other.in_words) return *other.value < 1000 * *bare.value && *bare.value < 1000 * *other.value;
  return digits_of(paragraph, other).has_value() || !digits_of(paragraph, bare);
}

bool one_kind(const Paragraph& paragraph, const Figure& first, const Figure& second) {
  if (share(first) != share(second)) return false;
  if (first.dimension != Dimension::number) return same_kind(first, second);
  return one_scale(paragraph, first, second);
}

}  // namespace

std::optional<FromTo> from_to(const WordView& w, const Figure& a, const Figure& b) {
  if (!plain(a) || !plain(b) || *a.value <= 0 || *b.value <= 0) return std::nullopt;
  if (b.words.first - a.words.last > furthest || !one_kind(w.paragraph(), a, b)) return std::nullopt;
  const WordRange both{a.words.first, b.words.last};
  if (w.is(a.words.first - 1, "from") && w.is(b.words.first - 1, "to")) return FromTo{&a, &b, both};
  if (w.is(a.words.first - 1, "to") && w.is(b.words.first - 1, "from")) return FromTo{&b, &a, both};
  return std::nullopt;
}

bool counted_otherwise(const WordView& w, WordRange sentence) {
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i)
    if (w.any(i, {"annual", "annually", "annualised", "annualized", "inflation", "adjusted", "average", "real",
                  "yearly", "compound", "respectively"}) ||
        (w.any(i, {"a", "per", "each", "every"}) && w.any(i + 1, {"year", "month", "week", "day", "decade"}) &&
         !w.any(i - 1, {"in", "within", "over", "than", "after", "for", "half"})))
      return true;
  return false;
}

}  // namespace stet
