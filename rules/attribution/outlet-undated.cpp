#include <fmt/format.h>

#include <algorithm>
#include <optional>
#include <set>

#include "facts/source.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

struct Known {
  bool date, title, link;
};

// What tells which piece it is, in the sentence.
Known look(const Facts& facts, std::size_t p, WordRange paper, WordRange sentence) {
  const Paragraph& paragraph = facts.paragraph(p);
  const ParagraphFacts& local = facts.local(p);
  Known known{};
  known.date = std::any_of(local.dates.begin(), local.dates.end(),
                           [&](const DateMention& d) { return sentence.contains(d.words.first); });
  known.link = std::any_of(local.citations.begin(), local.citations.end(),
                           [&](const Citation& c) { return c.covers.overlaps(sentence); });
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i) {
    known.date = known.date || facts.lexicon().is(paragraph.words[i].id, WordClass::weekday);
  }
  const Span whole = paragraph.span(sentence), name = paragraph.span(paper);
  for (const Inline& in : paragraph.inlines)
    known.title =
        known.title || (in.kind == Inline::Kind::emphasis && in.span.overlaps(whole) && !in.span.overlaps(name));
  for (const Quote& q : local.quotes)
    known.title = known.title || (q.form == Quote::Form::scare && sentence.contains(q.words.first) &&
                                  paragraph.words[q.words.first].has(Word::capital) && q.words.size() > 2);
  return known;
}

// "In an article for the Vella Review", "in a BBC interview": a piece that is told of by where it stood. From "in" to
// the name.
std::optional<WordRange> venue_at(const Facts& facts, const Paragraph& p, std::uint32_t i) {
  const Lexicon& lexicon = facts.lexicon();
  const WordKey in{"in"};
  if (i < 2) return std::nullopt;
  std::uint32_t first = i;
  bool name = false;
  while (first > 0 && i - first < 6 && !(lexicon.key(p.words[first].id) == in)) {
    --first;
    if (p.words[first].kind == WordKind::mark) return std::nullopt;
    name = name || (p.words[first].has(Word::capital) && !p.words[first].has(Word::starts_sentence) &&
                    lexicon.is(p.words[first].id, WordClass::outlet_word));
  }
  if (!(lexicon.key(p.words[first].id) == in) || p.words[first].has(Word::in_quotation)) return std::nullopt;
  const WordKey article = lexicon.key(p.words[first + 1].id);
  if (!(article == WordKey("a") || article == WordKey("an"))) return std::nullopt;
  if (name) return WordRange{first, i + 1};
  std::uint32_t last = i + 1;
  if (last + 1 >= p.words.size()) return std::nullopt;
  const WordKey joins = lexicon.key(p.words[last].id);
  if (!(joins == WordKey("for") || joins == in || joins == WordKey("with"))) return std::nullopt;
  ++last;
  if (lexicon.key(p.words[last].id) == WordKey("the")) ++last;
  const std::uint32_t named = last;
  bool paper = joins == WordKey("for");
  while (last < p.words.size() && p.words[last].has(Word::capital)) {
    paper = paper || lexicon.is(p.words[last].id, WordClass::outlet_word);
    ++last;
  }
  return last > named && paper ? std::optional(WordRange{first, last}) : std::nullopt;
}

// "The Vella Herald", not "Lena Ortiz, an editor at the Vella Herald" nor "a letter seen by the Vella Herald".
bool paper(const Paragraph& p, WordRange source) {
  for (std::uint32_t i = source.first; i < source.last; ++i) {
    const Word& w = p.words[i];
    const std::string_view t = p.text(i);
    if (w.kind == WordKind::mark && !w.is_mark(U'.') && !w.is_mark(U'&')) return false;
    if (w.kind == WordKind::word && !w.has(Word::capital) && t != "the" && t != "of" && t != "and") return false;
  }
  return true;
}

// The last word with a capital: what a paper is known by.
WordId name_in(const Paragraph& p, WordRange venue) {
  std::uint32_t k = venue.last - 1;
  while (k > venue.first + 1 && !p.words[k].has(Word::capital)) --k;
  return p.words[k].id;
}

}  // namespace

Check outlet_undated(const Options&) {
  return [](const Facts& facts, const Sources&, Report& report) {
    // The piece of paper `source`, told of in `words`. `identified`: papers whose piece the draft has told of, by the
    // last word of their names.
    auto ask = [&facts, &report, identified = std::set<WordId>()](std::size_t p, WordRange source, WordRange words,
                                                                  WordId name) mutable {
      const Paragraph& paragraph = facts.paragraph(p);
      const Known known = look(facts, p, source, paragraph.sentences[paragraph.sentence_of(words.first)].words);
      if (known.date || known.title || known.link) identified.insert(name);
      if (!identified.insert(name).second) return;
      const std::uint32_t end = paragraph.span(source).end;
      report.add(p, paragraph.span(words), fmt::format("“{}”: when, and in which piece?", paragraph.text(source)))
          .fix("Insert “, on TK,”", {{p, {end, end}, ", on TK,"}})
          .fix("Insert “[TK link]”", {{p, {end, end}, " [TK link]"}})
          .detail("**Missing.** A date, a title or a link: any of them lets a reader find the piece.");
    };
    static const ClassSet pieces = class_set({WordClass::piece_noun});
    return Pass{[&facts, ask = std::move(ask)](std::size_t p) mutable {
      const Lexicon& lexicon = facts.lexicon();
      const Paragraph& paragraph = facts.paragraph(p);
      if (paragraph.zone != Zone::body && paragraph.zone != Zone::list) return Holds::nothing;
      Holds holds = Holds::nothing;
      const auto tell = [&](WordRange source, WordRange words, WordId name) {
        ask(p, source, words, name);
        holds = Holds::something;
      };
      for (std::uint32_t i = 0; paragraph.holds(pieces) && i < paragraph.words.size(); ++i)
        if (lexicon.is(paragraph.words[i].id, WordClass::piece_noun))
          if (const auto venue = venue_at(facts, paragraph, i)) tell(*venue, *venue, name_in(paragraph, *venue));
      for (const Attribution& a : facts.local(p).attributions) {
        if (!a.source || !a.cue || a.cue->empty() || a.content.empty()) continue;
        const WordId name = paragraph.words[a.source->last - 1].id;
        const bool outlet = a.type == SourceType::outlet && lexicon.is(name, WordClass::outlet_word);
        if (!outlet || !paper(paragraph, *a.source) || paragraph.words[a.cue->first].has(Word::in_quotation)) continue;
        tell(*a.source, {std::min(a.source->first, a.cue->first), std::max(a.source->last, a.cue->last)}, name);
      }
      return holds;
    }};
  };
}

}  // namespace stet::rules
