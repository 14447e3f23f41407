#include "text/nearest.h"

#include <algorithm>
#include <vector>

namespace stet {

namespace {

constexpr std::size_t longest_name = 100;

std::string folded(std::string_view name) {
  std::string out(name);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    else if (c == '_') c = '-';
  return out;
}

}  // namespace

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), row(b.size() + 1), next(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) row[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    next[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      next[j] = std::min({row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        next[j] = std::min(next[j], before[j - 2] + 1);
    }
    std::swap(before, row);
    std::swap(row, next);
  }
  return row[b.size()];
}

std::string nearest(std::span<const std::string_view> candidates, std::string_view name) {
  const std::string wanted = folded(name);
  if (wanted.empty() || wanted.size() > longest_name) return {};
  std::string_view best;
  std::size_t best_distance = std::string_view::npos;
  for (const std::string_view candidate : candidates) {
    const std::string known = folded(candidate);
    const bool begins =
        wanted.size() >= 3 && (known.starts_with(wanted) || (known.size() >= 3 && wanted.starts_with(known)));
    const std::size_t distance = edit_distance(known, wanted);
    const bool near = begins || distance <= std::max<std::size_t>(1, std::max(known.size(), wanted.size()) / 3);
    if (!near || distance >= best_distance) continue;
    best = candidate;
    best_distance = distance;
  }
  return std::string(best);
}

}  // namespace stet
