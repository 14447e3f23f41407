#include "facts/facts.h"

#include <optional>

#include "facts/speaker.h"
#include "prose/batch.h"
#include "prose/carried.h"

namespace stet {

namespace {

// Headings, rows of a table and the like: a draft has many, and they share one empty object.
bool says_nothing(const ParagraphFacts& local) {
  return local.quotes.empty() && local.quote_faults.empty() && local.dates.empty() && local.figures.empty() &&
         local.names.empty() && local.acronyms.empty() && local.attributions.empty() && local.citations.empty() &&
         local.claims.empty();
}

bool is_read(const Paragraph& p, const Context& context) {
  return !p.foreign && p.zone != Zone::code && p.zone != Zone::math && context.language.starts_with("en");
}

// As many as lie in a processor's first caches with their words.
constexpr std::size_t paragraphs_a_time = 16;

// A paragraph that is to be read, and its facts in the making.
struct Reading {
  std::size_t p = 0;
  const Paragraph* paragraph = nullptr;
  std::vector<Quote> quotes;  // until they are given their speakers
  ParagraphFacts facts;
};

// Reads some paragraphs' facts, one kind after the other: each finder's code is fetched once for all of them.
void read_locals(std::span<Reading> some, const Context& context) {
  for (auto& [p, paragraph, quotes, facts] : some) {
    Quotes found = find_quotes(*paragraph, context);
    quotes = std::move(found.quotes);
    facts.quote_faults = std::move(found.faults);
  }
  for (Reading& it : some) it.facts.dates = find_dates(*it.paragraph, context);
  for (Reading& it : some) it.facts.figures = find_figures(*it.paragraph, context, it.facts.dates);
  for (Reading& it : some) it.facts.figure_contexts = figure_contexts(*it.paragraph, context, it.facts.figures);
  for (Reading& it : some) it.facts.names = find_names(*it.paragraph, context);
  for (Reading& it : some) it.facts.acronyms = find_acronyms(*it.paragraph, context);
  for (Reading& it : some) it.facts.citations = find_citations(*it.paragraph);
  for (Reading& it : some) {
    it.facts.attributions = find_attributions(*it.paragraph, context, it.quotes);
    give_speakers(it.facts.attributions, it.quotes);
    it.facts.quotes = std::move(it.quotes);
  }
  for (Reading& it : some) it.facts.claims = find_claims(*it.paragraph, context, it.facts);
}

template <class Fact>
void note(Facts& facts, std::size_t p, const Kept<Fact>& found) {
  if (!found.empty()) std::get<Holding<Fact>>(facts.holding).paragraphs.push_back(static_cast<std::uint32_t>(p));
}

void note_kinds(Facts& facts, std::size_t p) {
  const ParagraphFacts& local = facts.local(p);
  note(facts, p, local.quotes);
  note(facts, p, local.quote_faults);
  note(facts, p, local.dates);
  note(facts, p, local.figures);
  note(facts, p, local.names);
  note(facts, p, local.acronyms);
  note(facts, p, local.attributions);
  note(facts, p, local.citations);
  note(facts, p, local.claims);
}

}  // namespace

Facts read_facts(std::shared_ptr<const Document> document, const Facts* before) {
  static const auto nothing = std::make_shared<const ParagraphFacts>();
  Carried carried;
  if (before != nullptr && before->document->context == document->context)
    carried = Carried(*document, *before->document);
  Facts facts;
  facts.locals.reserve(document->blocks.size());
  for (std::size_t p = 0; p < document->blocks.size(); ++p) {
    if (const std::uint32_t there = carried.place(p); there != Carried::none)
      facts.locals.push_back(before->locals[there]);
    else facts.locals.push_back(is_read(*document->blocks[p].paragraph, document->context) ? nullptr : nothing);
  }
  Batch<ParagraphFacts> fresh(paragraphs_together(before != nullptr));
  std::optional<Vocabulary> vocabulary;
  if (before != nullptr && !carried.empty())
    vocabulary = before->vocabulary.after(*before->document, *document, carried);
  std::optional<Vocabulary::Builder> words;
  if (!vocabulary) words.emplace(*document);
  std::vector<Reading> some;
  std::size_t first = 0;  // paragraph that has not been gone over
  const auto go_over = [&](std::size_t last) {
    read_locals(some, document->context);
    for (Reading& it : some) {
      facts.locals[it.p] = nothing;
      if (says_nothing(it.facts)) continue;
      const std::shared_ptr<ParagraphFacts> kept = fresh.next();
      *kept = std::move(it.facts);
      facts.locals[it.p] = kept;
    }
    some.clear();
    for (; first < last; ++first) {
      if (facts.locals[first] != nothing) note_kinds(facts, first);
      if (words) words->add(static_cast<std::uint32_t>(first), document->blocks[first].paragraph->words);
    }
  };
  for (std::size_t p = 0; p < facts.locals.size(); ++p) {
    if (facts.locals[p] == nullptr) some.push_back({p, document->blocks[p].paragraph.get(), {}, {}});
    if (some.size() == paragraphs_a_time) go_over(p + 1);
  }
  go_over(facts.locals.size());
  facts.vocabulary = vocabulary ? std::move(*vocabulary) : std::move(*words).build();
  facts.document = std::move(document);
  const Facts* const known = carried.empty() ? nullptr : before;
  facts.figure_pairs = pair_figures(facts, known, carried);
  facts.names_alike = names_alike(facts, known != nullptr ? &known->names_alike : nullptr);
  return facts;
}

Facts read(Text text, Format format, const Context& context, const Facts* before) {
  const Document* old = before != nullptr ? before->document.get() : nullptr;
  return read_facts(std::make_shared<const Document>(read_document(std::move(text), format, context, old)), before);
}

}  // namespace stet
