// Passives without an agent: is widely seen as, it was later found that, is known to have.
#include <algorithm>

#include "facts/attribution_read.h"
#include "facts/verb_form.h"

namespace stet {

namespace {

constexpr std::uint32_t agent_reach = 14;  // words behind the participle where "by X" is looked for

bool be(const Phrases& ph, std::uint32_t i) {
  for (const WordKey& w : std::initializer_list<WordKey>{"is", "are", "was", "were", "been", "'s"})
    if (ph.word(i, w)) return true;
  return false;
}

bool modal(const Phrases& ph, std::uint32_t i) {
  for (const WordKey& w :
       std::initializer_list<WordKey>{"must", "should", "can", "could", "may", "might", "to", "cannot", "not", "would"})
    if (ph.word(i, w)) return true;
  return false;
}

// The last word of what must follow the participle ("as", "to have", "that"), or nothing for a literal passive.
std::optional<std::uint32_t> complement_end(const Phrases& ph, std::uint32_t i, std::uint32_t to) {
  std::uint32_t k = i + 1;
  while (k < to && ph.adverb(k)) ++k;
  if (k >= to) return std::nullopt;
  const bool to_be = ph.word(k, "to") && k + 1 < to && ph.paragraph().words[k + 1].kind == WordKind::word;
  const bool be_or_have = to_be && (ph.word(k + 1, "be") || ph.word(k + 1, "have"));
  const bool that = ph.word(k, "that");
  const bool as = ph.word(k, "as");
  const auto either = [&](WordKey a, WordKey b) { return ph.word(i, a) || ph.word(i, b); };
  if (either("seen", "regarded") || either("viewed", "described") || either("hailed", "touted"))
    return as && !(k + 1 < to && ph.word(k + 1, "well")) ? std::optional(k) : std::nullopt;
  if (ph.word(i, "perceived")) return as || to_be || that ? std::optional(k) : std::nullopt;
  if (either("considered", "deemed")) {
    if (to_be) return k + 1;
    if (as) return k;
    // considered the largest, considered one of
    const bool noun = ph.is(k, WordClass::determiner) && !ph.word(k, "this") && !ph.word(k, "that") && k + 1 < to;
    if (!noun) return std::nullopt;
    const std::string_view next = ph.paragraph().text(k + 1);
    const bool superlative = next.ends_with("est") || next == "most" || next == "least" || next == "worst" ||
                             next == "best" || next == "of" || next == "first";
    return superlative ? std::optional(k) : std::nullopt;
  }
  if (either("reported", "found") || either("known", "estimated") || either("held", "claimed")) {
    if (that && !ph.word(i, "known")) return k;
    return be_or_have ? std::optional(k + 1) : std::nullopt;
  }
  // "it is thought the boat sank"
  const bool it = i >= 2 && ph.word(i - 2, "it");
  if (it && !that && ph.clause_at(k, to)) return k - 1;
  return to_be || that ? std::optional(k) : std::nullopt;
}

bool has_agent(const Phrases& ph, std::uint32_t i, std::uint32_t to) {
  const std::uint32_t end = std::min(to, i + agent_reach);
  for (std::uint32_t k = i + 1; k < end; ++k) {
    if (ph.stop(k)) return false;
    if (!ph.word(k, "by")) continue;
    const std::string_view before = ph.paragraph().text(k - 1);
    const bool inner = k > i + 1 && ph.paragraph().words[k - 1].kind == WordKind::word && before.ends_with("ed");
    if (!inner) return true;
  }
  return false;
}

// The wall, it is said, will hold.   The wall will hold, it is alleged: what is said stands around.
std::optional<Attribution> read_postposed_passive(const Phrases& ph, WordRange verbs, WordRange bounds) {
  const auto [from, to] = bounds;
  const std::uint32_t i = verbs.last - 1;
  if (verbs.first < from + 3 || !ph.word(verbs.first - 1, "it") || !ph.comma(verbs.first - 2)) return std::nullopt;
  const std::uint32_t before = verbs.first - 2, behind = i + 1;
  const WordRange cue{verbs.first - 1, behind};
  if (behind >= to || ph.stop(behind)) {
    if (!is_statement(ph, {from, before})) return std::nullopt;
    return made(ph, std::nullopt, cue, {{from, before}}, ScopeRule::passive);
  }
  if (!ph.comma(behind) || behind + 2 >= to) return std::nullopt;
  return made(ph, std::nullopt, cue, {{from, before}, {behind + 1, ph.clause_end(behind + 1, to)}}, ScopeRule::passive);
}

}  // namespace

std::optional<Attribution> read_passive(const Phrases& ph, const Cue& cue) {
  const auto [from, to] = cue.bounds;
  const std::uint32_t i = cue.word;
  std::uint32_t k = i;
  while (k > from && ph.adverb(k - 1)) --k;
  if (k == from || !be(ph, k - 1)) return std::nullopt;
  --k;
  while (k > from && (ph.word(k - 1, "has") || ph.word(k - 1, "have") || ph.word(k - 1, "had") || ph.adverb(k - 1)))
    --k;
  if (k > from && modal(ph, k - 1)) return std::nullopt;
  for (std::uint32_t n = k; n < i; ++n)
    if (modal(ph, n)) return std::nullopt;
  if (auto told = read_postposed_passive(ph, {k, i + 1}, cue.bounds)) return told;
  // "They", "who" and the like are people whom somebody sees; "I am seen as" is the writer's.
  if (k > from && (ph.word(k - 1, "i") || ph.word(k - 1, "we") || ph.word(k - 1, "you"))) return std::nullopt;
  const auto end = complement_end(ph, i, to);
  if (!end || has_agent(ph, i, to)) return std::nullopt;
  const std::uint32_t content_end = ph.clause_end(i + 1, to);
  std::vector<WordRange> content;
  if (ph.word(*end, "that")) content = {{*end, content_end}};
  else if (*end == i) content = {{i + 1, content_end}};
  else if (const auto subject = ph.subject_before(k, from)) content = {{subject->words.first, content_end}};
  else content = {{k, content_end}};
  Attribution a = made(ph, std::nullopt, {k, *end + 1}, std::move(content), ScopeRule::passive);
  return a;
}

std::optional<Attribution> read_hearsay(const Phrases& ph, const Cue& cue) {
  const auto [from, to] = cue.bounds;
  const std::uint32_t i = cue.word;
  const std::uint32_t end = ph.clause_end(i, to);
  if (end < i + 3) return std::nullopt;
  const auto subject = ph.subject_before(i, from);
  return made(ph, std::nullopt, {i, i + 1}, {{subject ? subject->words.first : i, end}}, ScopeRule::passive);
}

}  // namespace stet
