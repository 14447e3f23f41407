// A future that was over, or a past that was to come, on the day of publication.
#include <fmt/format.h>

#include <chrono>

#include "facts/date_order.h"
#include "facts/date_text.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

class Reader {
 public:
  Reader(const Facts& facts, Report& report, std::size_t p)
      : published_(*facts.context().date),
        facts_(facts),
        report_(report),
        p_(p),
        w_(facts.paragraph(p), facts.context()) {}

  void run() {
    for (const DateMention& d : facts_.local(p_).dates) {
      if (!said_exactly(d) || *d.year <= 0) continue;
      if (d.bound != DateMention::Bound::at) continue;
      if (*d.last < published_) future(d);
      else if (*d.first > published_) past(d);
    }
  }

 private:
  // The date tells when: "on", "in", or nothing before it, and no noun behind it that it belongs to.
  bool tells_when(const DateMention& d) const {
    const At before = d.words.first - 1;
    const bool led = w_.any(before, {"on", "in", "during"}) || (d.weekday && !w_.any(before, {"the", "a", "of"}));
    if (!led && d.grain != DateMention::Grain::day) return false;
    if (!led && !w_.in(before, WordClass::auxiliary) && !w_.word(before)) return false;
    if (w_.any(before, {"of", "the", "a", "its", "their", "from", "than", "as", "for", "to"})) return false;
    const At after = d.words.last;
    return w_.clause_end(after) || w_.mark(after, ',') || w_.mark(after, ')') || w_.in(after, WordClass::preposition) ||
           w_.in(after, WordClass::conjunction);
  }

  bool breaks(At i) const {
    if (w_.mark(i, '-') || w_.mark(i, 0x2019)) return false;
    return !(w_.word(i) || w_.number(i)) ||
           w_.any(i, {"that",  "which", "who",  "whether", "if",    "when",   "where", "because",
                      "and",   "but",   "or",   "as",      "after", "before", "since", "than",
                      "until", "while", "what", "how",     "why",   "of",     "from"});
  }

  // "Will be held on March 3, 2021."
  void future(const DateMention& d) {
    upcoming(d);
    if (!tells_when(d)) return;
    const WordRange sentence = sentence_around(w_.paragraph(), d.words);
    for (At i = d.words.first, n = 0; i-- > sentence.first && n < 9; ++n) {
      if (breaks(i)) return;
      if (w_[i].has(Word::in_quotation)) return;
      // A noun or a participle of the past between them has the date: "will appeal the ruling made in 2019".
      if (w_.any(i, {"was", "were", "had", "made", "held", "issued", "signed", "passed", "published", "adopted"}) &&
          !w_.any(i - 1, {"be", "been"}))
        return;
      const bool will = (w_.any(i, {"will", "shall", "won't"}) && !w_.capital(i)) || w_.text(i).ends_with("'ll") ||
                        w_.text(i).ends_with("’ll");
      const bool due = w_.any(i, {"due", "scheduled", "expected", "set", "slated"}) && w_.any(i - 1, {"is", "are"}) &&
                       w_.any(i + 1, {"to", "for"});
      if (!will && !due) continue;
      // "Will have been closed": told from a later point.
      if (w_.is(i + 1, "have")) return;
      // What is done to a thing of that date: a noun stands right before "in 2019".
      if (will && !w_.any(i + 1, {"be",     "take",   "open",   "start",  "begin",  "end",    "close",
                                  "happen", "come",   "meet",   "start",  "run",    "leave",  "arrive",
                                  "return", "vote",   "decide", "sail",   "launch", "resume", "reopen",
                                  "expire", "retire", "speak",  "appear", "face",   "hold",   "play"}) &&
          d.grain != DateMention::Grain::day)
        return;
      const WordRange words{due ? i - 1 : i, d.words.last};
      tell(words, d,
           fmt::format("{}, told as still to come: {} days before publication", written_days(d),
                       (std::chrono::sys_days(published_) - std::chrono::sys_days(*d.last)).count()),
           due ? i - 1 : i, will ? "would" : "was");
      return;
    }
  }

  void upcoming(const DateMention& d) {
    const At before = w_.is(d.words.first, "the") ? d.words.first : d.words.first - 1;
    const At noun = w_.any(before, {"of", "on", "in"}) ? before - 2 : before;
    for (const At i : {before, noun, d.words.first - 1, d.words.first})
      if (w_.any(i, {"upcoming", "forthcoming"}) && !w_[i].has(Word::in_quotation)) {
        auto added =
            report_.add(p_, w_[i].span().joined(d.span),
                        fmt::format("“{}”, yet {} is {} days before publication", w_.text(i), written_days(d),
                                    (std::chrono::sys_days(published_) - std::chrono::sys_days(*d.last)).count()));
        added.related_date();
        return;
      }
  }

  // "Was held on March 3, 2022."
  void past(const DateMention& d) {
    if (!tells_when(d)) return;
    const WordRange sentence = sentence_around(w_.paragraph(), d.words);
    for (At i = d.words.first, n = 0; i-- > sentence.first && n < 4; ++n) {
      if (breaks(i) || w_[i].has(Word::in_quotation) || w_.any(i, {"for", "to", "by", "with"})) return;
      const bool happened = w_.any(i, {"died", "happened", "opened", "began", "ended", "occurred", "won", "arrived",
                                       "collapsed", "resigned", "closed", "crashed", "sank"}) ||
                            (w_.is(i, "took") && w_.is(i + 1, "place")) ||
                            (w_.any(i, {"was", "were"}) &&
                             w_.any(i + 1, {"held", "killed", "arrested", "elected", "born", "founded", "opened",
                                            "signed", "built", "buried", "convicted", "sentenced", "demolished"}));
      if (!happened) continue;
      const At verb = w_.any(i - 1, {"was", "were"}) ? i - 1 : i;
      tell({verb, d.words.last}, d,
           fmt::format("{}, told as past: {} days after publication", written_days(d),
                       (std::chrono::sys_days(*d.first) - std::chrono::sys_days(published_)).count()),
           verb, {});
      return;
    }
  }

  void tell(WordRange words, const DateMention& d, const std::string& message, At verb, std::string_view tense) {
    auto added = report_.add(p_, w_.paragraph().span(words), message);
    added.related_date();
    added.detail(fmt::format("Published {}; the date is {}.", written(published_), written_days(d)));
    if (tense == "would" && w_.is(verb, "will")) {
      if (w_.is(verb + 1, "be")) {
        const Span span = w_[verb].span();
        added.fix("Change to “was to”", {{p_, span, "was to"}});
        // "Will be held": the plain past, where the next word is its participle.
        added.fix("Change to “was”", {{p_, span.joined(w_[verb + 1].span()), "was"}});
        added.fix("Change to “was scheduled to”", {{p_, span, "was scheduled to"}});
      } else {
        added.fix("Change to “was to”", {{p_, w_[verb].span(), "was to"}});
      }
    } else if (tense == "was") {
      const std::string past = w_.is(verb, "are") ? "were" : "was";
      added.fix(fmt::format("Change to “{}”", past), {{p_, w_[verb].span(), past}});
    }
  }

  Date published_;
  const Facts& facts_;
  Report& report_;
  std::size_t p_;
  WordView w_;
};

}  // namespace

Check tense_date_conflict(const Options&) {
  return [](const Facts& facts, const Sources&, Report& report) {
    if (!facts.context().date || facts.context().genre == Genre::fiction) return;
    for (const std::size_t p : facts.with<DateMention>()) Reader(facts, report, p).run();
  };
}

}  // namespace stet::rules
