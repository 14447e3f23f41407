#include "facts/said_match.h"

#include <algorithm>
#include <unordered_map>

namespace stet {

namespace {

// Of a run that everybody says ("and I think that") no more places are looked at.
constexpr std::uint32_t most_places = 2000, most_searched = 200'000;
// Words that may be left out or put in before two stretches no longer count as one.
constexpr std::uint32_t slack = 8;

bool three(std::span<const SaidWord> text, std::uint32_t place, const SaidWord* words) {
  return place + 3 <= text.size() && text[place].key == words[0].key && text[place + 1].key == words[1].key &&
         text[place + 2].key == words[2].key;
}

// The diagonal on which most runs of three words lie.
std::optional<std::int64_t> best_diagonal(const Transcript& transcript, std::span<const SaidWord> words) {
  const std::span<const SaidWord> text = transcript.words();
  std::unordered_map<std::int64_t, std::uint32_t> votes;  // by diagonal / slack
  std::int64_t best = 0;
  std::uint32_t most = 0;
  for (std::uint32_t i = 0; i + 3 <= words.size(); ++i) {
    std::uint32_t places = 0;
    for (std::uint32_t at = transcript.first(words[i].key, words[i + 1].key, words[i + 2].key);
         at != Transcript::none && places < most_places; at = transcript.next(at), ++places) {
      if (!three(text, at, &words[i])) continue;
      const std::int64_t diagonal = static_cast<std::int64_t>(at) - i;
      const std::uint32_t count = ++votes[diagonal / slack];
      if (count <= most) continue;
      most = count;
      best = diagonal;
    }
  }
  return most == 0 ? std::nullopt : std::optional(best);
}

// The turn around `place`, no further than `first` and `last`.
SaidRange window(std::span<const SaidWord> text, std::int64_t first, std::int64_t last, std::int64_t place) {
  first = std::max<std::int64_t>(first, 0);
  last = std::min<std::int64_t>(last, static_cast<std::int64_t>(text.size()));
  place = std::clamp(place, first, last);
  std::int64_t begin = place, end = place;
  while (begin > first && text[begin - 1].key != 0) --begin;
  while (end < last && text[end].key != 0) ++end;
  return {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
}

}  // namespace

std::optional<SaidRange> find_said(const Transcript& transcript, std::span<const SaidWord> words, std::uint32_t from) {
  if (words.size() < 3) return std::nullopt;
  const std::span<const SaidWord> text = transcript.words();
  const auto size = static_cast<std::uint32_t>(words.size());
  std::uint32_t searched = 0;
  for (std::uint32_t at = transcript.first(words[0].key, words[1].key, words[2].key);
       at != Transcript::none && searched < most_searched; at = transcript.next(at), ++searched)
    if (at >= from && at + size <= text.size() &&
        std::equal(words.begin(), words.end(), text.begin() + at,
                   [](const SaidWord& a, const SaidWord& b) { return a.key == b.key; }))
      return SaidRange{at, at + size};
  return std::nullopt;
}

std::optional<SaidAlignment> align_said(const Transcript& transcript, std::span<const SaidWord> words) {
  const auto diagonal = best_diagonal(transcript, words);
  if (!diagonal) return std::nullopt;
  const std::span<const SaidWord> text = transcript.words();
  const auto rows = static_cast<std::int64_t>(words.size());
  const SaidRange place = window(text, *diagonal - slack, *diagonal + rows + slack, *diagonal + rows / 2);
  const std::size_t m = words.size(), n = place.last - place.first;
  if (n == 0) return std::nullopt;

  // Words to change, drop or put in; the transcript's before and after are free.
  std::vector<std::uint16_t> cost((m + 1) * (n + 1));
  const auto at = [&](std::size_t i, std::size_t j) -> std::uint16_t& { return cost[i * (n + 1) + j]; };
  const auto differ = [&](std::size_t i, std::size_t j) {
    return words[i - 1].key == text[place.first + j - 1].key ? 0 : 1;
  };
  for (std::size_t i = 1; i <= m; ++i) {
    at(i, 0) = static_cast<std::uint16_t>(i);
    for (std::size_t j = 1; j <= n; ++j)
      at(i, j) =
          static_cast<std::uint16_t>(std::min({at(i - 1, j - 1) + differ(i, j), at(i - 1, j) + 1, at(i, j - 1) + 1}));
  }
  std::size_t j = 0;
  for (std::size_t k = 0; k <= n; ++k)
    if (at(m, k) <= at(m, j)) j = k;

  SaidAlignment out;
  const auto there = [&](std::size_t k) { return place.first + static_cast<std::uint32_t>(k); };
  out.there.last = there(j);
  std::size_t i = m;
  const auto note = [&](std::size_t i0, std::size_t j0, std::size_t i1, std::size_t j1) {
    const SaidRange here{static_cast<std::uint32_t>(i0), static_cast<std::uint32_t>(i1)};
    if (!out.differences.empty()) {
      SaidAlignment::Difference& after = out.differences.back();
      if (after.here.first == here.last && after.there.first == there(j1)) {
        after = {{here.first, after.here.last}, {there(j0), after.there.last}};
        return;
      }
    }
    out.differences.push_back({here, {there(j0), there(j1)}});
  };
  while (i > 0) {
    if (j > 0 && at(i, j) == at(i - 1, j - 1) + differ(i, j)) {
      if (differ(i, j)) note(i - 1, j - 1, i, j);
      else ++out.same;
      --i, --j;
    } else if (at(i, j) == at(i - 1, j) + 1) {
      note(i - 1, j, i, j);
      --i;
    } else {
      note(i, j - 1, i, j);
      --j;
    }
  }
  out.there.first = there(j);
  std::reverse(out.differences.begin(), out.differences.end());
  return out;
}

}  // namespace stet
