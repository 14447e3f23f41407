// What somebody thinks a thing comes to: the ministry put the cost at $40m; a study has valued the catch at $22m.
#include <algorithm>

#include "facts/attribution_read.h"

namespace stet {

namespace {

constexpr std::uint32_t thing_reach = 14;  // words of the thing
constexpr std::uint32_t hedge_reach = 4;   // words between "at" and the figure: about, more than, just under

// Does a number or an amount of money stand at k, hedged or not?
bool figure_at(const Phrases& ph, std::uint32_t k, std::uint32_t to) {
  for (std::uint32_t n = k; n < std::min(to, k + hedge_reach); ++n) {
    const Word& w = ph.paragraph().words[n];
    if (w.kind == WordKind::number || ph.is(n, WordClass::number_word)) return true;
    if (ph.stop(n) || ph.comma(n) || ph.is(n, WordClass::determiner)) return false;
  }
  return false;
}

}  // namespace

std::optional<Attribution> read_estimate(const Phrases& ph, const Cue& cue) {
  const auto [from, to] = cue.bounds;
  const std::uint32_t verb = cue.word;
  std::uint32_t at = verb + 2;
  while (at < to && at < verb + thing_reach && !ph.word(at, "at") && !ph.stop(at) && !ph.comma(at)) ++at;
  if (at + 1 >= to || !ph.word(at, "at") || !figure_at(ph, at + 1, to)) return std::nullopt;
  const auto subject = ph.subject_before(verb, from);
  if (!subject) return std::nullopt;
  return made(ph, subject->words, {verb, verb + 1}, {WordRange{verb + 1, ph.clause_end(verb + 1, to)}},
              ScopeRule::complement);
}

}  // namespace stet
