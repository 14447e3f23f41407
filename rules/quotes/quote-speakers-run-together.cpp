#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "facts/speaker.h"
#include "facts/word_view.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

class Reader {
 public:
  Reader(const Facts& facts, Report& report) : facts_(facts), report_(report) {}

  void paragraph(std::size_t p) {
    const ParagraphFacts& local = facts_.local(p);
    const Paragraph& paragraph = facts_.paragraph(p);
    const Attribution* speaker = nullptr;  // of the quotation before
    const Quote* said = nullptr;
    for (const Quote& q : local.quotes) {
      if (q.depth != 0 || q.form == Quote::Form::block || !q.attribution) continue;
      const Attribution& a = local.attributions[*q.attribution];
      if (speaker != nullptr && own_sentence(paragraph, q)) {
        if (a.rule != ScopeRule::paragraph_speaker && a.source->first > q.words.first &&
            different_speakers(paragraph, *speaker, paragraph, a))
          tell(p, q, *speaker, paragraph.span(*a.source), paragraph.text(*a.source));
        else if (a.rule == ScopeRule::paragraph_speaker && speaker->named && same_opening(paragraph, *said, q))
          if (const auto next = other_opens(paragraph, q, *speaker))
            tell(p, q, *speaker, paragraph.span(*next), paragraph.text(*next));
      }
      if (a.rule != ScopeRule::paragraph_speaker) {
        speaker = &a;
        said = &q;
      }
    }
  }

 private:
  static bool own_sentence(const Paragraph& p, const Quote& q) {
    return p.words[q.words.first - 1].has(Word::starts_sentence) && q.close != 0 &&
           p.words[q.words.first].has(Word::capital);
  }

  // “It is safe.” “It is a death trap.”: an answer, not more of the same.
  static bool same_opening(const Paragraph& p, const Quote& a, const Quote& b) {
    return a.words.size() > 2 && b.words.size() > 2 && p.words[a.words.first].id == p.words[b.words.first].id &&
           p.words[a.words.first + 1].id == p.words[b.words.first + 1].id;
  }

  // Behind a quotation without a cue the sentence opens with somebody else by name: whose was it?
  std::optional<WordRange> other_opens(const Paragraph& p, const Quote& q, const Attribution& speaker) const {
    const std::uint32_t at = q.words.last + 1;
    if (at + 1 >= p.words.size() || !p.words[at].has(Word::starts_sentence)) return std::nullopt;
    const WordView view(p, facts_.context());
    if (!view.word(at) || !view.capital(at) || facts_.lexicon().known(p.words[at].id)) return std::nullopt;
    std::uint32_t last = at + 1;
    while (view.capital(last) && view.word(last)) ++last;
    if (!acts(view, last)) return std::nullopt;
    for (std::uint32_t i = at; i < last; ++i)
      for (std::uint32_t k = speaker.source->first; k < speaker.source->last; ++k)
        if (p.words[i].id == p.words[k].id) return std::nullopt;
    return WordRange{at, last};
  }

  // left, answered: a verb in the past.
  static bool acts(const WordView& view, WordView::At i) {
    return view.word(i) &&
           (view.in(i, WordClass::irregular_past) || view.in(i, WordClass::say_verb) || view.lower(i).ends_with("ed"));
  }

  void tell(std::size_t p, const Quote& q, const Attribution& before, Span other, const std::string& name) {
    const Paragraph& paragraph = facts_.paragraph(p);
    const std::string first = paragraph.text(*before.source);
    auto added =
        report_.add(p, q.span, fmt::format("{} or {}? Another speaker's words begin before the name", first, name));
    const std::uint32_t open = q.span.begin;
    if (facts_.document->format != Format::html)
      added.fix("Begin a new paragraph", {{p, {paragraph.words[q.words.first - 2].end, open}, "\n\n"}});
    added.related(p, paragraph.span(*before.source), first);
    added.related(p, other, name);
    added.detail(
        fmt::format("The quotation before is by {}. A reader takes this one for the same speaker's until {} is named.",
                    first, name));
  }

  const Facts& facts_;
  Report& report_;
};

}  // namespace

Check quote_speakers_run_together(const Options&) {
  return [](const Facts& facts, const Sources&, Report& report) {
    if (facts.context().genre == Genre::fiction) return;
    Reader reader(facts, report);
    for (const std::size_t p : facts.with<Quote>())
      if (facts.paragraph(p).zone == Zone::body && facts.local(p).quotes.size() > 1) reader.paragraph(p);
  };
}

}  // namespace stet::rules
