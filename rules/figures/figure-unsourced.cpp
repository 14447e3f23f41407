#include <fmt/format.h>

#include <algorithm>
#include <functional>
#include <unordered_set>

#include "facts/support.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

struct Settings {
  double min_count;
  bool money, percent, count, rate;
};

bool worth_asking(const Figure& f, const Settings& s) {
  switch (f.dimension) {
    case Dimension::money: return s.money;
    case Dimension::percent:
    case Dimension::points: return s.percent;
    case Dimension::rate: return s.rate;
    case Dimension::count: return s.count && !f.in_words && f.high >= s.min_count && f.head.has_value();
    default: return false;
  }
}

bool first_person(const Paragraph& p, const Lexicon& lexicon, WordRange sentence) {
  static constexpr WordKeySet writer{{"i", "we", "my", "our"}};
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i)
    if (!p.words[i].has(Word::in_quotation) && writer.contains(lexicon.key(p.words[i].id))) return true;
  return false;
}

// "A 131-page report": a number joined to its noun describes the thing that lies on the desk.
bool describes(const Paragraph& p, const Figure& f) {
  const bool named = f.dimension == Dimension::count || f.dimension == Dimension::money;
  if (!named || f.words.last >= p.words.size()) return false;
  const Word& next = p.words[f.words.last];
  return (next.is_mark(U'-') || next.is_mark(0x2010) || next.is_mark(0x2011)) && !next.has(Word::space_before);
}

// "95% CI": a level of confidence is chosen, nobody's finding.
bool confidence_level(const Paragraph& p, const Figure& f) {
  if (f.dimension != Dimension::percent || f.words.last >= p.words.size()) return false;
  const std::string_view next = p.text(f.words.last);
  return next == "CI" || next == "CrI" || next == "confidence" || next == "credible";
}

// "About 60 people attended": as many as a reporter can count from where he stands. Larger crowds are estimates, which
// are somebody's.
bool plainly_seen(const Paragraph& p, const Lexicon& lexicon, const Figure& f) {
  constexpr double most_counted = 500;
  static constexpr WordKeySet scene{{"attended", "gathered", "queued", "marched", "waited", "stood", "watched", "sat",
                                     "crowded", "lined", "packed", "filled", "turned", "showed", "applauded", "chanted",
                                     "cheered"}};
  if (f.dimension != Dimension::count || f.high >= most_counted || !f.head) return false;
  for (std::uint32_t i = *f.head + 1; i < std::min<std::size_t>(*f.head + 4, p.words.size()); ++i) {
    if (p.words[i].kind != WordKind::word) return false;
    if (scene.contains(word_key(p.text(i)))) return true;
    if (lexicon.is(p.words[i].id, WordClass::auxiliary)) return false;
  }
  return false;
}

// "The top 0.1% of households": whom the sentence speaks of; what it says of them is another figure. "100% natural" is
// no share of anything.
bool no_share(const Paragraph& p, const Figure& f) {
  if (f.dimension != Dimension::percent) return false;
  if (f.words.first > 0) {
    const std::string_view before = p.text(f.words.first - 1);
    for (const std::string_view w : {"top", "bottom", "richest", "poorest", "wealthiest"})
      if (before == w) return true;
  }
  if (f.value != 100.0 || f.words.last >= p.words.size() || p.words[f.words.last].kind != WordKind::word) return false;
  const std::string_view next = p.text(f.words.last);
  return next != "of" && next != "in" && next != "on" && next != "to" && next != "from";
}

// "Elected with 84,000 votes", "passed by 43 votes to eight": a score, which is announced. "The new £20 note": its
// name.
bool score_or_name(const Paragraph& p, const Figure& f) {
  static constexpr WordKeySet scores{{"vote", "votes", "ballot", "ballots"}};
  static constexpr WordKeySet named{{"note", "notes", "bill", "bills", "banknote", "banknotes", "coin", "coins"}};
  const std::uint32_t next = f.words.last;
  if (f.dimension == Dimension::count) return f.head && scores.contains(word_key(p.text(*f.head)));
  return f.dimension == Dimension::money && next < p.words.size() && named.contains(word_key(p.text(next)));
}

bool derived(const Paragraph& p, const Figure& f) {
  for (const PhraseHit& hit : p.phrases)
    if (hit.words.last <= f.words.first && hit.words.last + 2 >= f.words.first) {
      const std::string t = p.text(hit.words);
      if (t == "a difference of" || t == "a total of") return true;
    }
  return false;
}

// "The data, published by the Harbour Board, is from 150,000 berths": who gathered it stands beside.
bool published_by(const Paragraph& p, const Lexicon& lexicon, WordRange sentence) {
  constexpr std::uint32_t near = 3;  // words between the data and what was done with it
  static constexpr WordKeySet made{{"published", "released", "compiled", "collected", "gathered", "commissioned",
                                    "produced", "issued", "conducted", "drawn"}};
  for (std::uint32_t i = sentence.first; i + 1 < sentence.last; ++i) {
    if (!made.contains(word_key(p.text(i))) || p.text(i + 1) != "by" || p.words[i].has(Word::in_quotation)) continue;
    for (std::uint32_t k = std::max(sentence.first, i - std::min(i, near)); k < i; ++k)
      if (lexicon.is(p.words[k].id, WordClass::study_noun)) return true;
  }
  return false;
}

class Figures {
 public:
  Figures(const Settings& settings, const Facts& facts, Report& report)
      : settings_(settings), facts_(facts), report_(report) {}

  Holds read(std::size_t p) {
    if (facts_.local(p).figures.empty()) return Holds::nothing;
    const Zone zone = facts_.paragraph(p).zone;
    if (zone == Zone::body || zone == Zone::list) paragraph(p);
    else if (zone == Zone::headline || zone == Zone::dek) sourced(p);
    return Holds::something;
  }

 private:
  // What a headline says is carried by the text below.
  void sourced(std::size_t p) {
    for (const Figure& f : facts_.local(p).figures)
      if (f.value) seen_.emplace(f.dimension, *f.value);
  }

  void paragraph(std::size_t p) {
    const Paragraph& paragraph = facts_.paragraph(p);
    const ParagraphFacts& local = facts_.local(p);
    std::uint32_t told = ~0u;  // the sentence of the last finding: its first figure speaks for the others
    for (const Figure& f : local.figures) {
      if (!worth_asking(f, settings_)) continue;
      const bool repeated = f.value && !seen_.emplace(f.dimension, *f.value).second;
      if (f.quoted || repeated || paragraph.words[f.words.first].has(Word::in_quotation) || derived(paragraph, f) ||
          confidence_level(paragraph, f) || describes(paragraph, f) || no_share(paragraph, f) ||
          score_or_name(paragraph, f))
        continue;
      // The scene's other figures are the writer's as well.
      if (plainly_seen(paragraph, facts_.lexicon(), f)) {
        told = paragraph.sentence_of(f.words.first);
        continue;
      }
      const WordRange sentence = paragraph.sentences[paragraph.sentence_of(f.words.first)].words;
      if (first_person(paragraph, facts_.lexicon(), sentence)) continue;
      const Support support = support_of(paragraph, local, facts_.lexicon(), f.words, Riding::never);
      if (support.by != Support::By::none || sourced_beside(paragraph, local, sentence) ||
          published_by(paragraph, facts_.lexicon(), sentence) || told_next(p, sentence))
        continue;
      const std::uint32_t here = paragraph.sentence_of(f.words.first);
      if (here != told) tell(p, f, support);
      told = here;
    }
  }

  // “The figures, released by the yard, …” at the head of the next paragraph: those that this one ends with.
  bool told_next(std::size_t p, WordRange sentence) const {
    if (p + 1 >= facts_.size() || sentence.last < facts_.paragraph(p).words.size()) return false;
    const Paragraph& next = facts_.paragraph(p + 1);
    if (next.zone != Zone::body || next.sentences.empty() || next.words.size() < 2) return false;
    const WordKey first = facts_.lexicon().key(next.words[0].id);
    return (first == WordKey("the") || first == WordKey("these")) &&
           facts_.lexicon().is(next.words[1].id, WordClass::study_noun) &&
           published_by(next, facts_.lexicon(), next.sentences[0].words);
  }

  // A source that speaks in the sentence, or in the one before it or behind it, carries its figures; one that can be
  // rung up carries the paragraph's. What belongs to it is a matter of reading, and the desk need not be asked.
  bool sourced_beside(const Paragraph& p, const ParagraphFacts& local, WordRange sentence) const {
    const std::uint32_t here = p.sentence_of(sentence.first);
    for (const Attribution& a : local.attributions) {
      if (!a.source || !a.cue || a.strength < 1) continue;
      const std::uint32_t there = p.sentence_of(a.cue->first);
      if (a.strength >= 2 || (there <= here + 1 && here <= there + 1)) return true;
    }
    return false;
  }

  void tell(std::size_t p, const Figure& f, const Support& support) {
    const Paragraph& paragraph = facts_.paragraph(p);
    const ParagraphFacts& local = facts_.local(p);
    const Span span = f.approximator.empty() ? f.span : f.span.joined(paragraph.span(f.approximator));
    const std::string words =
        paragraph.text(f.approximator.empty() ? f.words
                                              : WordRange{std::min(f.approximator.first, f.words.first),
                                                          std::max(f.approximator.last, f.words.last)});
    auto added = report_.add(p, span, fmt::format("{}: says who? No source reaches this figure", words));
    const WordRange sentence = paragraph.sentences[paragraph.sentence_of(f.words.first)].words;
    std::uint32_t end = paragraph.span(sentence).end;
    for (std::uint32_t i = sentence.last; i > sentence.first && paragraph.words[i - 1].kind == WordKind::mark; --i)
      end = paragraph.words[i - 1].begin;
    added.fix("Insert “, according to TK”", {{p, {end, end}, ", according to TK"}});
    added.fix("Insert “[TK source]”", {{p, {end, end}, " [TK source]"}});
    if (support.nearest && local.attributions[*support.nearest].named)  // “many” is nowhere to look
      added.related(p, paragraph.span(*local.attributions[*support.nearest].source), "the nearest source");
    added.detail([&] {
      std::string detail;
      for (const Claim& c : local.claims)
        if (c.words.contains(f.words.first))
          detail = fmt::format("**Claim.** {}, worth {} (4 asks for a source).\n\n", claim_kind_name(c.kind), c.worth);
      return detail + "**Support.** " + explain(paragraph, local, support) + ".";
    });
  }

  const Settings& settings_;
  const Facts& facts_;
  Report& report_;
  // Of figures that were told: dimension and value.
  struct Told {
    std::size_t operator()(const std::pair<Dimension, double>& figure) const {
      return std::hash<double>()(figure.second) * 31 + static_cast<std::size_t>(figure.first);
    }
  };
  std::unordered_set<std::pair<Dimension, double>, Told> seen_;
};

}  // namespace

Check figure_unsourced(const Options& options) {
  const auto& kinds = options.list("kinds");
  const auto has = [&](std::string_view k) { return std::find(kinds.begin(), kinds.end(), k) != kinds.end(); };
  const Settings settings{options.number("min_count"), has("money"), has("percent"), has("count"), has("rate")};
  return [settings](const Facts& facts, const Sources&, Report& report) {
    if (facts.context().genre == Genre::fiction) return Pass{};
    return Pass{[figures = Figures(settings, facts, report)](std::size_t p) mutable { return figures.read(p); }};
  };
}

}  // namespace stet::rules
