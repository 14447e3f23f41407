#include "facts/facts.h"

#include <unordered_map>

#include "facts/speaker.h"
#include "prose/batch.h"

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

void read_local(const Paragraph& p, const Context& context, ParagraphFacts& local) {
  Quotes quotes = find_quotes(p, context);
  local.quotes = std::move(quotes.quotes);
  local.quote_faults = std::move(quotes.faults);
  local.dates = find_dates(p, context);
  local.figures = find_figures(p, context, local.dates);
  local.figure_contexts = figure_contexts(p, context, local.figures);
  local.names = find_names(p, context);
  local.acronyms = find_acronyms(p, context);
  local.citations = find_citations(p);
  local.attributions = find_attributions(p, context, local.quotes);
  give_speakers(local.attributions, local.quotes);
  local.claims = find_claims(p, context, local);
}

template <class Fact>
void note(Facts& facts, std::size_t p, const std::vector<Fact>& found) {
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
  std::unordered_map<const Paragraph*, const std::shared_ptr<const ParagraphFacts>*> known;
  if (before != nullptr && before->document->context == document->context)
    for (std::size_t p = 0; p < before->size(); ++p) known.emplace(&before->paragraph(p), &before->locals[p]);
  Facts facts;
  facts.locals.reserve(document->blocks.size());
  for (const Block& block : document->blocks) {
    const auto it = known.find(block.paragraph.get());
    if (it != known.end()) facts.locals.push_back(*it->second);
    else facts.locals.push_back(is_read(*block.paragraph, document->context) ? nullptr : nothing);
  }
  Batch<ParagraphFacts> fresh(paragraphs_together(before != nullptr));
  for (std::size_t p = 0; p < facts.locals.size(); ++p) {
    if (facts.locals[p] == nullptr) {
      ParagraphFacts local;
      read_local(*document->blocks[p].paragraph, document->context, local);
      facts.locals[p] = nothing;
      if (!says_nothing(local)) {
        const std::shared_ptr<ParagraphFacts> kept = fresh.next();
        *kept = std::move(local);
        facts.locals[p] = kept;
      }
    }
    if (facts.locals[p] != nothing) note_kinds(facts, p);
  }
  facts.vocabulary = Vocabulary(*document);
  facts.document = std::move(document);
  facts.figure_pairs = pair_figures(facts);
  return facts;
}

Facts read(Text text, Format format, const Context& context, const Facts* before) {
  const Document* old = before != nullptr ? before->document.get() : nullptr;
  return read_facts(std::make_shared<const Document>(read_document(std::move(text), format, context, old)), before);
}

}  // namespace stet
