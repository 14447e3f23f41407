// Quotations that are given to a speaker without a verb of saying: by his name and a colon, as in a caption or a round
// of voices (Ruiz: “…”), or by what she did before with saying so (she went on: “…”).
#include <algorithm>

#include "facts/attribution_read.h"
#include "facts/source.h"

namespace stet {

namespace {

constexpr std::uint32_t longest_label = 6;   // words: Harbour master Ana Ruiz
constexpr std::uint32_t longest_manner = 8;  // words between the verb and the quotation: with a laugh

bool went_on(const Phrases& ph, std::uint32_t verb) {
  return (ph.word(verb, "went") || ph.paragraph().text(verb) == "goes") && ph.word(verb + 1, "on");
}

// The verb of “…,” she went on; she went on, with a laugh: “…”
std::optional<std::uint32_t> going_on(const Phrases& ph, WordRange quote) {
  const WordRange before = ph.sentence(quote.first > 0 ? quote.first - 1 : quote.first);
  if (quote.first > before.first && (ph.mark(quote.first - 1, U':') || ph.comma(quote.first - 1)))
    for (std::uint32_t k = std::max(before.first + 1, quote.first - std::min(quote.first, longest_manner + 2));
         k + 2 < quote.first; ++k)
      if (went_on(ph, k)) return k;
  const auto count = static_cast<std::uint32_t>(ph.paragraph().words.size());
  for (std::uint32_t k = quote.last + 1; k + 1 < count && k < quote.last + longest_label; ++k) {
    if (ph.paragraph().words[k].kind != WordKind::word || ph.paragraph().words[k].has(Word::in_quotation)) break;
    if (went_on(ph, k)) return k;
  }
  return std::nullopt;
}

std::optional<Attribution> read_going_on(const Phrases& ph, WordRange quote) {
  const auto verb = going_on(ph, quote);
  if (!verb) return std::nullopt;
  const bool behind = *verb > quote.first;
  const auto subject = ph.subject_before(*verb, behind ? quote.last : ph.sentence(*verb).first);
  if (!subject) return std::nullopt;
  const Source who = judge_source(ph, subject->words);
  if (who.type == SourceType::unknown && who.strength < 2) return std::nullopt;
  return made(ph, subject->words, {*verb, *verb + 2}, {quote}, behind ? ScopeRule::postposed : ScopeRule::complement);
}

}  // namespace

std::optional<Attribution> read_labelled(const Phrases& ph, WordRange quote) {
  if (auto going = read_going_on(ph, quote)) return going;
  const Paragraph& p = ph.paragraph();
  if (quote.first < 2 || !ph.mark(quote.first - 1, U':')) return std::nullopt;
  const WordRange words{ph.sentence(quote.first - 1).first, quote.first - 1};
  if (words.empty() || words.size() > longest_label) return std::nullopt;
  // "The sign over the door: “…”", "A letter to Ruiz: “…”" name no speaker.
  for (std::uint32_t i = words.first; i < words.last; ++i) {
    const bool named = p.words[i].has(Word::capital) || ph.is(i, WordClass::speaker_role) || p.words[i].is_mark(U'.') ||
                       p.words[i].is_mark(U'-');
    if (!named || ph.is(i, WordClass::document_noun) || ph.is(i, WordClass::reporting_noun)) return std::nullopt;
  }
  const Source who = judge_source(ph, words);
  const bool speaks = (who.named && who.type == SourceType::person) || who.type == SourceType::official_unnamed;
  // One word that opens a sentence is as likely a thing: "Verdict: “…”".
  if (!speaks || (words.size() == 1 && ph.lexicon().known(p.words[words.first].id))) return std::nullopt;
  Attribution a = made(ph, words, {quote.first, quote.first}, {quote}, ScopeRule::complement);
  a.cue.reset();
  a.span = p.span(words).joined(p.span(quote));
  return a;
}

}  // namespace stet
