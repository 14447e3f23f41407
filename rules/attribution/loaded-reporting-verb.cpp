#include <fmt/format.h>

#include <algorithm>

#include "facts/source.h"
#include "facts/word_view.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

struct Kind {
  std::vector<std::string> verbs;  // as listed: the first form, or all
  std::string_view tells;
};

bool lists(const Kind& kind, std::string_view lemma) {
  return std::find(kind.verbs.begin(), kind.verbs.end(), lemma) != kind.verbs.end();
}

// What can tell: a person, or a body of them; a graph shows and a report notes without taking sides.
bool speaks(const Attribution& a) {
  switch (a.type) {
    case SourceType::person:
    case SourceType::pronoun:
    case SourceType::official_unnamed:
    case SourceType::organisation: return true;
    default: return false;
  }
}

// The court's own words: those who charge allege, those who are charged deny and confess.
bool court(const Paragraph& p, WordRange sentence, const std::vector<WordId>& words) {
  for (std::uint32_t i = sentence.first; i < sentence.last; ++i)
    if (std::find(words.begin(), words.end(), p.words[i].id) != words.end()) return true;
  return false;
}

// "claims that", "claimed the yard had lied", “…,” he insisted: words are reported, and not a thing claimed.
bool reports(const Paragraph& p, const Lexicon& lexicon, const Attribution& a, std::uint32_t behind) {
  if (a.content.empty()) return false;
  if (a.rule == ScopeRule::postposed || a.rule == ScopeRule::as_wrote) return true;
  if (a.rule != ScopeRule::complement || a.content.front().first < behind) return false;
  const std::uint32_t first = a.content.front().first;
  // "admitted in May that": whatever stands between, a clause is what is told.
  // "conceded a penalty that was given", "revealed his disdain": a thing, whatever hangs on it.
  static constexpr WordKeySet things{{"a", "an", "his", "her", "their", "its"}};
  if (things.contains(lexicon.key(p.words[first].id))) return false;
  return lexicon.key(p.words[first].id) == WordKey("that") || p.words[first].has(Word::in_quotation) ||
         p.words[first].kind == WordKind::mark || Phrases(p, lexicon).clause_at(first, a.content.front().last);
}

// "refused to admit", "would not concede", "without pointing out": nothing was said that the verb could colour.
bool unsaid(const WordView& w, std::uint32_t cue, const std::vector<WordId>& around) {
  for (std::uint32_t i = cue; i > 0 && cue - i < 3; --i) {
    if (!w.word(i - 1)) return false;
    if (std::find(around.begin(), around.end(), w[i - 1].id) != around.end()) return true;
    if (w.text(i - 1).ends_with("n't") || w.text(i - 1).ends_with("n’t")) return true;
  }
  return false;
}

// I, we: the writer's own verb.
bool writer(const Lexicon& lexicon, const Paragraph& p, WordRange source) {
  const WordKey first = lexicon.key(p.words[source.first].id);
  return source.size() == 1 && (first == WordKey("i") || first == WordKey("we"));
}

std::string plain(std::string_view cue, std::string_view lemma) {
  if (cue == lemma) return "say";
  if (cue.ends_with("ing")) return "saying";
  return cue.ends_with("s") ? "says" : "said";
}

}  // namespace

Check loaded_reporting_verb(const Options& options) {
  const std::vector<Kind> kinds{
      {options.list("endorse"), "vouches for what is said"},
      {options.list("doubt"), "casts doubt on what is said"},
      {options.list("guilt"), "makes it a confession"},
      {options.list("mind"), "tells of a mind, where only words can be reported"},
      {options.list("judge"), "judges for the reader"},
  };
  return [kinds, courts = options.list("courts"), unsaid_words = options.list("unsaid")](
             const Facts& facts, const Sources&, Report& report) {
    if (facts.context().genre == Genre::opinion || facts.context().genre == Genre::fiction) return;
    const Lexicon& lexicon = facts.lexicon();
    const auto ids = [&](const std::vector<std::string>& words) {
      std::vector<WordId> out;
      out.reserve(words.size());
      for (const std::string& word : words) out.push_back(lexicon.id(word));
      return out;
    };
    const std::vector<WordId> of_court = ids(courts), around = ids(unsaid_words);
    for (const std::size_t p : facts.with<Attribution>()) {
      const Paragraph& paragraph = facts.paragraph(p);
      if (paragraph.zone != Zone::body && paragraph.zone != Zone::list) continue;
      for (const Attribution& a : facts.local(p).attributions) {
        if (!a.source || !a.cue || a.cue->empty() || !speaks(a)) continue;
        const std::uint32_t i = a.cue->first;
        if (paragraph.words[i].has(Word::in_quotation)) continue;
        const std::string_view lemma = lexicon.word(lexicon.lemma(paragraph.words[i].id));
        const auto kind = std::find_if(kinds.begin(), kinds.end(), [&](const Kind& k) { return lists(k, lemma); });
        if (kind == kinds.end()) continue;
        const bool judges = kind + 1 == kinds.end();
        if (judges ? a.rule != ScopeRule::partial_quote : !reports(paragraph, lexicon, a, a.cue->last)) continue;
        if (writer(lexicon, paragraph, *a.source) || unsaid(WordView(paragraph, facts.context()), i, around)) continue;
        // ", pointing out that": the participle goes with a verb of saying that is there already.
        if (a.rule == ScopeRule::complement && paragraph.text(i) == "pointing") continue;
        if (court(paragraph, paragraph.sentences[paragraph.sentence_of(i)].words, of_court)) continue;
        const std::string cue = paragraph.text(*a.cue);
        const std::string instead = plain(lexicon.word(paragraph.words[i].id), lemma);
        auto added =
            report.add(p, paragraph.span(*a.cue),
                       judges ? fmt::format("“{}” {}: the words quoted can speak for themselves", cue, kind->tells)
                              : fmt::format("“{}” {}; “{}” does not", cue, kind->tells, instead));
        if (!judges) added.fix("Replace with “" + instead + "”", {{p, paragraph.span(*a.cue), instead}});
        added.detail(fmt::format("**What the verb adds.** “{}” {}. The source is “{}”.", cue, kind->tells,
                                 paragraph.text(*a.source)));
      }
    }
  };
}

}  // namespace stet::rules
