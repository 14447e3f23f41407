#include <fmt/format.h>

#include <algorithm>
#include <cctype>

#include "facts/source.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

// How many sources a marker names: “(Ortiz, 2018; Vane, 2020)” two, “[3, 7]” two, “[3-7]” many. A note may hold any
// number.
int sources_of(const Paragraph& p, const Citation& c) {
  switch (c.form) {
    case Citation::Form::link:
    case Citation::Form::url:
    case Citation::Form::cite_key: return 1;
    case Citation::Form::parenthetical:
    case Citation::Form::numbered: break;
    default: return 2;
  }
  const std::string_view text = p.letters.substr(c.span.begin, c.span.end - c.span.begin);
  int numbers = 0;
  for (std::size_t i = 0; i < text.size(); ++i)
    if (std::isdigit(static_cast<unsigned char>(text[i])) != 0 &&
        (i == 0 || std::isdigit(static_cast<unsigned char>(text[i - 1])) == 0))
      ++numbers;
  return text.find(';') != std::string_view::npos ? 2 : numbers;
}

bool has(const Facts& facts, const std::vector<std::string>& words, WordId id) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& w) { return facts.lexicon().id(w) == id; });
}

}  // namespace

Check plural_source_single_cite(const Options& options) {
  return [nouns = options.list("nouns"), reviews = options.list("review_cues")](const Facts& facts, const Sources&,
                                                                                Report& report) {
    for (const std::size_t p : facts.with<Attribution>()) {
      const Paragraph& paragraph = facts.paragraph(p);
      const ParagraphFacts& local = facts.local(p);
      if (local.citations.empty() || (paragraph.zone != Zone::body && paragraph.zone != Zone::list)) continue;
      for (const Attribution& a : local.attributions) {
        if (!a.source || !a.cue || a.cue->empty() || a.source->first > a.cue->first) continue;
        const Phrases ph(paragraph, facts.lexicon());
        const std::uint32_t head = source_head(ph, *a.source);
        if (!has(facts, nouns, paragraph.words[head].id) || ph.word(a.source->first, "the") ||
            ph.word(a.source->first, "these"))
          continue;
        if (paragraph.words[head].has(Word::in_quotation)) continue;
        const WordRange sentence = paragraph.sentences[paragraph.sentence_of(a.cue->first)].words;
        if (std::any_of(paragraph.words.begin() + sentence.first, paragraph.words.begin() + sentence.last,
                        [&](const Word& w) { return has(facts, reviews, w.id); }))
          continue;
        const Span whole = paragraph.span(sentence);
        int found = 0;
        const Citation* only = nullptr;
        for (const Citation& c : local.citations)
          if (c.covers.overlaps(sentence) || whole.overlaps(c.span)) found += sources_of(paragraph, c), only = &c;
        if (found != 1) continue;
        const WordRange words{a.source->first, a.cue->last};
        const std::string many = paragraph.text(WordRange{head, head + 1});
        report.add(p, paragraph.span(words), fmt::format("“{}” are many, and one is cited", many))
            .related(p, only->span, "the one source")
            .fix("Insert “[TK another source]”", {{p, {only->span.end, only->span.end}, " [TK another source]"}})
            .detail("**Counted.** A plural before the verb, one source behind it. Write of the one, or cite another.");
      }
    }
  };
}

}  // namespace stet::rules
