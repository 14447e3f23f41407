#include "facts/cluster.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <unordered_map>

#include "facts/facts.h"
#include "facts/toll.h"
#include "prose/carried.h"

namespace stet {

namespace {

constexpr std::size_t most = 32;       // how many before it a figure is held against
constexpr std::uint32_t few_uses = 4;  // of a noun that is rare

using Set = std::vector<std::uint32_t>;

std::size_t shared(const Set& a, const Set& b) {
  std::size_t n = 0;
  for (auto x = a.begin(), y = b.begin(); x != a.end() && y != b.end();) {
    if (*x == *y) ++n;
    if (*x <= *y) {
      if (*x == *y) ++y;
      ++x;
    } else {
      ++y;
    }
  }
  return n;
}

bool has(const Set& set, std::uint32_t x) { return std::binary_search(set.begin(), set.end(), x); }

struct Mention {
  FigurePair::Place place;
  const Figure* figure;
  const FigureContext* context;
};

// A bare $ is compatible with any dollar.
bool same_unit(const std::string& a, const std::string& b) {
  if (a == b) return true;
  const auto bare = [](const std::string& x, const std::string& y) {
    return x.starts_with("USD?") && y.size() == x.size() - 1 && y.substr(2, 1) == "D" && x.substr(4) == y.substr(3);
  };
  return bare(a, b) || bare(b, a);
}

bool plain_level(Measure m) { return m == Measure::unknown || m == Measure::stock || m == Measure::flow; }

// Each side names somebody or somewhere that the other does not: other holders, unless two names are shared and hardly
// any are not.
bool contrast(const Set& a, const Set& b, bool told_before) {
  const std::size_t both = shared(a, b);
  const std::size_t missed = std::min(a.size(), b.size()) - both;
  return missed > 0 && (both < 2 || (missed > 1 && !told_before));
}

// Are the two nouns narrowed to different things: farm aid and army aid, aid and farm aid? Of a noun before its figure,
// which has all its adjectives ("the new library cost"), one side's silence tells nothing.
bool narrowed(const FigureContext& c, const FigureContext& d) {
  if ((c.named || d.named) && (c.modifiers.empty() || d.modifiers.empty())) return false;
  return c.modifiers != d.modifiers;
}

bool gates(const Mention& a, const Mention& b) {
  const Figure &f = *a.figure, &g = *b.figure;
  const FigureContext &c = *a.context, &d = *b.context;
  const bool toll = c.head == d.head && is_toll(c.head);
  if (!toll && (f.dimension != g.dimension || !same_unit(f.unit, g.unit))) return false;
  if (f.measure != g.measure && !(plain_level(f.measure) && plain_level(g.measure))) return false;
  if (f.measure == Measure::change || f.part || g.part || f.change_end || g.change_end) return false;
  if (!c.windows.empty() && !d.windows.empty() && c.windows != d.windows) return false;
  if (c.head != 0 && c.head == d.head && narrowed(c, d)) return false;
  if (contrast(c.names, d.names, c.head == d.head && d.definite)) return false;
  return a.place.paragraph != b.place.paragraph || c.sentence != d.sentence;
}

// "Payments of $2,140,000" and "paid nearly $2m": too little to say that two amounts conflict, enough where they agree.
bool amount_in_other(const FigureContext& c, const FigureContext& d) {
  return (c.amount_of != 0 && has(d.content, c.amount_of)) || (d.amount_of != 0 && has(c.content, d.amount_of));
}

// The digits that a value is said with, without the zeros around them.
std::string significant(double value) {
  std::string digits = fmt::format("{:.12g}", std::abs(value));
  if (const std::size_t e = digits.find('e'); e != std::string::npos) digits.resize(e);
  std::erase(digits, '.');
  const std::size_t first = digits.find_first_not_of('0'), last = digits.find_last_not_of('0');
  return first == std::string::npos ? std::string() : digits.substr(first, last - first + 1);
}

// Two neighbours swapped, or one digit of three or more changed, in numbers of one size.
std::uint8_t slip(double a, double b) {
  if (a <= 0 || b <= 0 || std::floor(std::log10(a)) != std::floor(std::log10(b))) return 0;
  std::string x = significant(a), y = significant(b);
  const std::size_t length = std::max(x.size(), y.size());
  x.resize(length, '0');
  y.resize(length, '0');
  std::size_t first = length, differ = 0;
  for (std::size_t i = 0; i < length; ++i)
    if (x[i] != y[i]) first = std::min(first, i), ++differ;
  if (differ == 1) return length >= 3 ? 1 : 0;
  const bool swapped = differ == 2 && first + 1 < length && x[first] == y[first + 1] && x[first + 1] == y[first];
  return swapped ? (length >= 3 ? 2 : 1) : 0;
}

IdentityScore score(const Mention& a, const Mention& b, std::uint32_t head_uses) {
  const FigureContext &c = *a.context, &d = *b.context;
  IdentityScore s;
  const bool same_head = c.head != 0 && c.head == d.head;
  if (same_head) s.head = 3;
  else if ((c.head != 0 && has(d.content, c.head)) || (d.head != 0 && has(c.content, d.head))) s.head = 2;
  std::size_t both = shared(c.content, d.content);
  std::size_t less = std::min(c.content.size(), d.content.size());
  if (same_head && both > 0) {
    --both;
    --less;
  }
  const double share = less == 0 ? 0 : static_cast<double>(both) / static_cast<double>(less);
  if (share >= .6 && both >= 3) s.content = 3;
  else if (share >= .4 && both >= 2) s.content = 2;
  else if (share >= .2 && both >= 1) s.content = 1;
  // Each side says more that the other does not than both say: other things of one kind.
  if (s.content > 0 && less >= both + 2 && both < 3) --s.content;
  s.entities = static_cast<std::uint8_t>(std::min<std::size_t>(2, shared(c.names, d.names)));
  s.window = !c.windows.empty() && c.windows == d.windows ? 1 : 0;
  s.rare = c.head != 0 && s.head > 0 && head_uses <= few_uses ? 1 : 0;
  s.definite = s.head > 0 && d.definite ? 1 : 0;
  return s;
}

bool meet(double a, double b, double c, double d) {
  const double slack = 1e-9 * std::max(std::abs(a), std::abs(d));
  return a <= d + slack && c <= b + slack;
}

// The power of ten (10, 100, 1000, a million) between two values of one mantissa; 1 for none.
double power_between(const Figure& f, const Figure& g) {
  const double small = std::min(*f.value, *g.value), large = std::max(*f.value, *g.value);
  if (small <= 0) return 1;
  for (const double power : {10., 100., 1e3, 1e6})
    if (std::abs(large / small / power - 1) < 1e-6) return power;
  return 1;
}

// Do they agree once a hedge is taken loosely? A hedge of the wrong direction is another rule's matter.
bool agree(const Figure& f, const Figure& g) {
  if (meet(f.low, f.high, g.low, g.high)) return true;
  const auto loose = [](const Figure& x) { return x.hedge == Figure::Hedge::none ? 0. : .1 * std::abs(*x.value); };
  return meet(f.low - loose(f), f.high + loose(f), g.low - loose(g), g.high + loose(g));
}

std::uint32_t bucket_of(const Mention& m) {
  if (is_toll(m.context->head)) return m.context->head;
  const std::string& unit = m.figure->unit;
  // All dollars in one bucket; the gate looks at the code.
  const bool dollar = m.figure->dimension == Dimension::money && unit.size() >= 3 && unit[2] == 'D';
  const std::size_t h = std::hash<std::string_view>()(dollar ? std::string_view("$") : std::string_view(unit));
  return static_cast<std::uint32_t>(h * 31 + static_cast<std::size_t>(m.figure->dimension));
}

// Narration counts a few of the same thing again and again ("two officers"): a small count is only held against another
// where the same names or times stand beside both.
bool small(const Mention& m) {
  return (m.figure->dimension == Dimension::count || is_toll(m.context->head)) && *m.figure->value < 20;
}
bool anchored(const IdentityScore& s) {
  return s.head == 3 && (s.content == 3 || (s.content == 2 && (s.entities > 0 || s.window > 0)));
}

void compare(const Mention& a, const Mention& b, std::uint32_t head_uses, std::vector<FigurePair>& out) {
  if (!gates(a, b)) return;
  FigurePair pair{a.place, b.place, FigurePair::Kind::same, score(a, b, head_uses), 1};
  const bool agreed = agree(*a.figure, *b.figure);
  if (agreed && pair.score.head == 0 && amount_in_other(*a.context, *b.context)) pair.score.head = 2;
  if (pair.score.total() < 4 || (small(a) && small(b) && !anchored(pair.score))) return;
  if (!agreed) {
    if (pair.score.head > 0) pair.score.slip = slip(*a.figure->value, *b.figure->value);
    const bool rivals = a.context->source != 0 && b.context->source != 0 && a.context->source != b.context->source;
    pair.ratio = power_between(*a.figure, *b.figure);
    if (rivals) pair.kind = FigurePair::Kind::disputed;
    else if (pair.ratio >= 1000 || (pair.ratio > 1 && pair.score.total() >= 6)) pair.kind = FigurePair::Kind::magnitude;
    else pair.kind = FigurePair::Kind::conflict;
  }
  out.push_back(pair);
}

// How many figures each noun counts.
class Uses {
 public:
  void add(std::span<const FigureContext> contexts) {
    for (const FigureContext& c : contexts) {
      if (c.head == 0) continue;
      const std::uint32_t n = heads_.add(c.head);
      if (n == counts_.size()) counts_.push_back(0);
      ++counts_[n];
    }
  }
  std::uint32_t operator[](WordId head) const {
    const std::uint32_t n = heads_.find(head);
    return n < counts_.size() ? counts_[n] : 0;
  }

 private:
  WordNumbers heads_;
  std::vector<std::uint32_t> counts_;
};

// The pairs of the version before. They hold for a figure whose paragraph was there, and before which the same figures
// stood, as far back as it is compared.
class PairedBefore {
 public:
  PairedBefore(const Facts& now, const Facts* before, const Carried& carried, const Uses& uses)
      : before_(before), carried_(carried) {
    if (before_ != nullptr && !same_rarity(now, uses)) before_ = nullptr;
    if (before_ != nullptr) now_of_.resize(before_->size());
  }

  // Goes on to the next paragraph with figures.
  void enter(std::size_t p) {
    if (before_ == nullptr) return;
    const auto old = before_->with<Figure>();
    place_ = carried_.place(p);
    const std::size_t expected = next_;
    while (place_ != Carried::none && next_ < old.size() && old[next_] < place_) ++next_;
    const bool there = place_ != Carried::none && next_ < old.size() && old[next_] == place_;
    if (next_ != expected || !there) ++stretch_;
    if (!there) {
      place_ = Carried::none;
      return;
    }
    now_of_[place_] = static_cast<std::uint32_t>(p);
    ++next_;
  }

  // Counts the places where the order of figures was broken; 0 up to the first.
  std::uint32_t stretch() const { return stretch_; }
  // Do the pairs of this paragraph's figures hold, where so many comparable ones stand before in this stretch?
  bool holds(std::size_t in_stretch) const {
    return before_ != nullptr && place_ != Carried::none && (stretch_ == 0 || in_stretch >= most);
  }
  // Those of which its figure i is the later one.
  void recall(FigurePair::Place here, std::vector<FigurePair>& out) const {
    const auto key = [](const FigurePair& pair) { return std::pair(pair.second.paragraph, pair.second.index); };
    for (FigurePair pair : std::ranges::equal_range(before_->figure_pairs, std::pair(place_, here.index), {}, key)) {
      pair.first.paragraph = now_of_[pair.first.paragraph];
      pair.second = here;
      out.push_back(pair);
    }
  }

 private:
  // Is every noun as rare, or as common, as it was?
  bool same_rarity(const Facts& now, const Uses& uses) const {
    std::vector<bool> stayed(before_->size());
    Uses came, went;
    std::vector<WordId> heads;
    const auto change = [&](Uses& side, std::span<const FigureContext> contexts) {
      side.add(contexts);
      for (const FigureContext& c : contexts) heads.push_back(c.head);
    };
    for (const std::size_t p : now.with<Figure>()) {
      const std::uint32_t there = carried_.place(p);
      if (there == Carried::none || stayed[there]) change(came, now.local(p).figure_contexts);
      else stayed[there] = true;
    }
    for (const std::size_t p : before_->with<Figure>())
      if (!stayed[p]) change(went, before_->local(p).figure_contexts);
    return std::ranges::all_of(heads, [&](WordId head) {
      return (uses[head] <= few_uses) == (uses[head] + went[head] - came[head] <= few_uses);
    });
  }

  const Facts* before_;
  const Carried& carried_;
  std::vector<std::uint32_t> now_of_;  // by paragraph of the version before: where it stands
  std::size_t next_ = 0;               // in before_->with<Figure>()
  std::uint32_t place_ = Carried::none, stretch_ = 0;
};

struct Bucket {
  std::vector<Mention> mentions;
  std::uint32_t stretch = 0;
  std::size_t in_stretch = 0;
};

}  // namespace

std::vector<FigurePair> pair_figures(const Facts& facts, const Facts* before, const Carried& carried) {
  Uses uses;
  for (const std::size_t p : facts.with<Figure>()) uses.add(facts.local(p).figure_contexts);
  PairedBefore known(facts, before, carried, uses);
  std::unordered_map<std::uint32_t, Bucket> buckets;
  std::vector<FigurePair> out;
  for (const std::size_t p : facts.with<Figure>()) {
    const ParagraphFacts& local = facts.local(p);
    known.enter(p);
    for (std::size_t i = 0; i < local.figures.size(); ++i) {
      const FigureContext& c = local.figure_contexts[i];
      if (!c.comparable) continue;
      const Mention here{{static_cast<std::uint32_t>(p), static_cast<std::uint32_t>(i)}, &local.figures[i], &c};
      Bucket& bucket = buckets[bucket_of(here)];
      if (bucket.stretch != known.stretch()) bucket = {std::move(bucket.mentions), known.stretch(), 0};
      if (known.holds(bucket.in_stretch++)) {
        known.recall(here.place, out);
      } else {
        const std::size_t size = bucket.mentions.size();
        for (const Mention& other : std::span(bucket.mentions).subspan(size - std::min(size, most)))
          compare(other, here, uses[c.head != 0 ? c.head : other.context->head], out);
      }
      bucket.mentions.push_back(here);
    }
  }
  return out;
}

}  // namespace stet
