#pragma once
// Two readings of one text, which must not differ however they were made: afresh, or with the help of a version before.
#include <algorithm>
#include <string>

#include "facts/facts.h"

namespace stet {

// What differs first, and where; empty where nothing does.
inline std::string difference(const Document& a, const Document& b) {
  const auto at = [](std::string what, std::size_t i) { return what + " of item " + std::to_string(i); };
  if (a.blocks.size() != b.blocks.size()) return "the number of blocks";
  for (std::size_t i = 0; i < a.blocks.size(); ++i) {
    const Paragraph &p = *a.blocks[i].paragraph, &q = *b.blocks[i].paragraph;
    if (a.blocks[i].begin != b.blocks[i].begin) return at("the beginning", i);
    if (p.letters != q.letters) return at("the letters", i);
    if (p.zone != q.zone || p.level != q.level || p.row != q.row || p.columns != q.columns)
      return at("the zone (" + std::string(zone_name(p.zone)) + ", " + std::string(zone_name(q.zone)) + ")", i);
    if (p.words.size() != q.words.size() || p.sentences.size() != q.sentences.size()) return at("the words", i);
    const auto same = [](const Inline& x, const Inline& y) {
      return x.kind == y.kind && x.resolved == y.resolved && x.span == y.span && x.inner == y.inner &&
             x.target == y.target;
    };
    if (!std::ranges::equal(p.inlines, q.inlines, same)) return at("the markup", i);
  }
  const auto same_definition = [](const Definition& x, const Definition& y) {
    return x.kind == y.kind && x.label == y.label && x.span == y.span;
  };
  if (!std::ranges::equal(a.definitions, b.definitions, same_definition)) return "the definitions";
  const auto same_comment = [](const Comment& x, const Comment& y) { return x.span == y.span && x.inner == y.inner; };
  if (!std::ranges::equal(a.comments, b.comments, same_comment)) return "the comments";
  const auto same_unread = [](const Unread& x, const Unread& y) { return x.span == y.span && x.why == y.why; };
  if (!std::ranges::equal(a.unread, b.unread, same_unread)) return "what is left unread";
  if (a.word_count != b.word_count) return "the number of words";
  if (a.context != b.context || a.meta.span != b.meta.span) return "the front matter";
  return {};
}

inline std::string difference(const Facts& a, const Facts& b) {
  if (std::string what = difference(*a.document, *b.document); !what.empty()) return what;
  const auto same_pair = [](const FigurePair& x, const FigurePair& y) {
    return x.first.paragraph == y.first.paragraph && x.first.index == y.first.index &&
           x.second.paragraph == y.second.paragraph && x.second.index == y.second.index && x.kind == y.kind &&
           x.score.total() == y.score.total() && x.ratio == y.ratio;
  };
  if (!std::ranges::equal(a.figure_pairs, b.figure_pairs, same_pair)) return "the pairs of figures";
  const auto same_form = [](const NameForm& x, const NameForm& y) {
    return x.id == y.id && x.first == y.first && x.folded == y.folded;
  };
  if (!std::ranges::equal(a.names_alike.forms, b.names_alike.forms, same_form)) return "the names";
  const auto same_names = [](const NamePair& x, const NamePair& y) {
    return x.a == y.a && x.b == y.b && x.likeness == y.likeness;
  };
  if (!std::ranges::equal(a.names_alike.pairs, b.names_alike.pairs, same_names)) return "the names that are alike";
  const auto words_of = [&](const Facts& x, const Facts& y) {
    for (std::size_t n = 0; n < x.vocabulary.capital_words().size(); ++n)
      if (!std::ranges::equal(x.vocabulary.places(n), y.vocabulary.capitals(x.vocabulary.capital_words()[n])))
        return false;
    return true;
  };
  if (!words_of(a, b) || !words_of(b, a)) return "where capitals stand";
  for (const Block& block : a.document->blocks)
    for (const Word& w : block.paragraph->words)
      if (a.vocabulary.small(w.id) != b.vocabulary.small(w.id)) return "what is written small";
  for (std::size_t p = 0; p < a.size(); ++p)
    if (a.local(p).figures.size() != b.local(p).figures.size() ||
        a.local(p).quotes.size() != b.local(p).quotes.size() || a.local(p).dates.size() != b.local(p).dates.size() ||
        a.local(p).names.size() != b.local(p).names.size())
      return "the facts of paragraph " + std::to_string(p);
  return {};
}

}  // namespace stet
