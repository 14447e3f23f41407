// A source that speaks of what had not happened yet.
#include <fmt/format.h>

#include <span>

#include "facts/date_order.h"
#include "facts/date_text.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

bool spoken(const WordView& w, At i) {
  return w.any(i,
               {"speaking",  "interview", "interviewed", "speech",  "testimony", "testifying", "address", "addressing",
                "writing",   "essay",     "letter",      "article", "report",    "said",       "told",    "wrote",
                "statement", "memo",      "column",      "book",    "study",     "lecture",    "hearing"});
}

// Verbs of one who looks back or judges: what they are said of has happened.
bool verdict(const WordView& w, At i) {
  return w.any(
      i, {"condemned",  "praised",  "criticised", "criticized",   "denounced", "hailed",    "welcomed",  "blamed",
          "mourned",    "recalled", "described",  "deplored",     "lamented",  "applauded", "regretted", "defended",
          "celebrated", "analysed", "analyzed",   "commemorated", "attacked",  "decried"});
}

bool forecast(const WordView& w, WordRange words) {
  for (At i = words.first; i < words.last; ++i)
    if (w.any(i, {"warned",       "predicted", "planned",   "plans",       "forecast", "forecasts", "expected",
                  "promised",     "proposed",  "foresaw",   "will",        "would",    "upcoming",  "forthcoming",
                  "coming",       "future",    "next",      "plan",        "bid",      "proposal",  "scheduled",
                  "ahead",        "called",    "updated",   "republished", "revised",  "reissued",  "prepared",
                  "preparations", "target",    "projected", "since",       "later"}))
      return true;
  return false;
}

class Reader {
 public:
  Reader(const Facts& facts, Report& report, std::size_t p)
      : facts_(facts), report_(report), p_(p), w_(facts.paragraph(p), facts.context()) {}

  void run() {
    const std::span<const DateMention> dates = facts_.local(p_).dates;
    for (std::size_t k = 0; k + 1 < dates.size(); ++k) {
      const DateMention &source = dates[k], &event = dates[k + 1];
      if (!said_exactly(source) || !said_exactly(event) || *source.year <= 0 || *event.first <= *source.last) continue;
      if (source.bound != DateMention::Bound::at || event.bound != DateMention::Bound::at) continue;
      const WordRange sentence = sentence_around(w_.paragraph(), source.words);
      if (sentence.size() > longest_sentence || !sentence.contains(event.words.first) ||
          event.words.first - source.words.last > 20)
        continue;
      look(source, event, sentence);
    }
  }

 private:
  void look(const DateMention& source, const DateMention& event, WordRange sentence) {
    // "Speaking to the Herald in 2017, the minister …", "In a 2017 interview she …", "In 2017 he condemned …"
    bool said = false;
    for (At i = source.words.first, n = 0; i-- > sentence.first && n < 10 && !said; ++n) said = spoken(w_, i);
    said = said || spoken(w_, source.words.last) || spoken(w_, source.words.last + 1) ||
           (source.words.first <= sentence.first + 1 && w_.is(sentence.first, "in"));
    if (!said) return;
    std::optional<At> verb;
    for (At i = source.words.last; i < event.words.first; ++i) {
      if (verdict(w_, i)) verb = i;
      else if (verb && (w_.mark(i, ',') || w_.mark(i, ';') ||
                        w_.any(i, {"and", "but", "who", "which", "that", "when", "by", "before", "after", "while"})))
        return;
    }
    if (!verb || event.words.first - *verb > 6 ||
        forecast(w_, {sentence.first, std::min(sentence.last, event.words.last + 4)}))
      return;
    // "The 2019 raid", "the raid of 2019": an event's date, and not of something known beforehand.
    const bool before =
        event_noun(w_, event.words.last) || (w_.word(event.words.last) && event_noun(w_, event.words.last + 1));
    const bool after = w_.any(event.words.first - 1, {"of", "in"}) && event_noun(w_, event.words.first - 2);
    if (!before && !after) return;
    if (w_[*verb].has(Word::in_quotation)) return;
    At last = event.words.last;
    if (before) last += event_noun(w_, event.words.last) ? 1 : 2;
    auto added = report_.add(
        p_, w_.paragraph().span(WordRange{*verb, last}),
        fmt::format("the source is of {}, what it speaks of is of {}", written_days(source), written_days(event)));
    added.related(p_, source.span, "the source's date").related(p_, event.span, "the event's");
    added.detail(fmt::format("| | date |\n| --- | --- |\n| source | {} |\n| event | {} |\n", written_days(source),
                             written_days(event)));
  }

  const Facts& facts_;
  Report& report_;
  std::size_t p_;
  WordView w_;
};

}  // namespace

Check source_predates_event(const Options&) {
  return [](const Facts& facts, const Sources&, Report& report) {
    if (facts.context().genre == Genre::fiction) return;
    for (const std::size_t p : facts.with<DateMention>())
      if (facts.local(p).dates.size() >= 2) Reader(facts, report, p).run();
  };
}

}  // namespace stet::rules
