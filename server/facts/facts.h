#pragma once
// Facts: what is read in a draft. Rules see nothing else.
//
//   Facts facts = read_facts(std::make_shared<Document>(read_document(text, Format::plain, context)));
//   for (const std::size_t p : facts.with<Figure>())
//     for (const Figure& f : facts.local(p).figures) …   // spans relative to facts.paragraph(p)
//
// The first part is local: one ParagraphFacts for each block, made from that paragraph and the context alone and shared
// with the facts of the version before where the paragraph is. The second part belongs to the draft and is made each
// time from the first, with the help of the version before; its cost must grow with the number of facts, not with its
// square.
#include <memory>
#include <span>
#include <string>
#include <tuple>
#include <vector>

#include "facts/acronym.h"
#include "facts/attribution.h"
#include "facts/citation.h"
#include "facts/claim.h"
#include "facts/cluster.h"
#include "facts/date.h"
#include "facts/figure.h"
#include "facts/figure_context.h"
#include "facts/name.h"
#include "facts/name_forms.h"
#include "facts/quote.h"
#include "facts/vocabulary.h"
#include "prose/document.h"
#include "text/kept.h"

namespace stet {

struct ParagraphFacts {
  Kept<Quote> quotes;
  Kept<QuoteFault> quote_faults;
  Kept<DateMention> dates;
  Kept<Figure> figures;
  Kept<FigureContext> figure_contexts;  // parallel to figures
  Kept<Name> names;
  Kept<Acronym> acronyms;
  Kept<Attribution> attributions;
  Kept<Citation> citations;
  Kept<Claim> claims;
};

// A fact in the draft: which paragraph, which of its vector.
struct FactRef {
  std::uint32_t paragraph = 0, index = 0;
  friend auto operator<=>(const FactRef&, const FactRef&) = default;
};

// The paragraphs that hold facts of a kind, ascending.
template <class Fact>
struct Holding {
  std::vector<std::uint32_t> paragraphs;
};

struct Facts {
  std::shared_ptr<const Document> document;
  std::vector<std::shared_ptr<const ParagraphFacts>> locals;  // parallel to document->blocks
  std::vector<FigurePair> figure_pairs;                       // figures that may be one quantity (see cluster.h)
  Vocabulary vocabulary;
  NamesAlike names_alike;  // words that may be one name, spelt in two ways
  std::tuple<Holding<Quote>, Holding<QuoteFault>, Holding<DateMention>, Holding<Figure>, Holding<Name>,
             Holding<Acronym>, Holding<Attribution>, Holding<Citation>, Holding<Claim>>
      holding;

  // The paragraphs with a fact of a kind: facts.with<Figure>(). Who needs one goes over these, and touches no other.
  template <class Fact>
  std::span<const std::uint32_t> with() const {
    return std::get<Holding<Fact>>(holding).paragraphs;
  }

  std::size_t size() const { return locals.size(); }
  const ParagraphFacts& local(std::size_t p) const { return *locals[p]; }
  const Paragraph& paragraph(std::size_t p) const { return *document->blocks[p].paragraph; }
  const Context& context() const { return document->context; }
  const Lexicon& lexicon() const { return *document->context.lexicon; }
  // A span relative to paragraph p, in the draft.
  Span absolute(std::size_t p, Span relative) const { return relative.moved(document->blocks[p].begin); }
};

// Facts of a document. Locals of paragraphs that `before` holds too are shared, where the context is the same.
Facts read_facts(std::shared_ptr<const Document> document, const Facts* before = nullptr);

// Both steps: bytes to facts.
Facts read(Text text, Format format, const Context& context, const Facts* before = nullptr);

}  // namespace stet
