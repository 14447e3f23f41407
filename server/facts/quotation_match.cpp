#include "facts/quotation_match.h"

#include <algorithm>
#include <array>
#include <bit>
#include <bitset>

#include "facts/repeats.h"

namespace stet {

namespace {

constexpr std::size_t remembered = 4;     // quotations that one pair of words leads to
constexpr std::size_t longest = 300;      // words compared; longer quotations by their beginning
constexpr std::size_t short_of_sure = 8;  // words

// Words that every other quotation has, too.
bool weighs(const Lexicon& lexicon, WordId id) {
  static const ClassSet light = [] {
    ClassSet set;
    for (const WordClass c : {WordClass::common_english, WordClass::auxiliary, WordClass::preposition,
                              WordClass::determiner, WordClass::conjunction, WordClass::subject_pronoun})
      set.set(static_cast<std::size_t>(c));
    return set;
  }();
  return (lexicon.classes(id) & light).none();
}

// Which quotations hold two words that weigh, one beside the other in either order: the last few of them. Open
// addressing, no more than half full.
class Neighbours {
 public:
  explicit Neighbours(std::size_t pairs) : slots_(std::bit_ceil(pairs * 2 + 2)) {}

  static std::uint64_t key_of(WordId first, WordId second) {
    return (std::uint64_t{std::min(first, second)} << 32 | std::max(first, second)) * 0x9E3779B97F4A7C15u;
  }

  // Tells `found` the quotations that had the pair before, and takes this one in.
  template <class Found>
  void add(std::uint64_t key, std::uint32_t quote, Found&& found) {
    std::size_t at = key >> 32 & (slots_.size() - 1);
    while (slots_[at].count != 0 && slots_[at].key != key) at = (at + 1) & (slots_.size() - 1);
    Slot& slot = slots_[at];
    slot.key = key;
    for (std::uint32_t k = 0; k < std::min<std::uint32_t>(slot.count, remembered); ++k)
      if (slot.quotes[k] != quote) found(slot.quotes[k]);
    if (slot.count == 0 || slot.quotes[(slot.count - 1) % remembered] != quote)
      slot.quotes[slot.count++ % remembered] = quote;
  }

 private:
  struct Slot {
    std::uint64_t key = 0;
    std::array<std::uint32_t, remembered> quotes{};
    std::uint32_t count = 0;
  };
  std::vector<Slot> slots_;
};

// The best way to lay `a` along some stretch of `b`: for each word of `a` its partner in `b`.
struct Laid {
  static constexpr std::size_t none = ~std::size_t{0};
  std::vector<std::size_t> partner;  // index in b, the word alike or put in its place; none where it has none
  std::size_t first = 0, last = 0;   // the stretch of b
};

// A word alike counts for more than some that are not: what is alike at the very head of a quotation is kept.
constexpr int alike_score = 4, change_score = -1;

Laid lay(const std::vector<Wording::Part>& a, const std::vector<Wording::Part>& b) {
  const std::size_t m = a.size(), n = b.size(), width = n + 1;
  std::vector<std::int16_t> score((m + 1) * width, 0);
  const auto at = [&](std::size_t i, std::size_t k) -> int { return score[i * width + k]; };
  const auto pair = [&](std::size_t i, std::size_t k) {
    return at(i - 1, k - 1) + (a[i - 1].id == b[k - 1].id ? alike_score : change_score);
  };
  for (std::size_t i = 1; i <= m; ++i) {
    score[i * width] = static_cast<std::int16_t>(at(i - 1, 0) + change_score);
    for (std::size_t k = 1; k <= n; ++k)
      score[i * width + k] =
          static_cast<std::int16_t>(std::max({pair(i, k), at(i - 1, k) + change_score, at(i, k - 1) + change_score}));
  }
  Laid out;
  out.partner.assign(m, Laid::none);
  const auto* row = score.data() + m * width;
  std::size_t i = m, k = static_cast<std::size_t>(std::max_element(row, row + width) - row);
  out.last = k;
  while (i > 0) {
    if (k > 0 && at(i, k) == pair(i, k)) out.partner[--i] = --k;
    else if (k > 0 && at(i, k) == at(i, k - 1) + change_score) --k;
    else --i;
  }
  out.first = k;
  return out;
}

std::size_t shared(std::vector<WordId> a, std::vector<WordId> b) {
  std::ranges::sort(a);
  std::ranges::sort(b);
  std::size_t both = 0;
  for (std::size_t i = 0, k = 0; i < a.size() && k < b.size();) {
    both += a[i] == b[k] ? 1 : 0;
    const bool ahead = a[i] <= b[k];
    k += b[k] <= a[i] ? 1 : 0;
    i += ahead ? 1 : 0;
  }
  return both;
}

// Words of `a` that are none of `b`'s, as far as a few bits for each of b's can tell: most.
std::size_t surely_missing(const std::vector<Wording::Part>& a, const std::vector<Wording::Part>& b) {
  std::bitset<1024> there;
  const auto bit = [](WordId id) { return id * 0x9E37'79B9u >> 22; };
  for (const Wording::Part& part : b) there.set(bit(part.id));
  return static_cast<std::size_t>(std::ranges::count_if(a, [&](const Wording::Part& p) { return !there[bit(p.id)]; }));
}

std::vector<WordId> ids(const std::vector<Wording::Part>& words, std::size_t first, std::size_t last) {
  std::vector<WordId> out;
  out.reserve(last - first);
  for (std::size_t i = first; i < last; ++i) out.push_back(words[i].id);
  return out;
}

bool gap_within(const std::vector<Wording::Part>& words, std::size_t first, std::size_t last) {
  for (std::size_t i = first; i <= last && i < words.size(); ++i)
    if (words[i].gap) return true;
  return false;
}

}  // namespace

namespace {

// Calls visit(index, gap) for each word of a quotation that is compared; `gap`: something is left out, or in brackets,
// before it. Returns whether something is at the end.
template <class Visit>
bool for_said(const Paragraph& p, WordRange quoted, Visit&& visit) {
  bool gap = false, bracket = false;
  std::size_t count = 0;
  for (std::uint32_t i = quoted.first; i < quoted.last; ++i) {
    const Word& w = p.words[i];
    if (w.kind == WordKind::word || w.kind == WordKind::number) {
      gap = gap || bracket;
      if (bracket || count == longest) continue;
      visit(i, gap);
      ++count;
      gap = false;
    } else {
      if (w.is_mark(U'[')) bracket = true;
      if (bracket || w.is_mark(U'…') || w.kind == WordKind::opaque || p.text(i).starts_with("..")) gap = true;
      if (w.is_mark(U']')) bracket = false;
    }
  }
  return gap;
}

}  // namespace

Wording wording_of(const Paragraph& p, WordRange quoted) {
  Wording out;
  out.range = quoted;
  out.words.reserve(std::min<std::size_t>(quoted.size(), longest));
  out.gap_at_end =
      for_said(p, quoted, [&](std::uint32_t i, bool gap) { out.words.push_back({i, p.words[i].id, gap}); });
  return out;
}

std::optional<std::vector<WordId>> Quotations::weighty(const Facts& facts, FactRef ref, std::size_t min_words) {
  const WordRange words = facts.local(ref.paragraph).quotes[ref.index].words;
  if (words.size() < min_words) return std::nullopt;
  const Paragraph& paragraph = facts.paragraph(ref.paragraph);
  std::vector<WordId> out;
  std::size_t count = 0;
  for_said(paragraph, words, [&](std::uint32_t i, bool) {
    ++count;
    if (weighs(facts.lexicon(), paragraph.words[i].id)) out.push_back(paragraph.words[i].id);
  });
  return count < min_words ? std::nullopt : std::optional(std::move(out));
}

void Quotations::add(FactRef ref, std::span<const WordId> weighty) {
  heavy_.insert(heavy_.end(), weighty.begin(), weighty.end());
  quotes_.push_back(ref);
  ends_.push_back(heavy_.size());
}

std::vector<std::pair<std::size_t, std::size_t>> Quotations::matches() const {
  std::vector<std::pair<std::size_t, std::size_t>> out;
  const std::vector<WordId>& heavy = heavy_;
  const std::vector<std::size_t>& ends = ends_;
  if (ends.size() < 2) return out;
  // A word that stands alone is its own neighbour.
  const auto for_pairs = [&](std::size_t n, auto&& visit) {
    const std::size_t begin = n == 0 ? 0 : ends[n - 1];
    for (std::size_t i = begin; i + 1 < ends[n]; ++i) visit(Neighbours::key_of(heavy[i], heavy[i + 1]));
    if (begin + 1 == ends[n]) visit(Neighbours::key_of(heavy[begin], heavy[begin]));
  };
  Repeats repeats(heavy.size());
  for (std::size_t n = 0; n < ends.size(); ++n) for_pairs(n, [&](std::uint64_t key) { repeats.add(key); });
  std::size_t pairs = 0;
  for (std::size_t n = 0; n < ends.size(); ++n)
    for_pairs(n, [&](std::uint64_t key) { pairs += repeats.may_repeat(key) ? 1 : 0; });
  Neighbours neighbours(pairs);
  std::vector<std::uint32_t> votes(ends.size(), 0), voted;
  for (std::uint32_t n = 0; n < ends.size(); ++n) {
    const std::size_t begin = n == 0 ? 0 : ends[n - 1];
    voted.clear();
    const auto vote = [&](std::uint32_t quote) {
      if (votes[quote]++ == 0) voted.push_back(quote);
    };
    for_pairs(n, [&](std::uint64_t key) {
      if (repeats.may_repeat(key)) neighbours.add(key, n, vote);
    });
    std::uint32_t best = n;
    for (const std::uint32_t quote : voted)
      if (best == n || votes[quote] > votes[best] || (votes[quote] == votes[best] && quote > best)) best = quote;
    if (best != n) {
      const std::size_t other = ends[best] - (best == 0 ? 0 : ends[best - 1]);
      if (votes[best] * 3 + 1 >= std::min(ends[n] - begin, other)) out.emplace_back(best, n);
    }
    for (const std::uint32_t quote : voted) votes[quote] = 0;
  }
  return out;
}

std::optional<Drift> drift_between(const Wording& a, const Wording& b, const Lexicon& lexicon, double overlap) {
  const bool turned = a.words.size() > b.words.size();
  const auto &small = turned ? b.words : a.words, &large = turned ? a.words : b.words;
  if (std::equal(small.begin(), small.end(), large.begin(), large.end(),
                 [](const auto& x, const auto& y) { return x.id == y.id; }))
    return std::nullopt;
  const std::size_t m = small.size();
  // However they are laid, no more words are alike than stand in both.
  if (static_cast<double>(m - surely_missing(small, large)) < overlap * static_cast<double>(m)) return std::nullopt;
  if (static_cast<double>(shared(ids(small, 0, m), ids(large, 0, large.size()))) < overlap * static_cast<double>(m))
    return std::nullopt;
  const Laid laid = lay(small, large);
  if (laid.first >= laid.last) return std::nullopt;
  // From the first word that differs to the last; the ends may only be cut.
  std::size_t begin = m, end = 0, changes = 0;
  for (std::size_t i = 0; i < m; ++i) {
    const std::size_t partner = laid.partner[i];
    const bool alike = partner != Laid::none && large[partner].id == small[i].id;
    std::size_t skipped = 0;  // words of the larger that stand before this one and have no partner
    if (partner != Laid::none && i > 0) {
      std::size_t before = i;
      while (before > 0 && laid.partner[before - 1] == Laid::none) --before;
      if (before > 0) skipped = partner - laid.partner[before - 1] - 1;
      // A word before an ellipsis may be the twin of one that it left out: “as … mine”, “as good as mine”.
      const bool gap = small[i].gap || (i + 1 < m && small[i + 1].gap);
      if (skipped > 0 && (gap || gap_within(large, partner - skipped, partner))) skipped = 0;
    }
    if (!alike && (small[i].gap || (partner != Laid::none && large[partner].gap) || (i + 1 < m && small[i + 1].gap) ||
                   (partner == Laid::none && i > 0 && laid.partner[i - 1] != Laid::none &&
                    gap_within(large, laid.partner[i - 1] + 1, laid.partner[i - 1] + 1))))
      continue;
    if (alike && skipped == 0) continue;
    changes += skipped + (alike ? 0 : 1);
    begin = std::min(begin, skipped > 0 ? i - 1 : i);
    end = std::max(end, i + 1);
  }
  if (changes == 0) return std::nullopt;
  const std::size_t same = shared(ids(small, 0, m), ids(large, laid.first, laid.last));
  const double share = static_cast<double>(same) / static_cast<double>(m);
  const bool reordered = same == m && laid.last - laid.first == m;
  if (share < overlap || changes * 2 > m) return std::nullopt;
  std::size_t heavy = 0;
  for (std::size_t i = 0; i < m; ++i)
    heavy += laid.partner[i] != Laid::none && large[laid.partner[i]].id == small[i].id && weighs(lexicon, small[i].id)
                 ? 1
                 : 0;
  if (heavy == 0) return std::nullopt;
  // The stretch of the larger that faces small[begin, end).
  std::size_t from = begin, to = end;
  while (from > 0 && laid.partner[from] == Laid::none) --from;
  while (to < m && laid.partner[to - 1] == Laid::none) ++to;
  if (laid.partner[from] == Laid::none || laid.partner[to - 1] == Laid::none) return std::nullopt;
  std::size_t first = laid.partner[from], last = laid.partner[to - 1] + 1;
  // What is alike at both ends of the stretch is no difference; a word stays on either side.
  while (to - from > 1 && last - first > 1 && small[from].id == large[first].id) ++from, ++first;
  while (to - from > 1 && last - first > 1 && small[to - 1].id == large[last - 1].id) --to, --last;
  const WordRange mine{small[from].word, small[to - 1].word + 1}, theirs{large[first].word, large[last - 1].word + 1};
  Drift drift;
  drift.a = turned ? theirs : mine;
  drift.b = turned ? mine : theirs;
  drift.changes = changes;
  drift.same = same;
  drift.of = m;
  drift.reordered = reordered;
  drift.slight = m < short_of_sure || heavy < 2;
  return drift;
}

}  // namespace stet
