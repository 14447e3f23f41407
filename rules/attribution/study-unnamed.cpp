#include <fmt/format.h>

#include <algorithm>

#include "facts/poll.h"
#include "facts/source.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

struct Told {
  bool who = false, title = false, year = false, link = false;
  int count() const { return who + title + year + link; }
};

// "a recent study", "studies", "research": told of for the first time. Not "the study", "its survey", "no study".
bool introduced(const Phrases& ph, WordRange source, std::uint32_t head) {
  const Paragraph& p = ph.paragraph();
  for (std::uint32_t i = source.first; i < head; ++i)
    for (const WordKey& w : std::initializer_list<WordKey>{"the", "this", "that", "these", "those", "its", "their",
                                                           "his", "her", "our", "my", "no", "'s"})
      if (ph.word(i, w) || p.words[i].is_mark(U'’')) return false;
  return true;
}

// Does it say so, or is it only thought of ("a study would show")?
bool has_said(const Phrases& ph, WordRange source, std::uint32_t cue) {
  for (std::uint32_t k = source.last; k < cue; ++k)
    for (const WordKey& w : std::initializer_list<WordKey>{"would", "could", "may", "might", "will", "should", "must",
                                                           "can", "to", "if", "not", "never"})
      if (ph.word(k, w)) return false;
  return true;
}

// "She said studies show": she answers for them.
bool relayed(const ParagraphFacts& local, const Attribution& study) {
  return std::any_of(local.attributions.begin(), local.attributions.end(), [&](const Attribution& a) {
    return &a != &study && a.source && a.strength >= 2 &&
           std::any_of(a.content.begin(), a.content.end(),
                       [&](WordRange part) { return part.contains(study.source->first); });
  });
}

class Studies {
 public:
  Studies(std::vector<std::string> nouns, const Facts& facts) : facts_(facts) {
    for (const std::string& noun : nouns) nouns_.push_back(facts.lexicon().id(noun));
  }

  bool is_study(WordId id) const { return std::find(nouns_.begin(), nouns_.end(), id) != nouns_.end(); }

  // Over the sentence before, its own and the next: what lets one find the study.
  Told told(std::size_t p, const Attribution& a) const {
    const Paragraph& paragraph = facts_.paragraph(p);
    const ParagraphFacts& local = facts_.local(p);
    const std::uint32_t here = paragraph.sentence_of(a.cue->first);
    const std::uint32_t first = here == 0 ? 0 : here - 1;
    const std::uint32_t last =
        std::min<std::uint32_t>(here + 1, static_cast<std::uint32_t>(paragraph.sentences.size()) - 1);
    const WordRange reach{paragraph.sentences[first].words.first, paragraph.sentences[last].words.last};
    Told out;
    std::uint32_t makers = 0;
    for (const Name& n : local.names) {
      out.who = out.who || reach.contains(n.words.first);
      makers += a.source->contains(n.words.first) ? 1 : 0;
      // "the Mercer Quality of Life study": a title of its own.
      out.title = out.title || (reach.contains(n.words.first) && n.words.last < paragraph.words.size() &&
                                is_study(paragraph.words[n.words.last].id));
    }
    // A person and an institute, or what a named body keeps: found at once.
    const std::uint32_t noun = source_head(Phrases(paragraph, facts_.lexicon()), *a.source);
    const std::string_view kept = paragraph.text(noun);
    if (makers > 1 || (makers == 1 && (kept == "data" || kept == "statistics" || kept == "figures"))) out.title = true;
    for (const DateMention& d : local.dates) out.year = out.year || reach.contains(d.words.first);
    for (const Citation& c : local.citations) out.link = out.link || c.covers.overlaps(reach);
    for (const Quote& q : local.quotes)
      out.title = out.title || (reach.contains(q.words.first) && q.form == Quote::Form::scare && q.words.size() > 2);
    for (const Inline& in : paragraph.inlines)
      out.title = out.title || (in.kind == Inline::Kind::emphasis && in.span.overlaps(paragraph.span(reach)));
    return out;
  }

  // The first later place where such a noun stands beside a name: "the Ruiz study", "data of the city of Vella".
  void relate(Report::Added& added, std::size_t p, const Attribution& a) const {
    constexpr std::uint32_t beside = 5;  // words
    for (std::size_t q = p; q < std::min(facts_.size(), p + 6); ++q)
      for (const Name& n : facts_.local(q).names) {
        const Paragraph& paragraph = facts_.paragraph(q);
        if (q == p && n.words.first <= a.cue->last) continue;
        const WordRange s = paragraph.sentences[paragraph.sentence_of(n.words.first)].words;
        const std::uint32_t first = std::max(s.first, n.words.first - std::min(n.words.first, beside));
        for (std::uint32_t i = first; i < std::min(s.last, n.words.last + beside); ++i)
          if (is_study(paragraph.words[i].id)) return (void)added.related(q, n.span, "a study is named here");
      }
  }

 private:
  const Facts& facts_;
  std::vector<WordId> nouns_;
};

}  // namespace

Check study_unnamed(const Options& options) {
  return [need = static_cast<int>(options.number("need")), nouns = options.list("nouns")](
             const Facts& facts, const Sources&, Report& report) {
    const Studies studies(nouns, facts);
    for (const std::size_t p : facts.with<Attribution>()) {
      const Paragraph& paragraph = facts.paragraph(p);
      if (paragraph.zone != Zone::body && paragraph.zone != Zone::list) continue;
      const ParagraphFacts& local = facts.local(p);
      for (const Attribution& a : local.attributions) {
        if (!a.source || !a.cue || a.cue->empty() || a.content.empty()) continue;
        if (a.type != SourceType::study && a.type != SourceType::document) continue;
        const Phrases ph(paragraph, facts.lexicon());
        const std::uint32_t head = source_head(ph, *a.source);
        if (!studies.is_study(paragraph.words[head].id) || paragraph.words[head].has(Word::in_quotation)) continue;
        // "will publish research showing": the study is what somebody else does.
        const bool participle = a.rule != ScopeRule::according_to && paragraph.text(a.cue->first).ends_with("ing");
        if (participle || relayed(local, a)) continue;
        if (!introduced(ph, *a.source, head) || !has_said(ph, *a.source, a.cue->first)) continue;
        // What a poll found is poll-missing-method's to ask about.
        const bool poll =
            ph.word(head, "poll") || ph.word(head, "polls") || ph.word(head, "survey") || ph.word(head, "surveys");
        if (poll && poll_result(facts, p, {head, head + 1})) continue;
        const Told told = studies.told(p, a);
        if (told.link || told.count() >= need) continue;
        const WordRange words{std::min(a.source->first, a.cue->first), std::max(a.source->last, a.cue->last)};
        auto added = report.add(p, paragraph.span(words),
                                fmt::format("“{}”: which? Say who made it, and when", paragraph.text(*a.source)));
        const std::uint32_t at = paragraph.span(*a.source).end;
        if (!told.who) added.fix("Insert “by TK”", {{p, {at, at}, " by TK"}});
        added.fix("Insert “[TK link]”", {{p, {at, at}, " [TK link]"}});
        added.detail(
            fmt::format("**Told.** Who: {}; title: {}; year: {}; link: no. A link alone is enough, else {} of them.",
                        told.who ? "yes" : "no", told.title ? "yes" : "no", told.year ? "yes" : "no", need));
        studies.relate(added, p, a);
      }
    }
  };
}

}  // namespace stet::rules
