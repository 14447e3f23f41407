#include "lsp/mentions.h"

#include <algorithm>
#include <map>
#include <set>

#include "facts/acronym_table.h"
#include "facts/name_chain.h"

namespace stet {

namespace {

using Kind = Mentions::Kind;

FactRef ref(FigurePair::Place place) { return {place.paragraph, place.index}; }

std::optional<Mentions> acronym_at(const Facts& facts, std::size_t p, std::uint32_t offset) {
  const auto& acronyms = facts.local(p).acronyms;
  const auto at = std::ranges::find_if(acronyms, [&](const Acronym& a) { return touches(a.span, offset); });
  if (at == acronyms.end()) return std::nullopt;
  const std::string key = acronym_key(facts.paragraph(p).text(at->short_form));
  Mentions out{Kind::acronym, key, facts.absolute(p, at->span), {}, {}};
  for (const AcronymEntry& entry : acronym_table(facts)) {
    if (entry.key != key) continue;
    const auto place = [&](const AcronymUse& use) {
      return facts.absolute(use.paragraph, facts.local(use.paragraph).acronyms[use.index].span);
    };
    std::ranges::transform(entry.uses, std::back_inserter(out.all), place);
    std::ranges::transform(entry.definitions, std::back_inserter(out.definitions), place);
  }
  return out;
}

std::optional<Mentions> name_at(const Facts& facts, std::size_t p, std::uint32_t offset) {
  const auto& names = facts.local(p).names;
  const auto at = std::ranges::find_if(names, [&](const Name& n) { return touches(n.span, offset); });
  if (at == names.end()) return std::nullopt;
  const auto entities = name_entities(facts);
  const std::uint32_t entity = entities[p][static_cast<std::size_t>(at - names.begin())];
  Mentions out{Kind::name, facts.paragraph(p).text(at->words), facts.absolute(p, at->span), {}, {}};
  for (std::size_t q = 0; q < facts.size(); ++q)
    for (std::size_t i = 0; i < entities[q].size(); ++i)
      if (entities[q][i] == entity) out.all.push_back(facts.absolute(q, facts.local(q).names[i].span));
  out.definitions = {out.all.front()};
  return out;
}

std::optional<Mentions> figure_at(const Facts& facts, std::size_t p, std::uint32_t offset) {
  const auto& figures = facts.local(p).figures;
  const auto at = std::ranges::find_if(figures, [&](const Figure& f) { return touches(f.span, offset); });
  if (at == figures.end()) return std::nullopt;
  Mentions out{Kind::figure, {}, facts.absolute(p, at->span), {}, {}};
  const FactRef here{static_cast<std::uint32_t>(p), static_cast<std::uint32_t>(at - figures.begin())};
  for (const FactRef& member : figure_cluster(facts, here))
    out.all.push_back(facts.absolute(member.paragraph, facts.local(member.paragraph).figures[member.index].span));
  out.definitions = {out.all.front()};
  return out;
}

std::optional<Kind> kind_of(Citation::Form form) {
  switch (form) {
    case Citation::Form::footnote: return Kind::footnote;
    case Citation::Form::reference: return Kind::reference;
    case Citation::Form::cite_key: return Kind::cite_key;
    default: return std::nullopt;
  }
}

std::optional<Kind> kind_of(Definition::Kind kind) {
  switch (kind) {
    case Definition::Kind::footnote: return Kind::footnote;
    case Definition::Kind::link_reference: return Kind::reference;
    default: return std::nullopt;
  }
}

// A label as it is compared; keys are compared as they are.
std::string name_of(Kind kind, std::string_view written) {
  return kind == Kind::cite_key ? std::string(written) : citation_label(written);
}

Mentions label_mentions(const Facts& facts, Kind kind, std::string name, Span here) {
  Mentions out{kind, std::move(name), here, {}, {}};
  for (std::size_t p = 0; p < facts.size(); ++p)
    for (const Citation& citation : facts.local(p).citations) {
      const Span target = facts.absolute(p, citation.target);
      if (kind_of(citation.form) == kind && name_of(kind, facts.document->text.bytes(target)) == out.name)
        out.all.push_back(target);
    }
  for (const Definition& definition : facts.document->definitions)
    if (kind_of(definition.kind) == kind && citation_label(definition.label) == out.name) {
      out.definitions.push_back(definition.span);
      out.all.push_back(definition.span);
    }
  std::ranges::sort(out.all);
  out.all.erase(std::unique(out.all.begin(), out.all.end()), out.all.end());
  return out;
}

std::optional<Mentions> label_at(const Facts& facts, std::optional<std::size_t> p, std::uint32_t offset) {
  for (const Definition& definition : facts.document->definitions) {
    const auto kind = kind_of(definition.kind);
    if (kind && touches(definition.span, offset))
      return label_mentions(facts, *kind, citation_label(definition.label), definition.span);
  }
  if (!p) return std::nullopt;
  for (const Citation& citation : facts.local(*p).citations) {
    const auto kind = kind_of(citation.form);
    if (!kind || !touches(facts.absolute(*p, citation.span), offset)) continue;
    const Span target = facts.absolute(*p, citation.target);
    return label_mentions(facts, *kind, name_of(*kind, facts.document->text.bytes(target)), target);
  }
  return std::nullopt;
}

}  // namespace

std::optional<std::size_t> paragraph_at(const Facts& facts, std::uint32_t offset) {
  const Document& document = *facts.document;
  for (const std::uint32_t look : {offset, offset > 0 ? offset - 1 : 0}) {
    const std::size_t p = document.block_at(look);
    if (p < document.blocks.size() && touches(document.blocks[p].span(), offset)) return p;
  }
  return std::nullopt;
}

std::optional<Mentions> mentions_of(const Facts& facts, std::uint32_t offset) {
  const auto p = paragraph_at(facts, offset);
  if (auto label = label_at(facts, p, offset)) return label;
  if (!p) return std::nullopt;
  const std::uint32_t relative = offset - facts.document->blocks[*p].begin;
  if (auto acronym = acronym_at(facts, *p, relative)) return acronym;
  if (auto figure = figure_at(facts, *p, relative)) return figure;
  return name_at(facts, *p, relative);
}

std::optional<Mentions> mentions_at(const Reading& reading, std::uint32_t offset) {
  if (!reading.facts.document) return std::nullopt;
  return mentions_of(reading.facts, offset);
}

std::vector<FactRef> figure_cluster(const Facts& facts, FactRef of) {
  std::map<FactRef, std::vector<FactRef>> beside;
  for (const FigurePair& pair : facts.figure_pairs) {
    beside[ref(pair.first)].push_back(ref(pair.second));
    beside[ref(pair.second)].push_back(ref(pair.first));
  }
  std::set<FactRef> members{of};
  std::vector<FactRef> open{of};
  while (!open.empty()) {
    const FactRef here = open.back();
    open.pop_back();
    for (const FactRef& next : beside[here])
      if (members.insert(next).second) open.push_back(next);
  }
  return {members.begin(), members.end()};
}

}  // namespace stet
