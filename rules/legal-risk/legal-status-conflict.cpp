#include <fmt/format.h>

#include <algorithm>

#include "facts/party.h"
#include "facts/within.h"
#include "facts/word_view.h"
#include "lint/own_phrases.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

enum class Status : std::uint8_t {
  charged,
  labelled_convicted,
  convicted,
  pleaded_guilty,
  acquitted,
  pleaded_not_guilty
};

constexpr std::size_t most_mentions = 1000;  // a draft with more is a register of cases

struct Mention {
  std::size_t paragraph;
  WordRange words, told;  // told: with the name, where that is one phrase
  Status status;
  WordId surname;
  WordId offence;  // the word after "of", "with" or "to"; 0 where there is none
  bool step;       // its sentence has a date or a word of order
};

// Words that tell a step, another case or another court.
constexpr WordKeySet steps{{"then",      "later",     "after",  "before",    "earlier",  "previously", "originally",
                            "initially", "first",     "appeal", "appealed",  "appeals",  "overturned", "quashed",
                            "retrial",   "retried",   "again",  "second",    "another",  "separate",   "separately",
                            "other",     "different", "also",   "remaining", "changed",  "finally",    "until",
                            "since",     "when",      "once",   "but",       "however",  "previous",   "eventually",
                            "now",       "counts",    "both",   "former",    "not",      "never",      "if",
                            "would",     "could",     "may",    "deal",      "reversed", "lesser",     "instead"}};

class Reader {
 public:
  Reader(const OwnPhrases& own, const Facts& facts, Report& report) : own_(own), facts_(facts), report_(report) {}

  void draft() {
    for (std::size_t p = 0; p < facts_.size(); ++p) {
      const Paragraph& paragraph = facts_.paragraph(p);
      if (mentions_.size() > most_mentions) break;
      if (paragraph.foreign || paragraph.phrases.empty() || paragraph.zone == Zone::references) continue;
      for (const WordRange words : own_.in(facts_, p)) see(p, words);
    }
    std::vector<WordId> told;
    for (std::size_t i = 0; i < mentions_.size(); ++i) {
      const Mention& m = mentions_[i];
      if (std::find(told.begin(), told.end(), m.surname) != told.end()) continue;
      if (const Mention* other = conflict(i)) {
        told.push_back(m.surname);
        tell(m, *other);
      }
    }
  }

 private:
  void see(std::size_t p, WordRange words) {
    const Paragraph& paragraph = facts_.paragraph(p);
    const WordView w(paragraph, facts_.context());
    if (paragraph.words[words.first].has(Word::in_quotation)) return;
    const WordRange sentence = paragraph.sentences[paragraph.sentence_of(words.first)].words;
    Mention m{p, words, words, Status::charged, 0, offence(w, words.last), false};
    std::optional<Party> party;
    if (w.is(words.first, "convicted") && !w.any(words.last, {"of", "on", "in", "for", "by", "and", "at"}) &&
        w.word(words.last)) {
      // "the convicted Holm", "convicted swindler Per Holm"
      At at = words.last;
      while (at < words.last + 2 && w.word(at) && !w.capital(at)) ++at;
      party = party_at(facts_, p, at);
      m.status = Status::labelled_convicted;
      if (party) m.told = {w.is(words.first - 1, "the") ? words.first - 1 : words.first, party->words.last};
    } else {
      m.status = status(w, words);
      party = subject(p, w, words.first, sentence);
    }
    if (!party) return;
    m.surname = party->surname;
    m.step = has_step(p, w, sentence, words);
    mentions_.push_back(m);
  }

  static Status status(const WordView& w, WordRange words) {
    const bool denied = w.is(words.last - 2, "not");
    if (w.any(words.first, {"pleaded", "pled"})) return denied ? Status::pleaded_not_guilty : Status::pleaded_guilty;
    if (w.is(words.first, "found")) return denied ? Status::acquitted : Status::convicted;
    if (w.is(words.first, "acquitted")) return Status::acquitted;
    return w.is(words.first, "convicted") ? Status::convicted : Status::charged;
  }

  // The name before "was", "has been" or the verb itself, where it opens the sentence or a clause.
  std::optional<Party> subject(std::size_t p, const WordView& w, At verb, WordRange sentence) const {
    At e = verb;
    while (e > sentence.first && w.any(e - 1, {"was", "is", "has", "had", "been", "were"})) --e;
    return e == sentence.first ? std::nullopt : doer_of(facts_, p, e);
  }

  static WordId offence(const WordView& w, At after) {
    At i = after;
    if (w.any(i, {"of", "with", "to", "on", "for"})) ++i;
    else if (!w.any(i - 1, {"with"})) return 0;
    while (w.in(i, WordClass::determiner)) ++i;
    return w.word(i) ? w[i].id : 0;
  }

  bool has_step(std::size_t p, const WordView& w, WordRange sentence, WordRange words) const {
    if (!within(facts_.local(p).dates, sentence).empty()) return true;
    for (At i = sentence.first; i < sentence.last; ++i)
      if (w.word(i) && steps.contains(w.key(i)) && !words.contains(i)) return true;
    return false;
  }

  // The other mention that this one cannot stand beside.
  const Mention* conflict(std::size_t at) const {
    const Mention& m = mentions_[at];
    const auto same = [&](const Mention& o) { return o.surname == m.surname; };
    if (m.status == Status::labelled_convicted) {
      // Charged before, and convicted nowhere.
      const auto charged = std::find_if(mentions_.begin(), mentions_.begin() + static_cast<std::ptrdiff_t>(at),
                                        [&](const Mention& o) { return same(o) && o.status == Status::charged; });
      const bool before = charged != mentions_.begin() + static_cast<std::ptrdiff_t>(at);
      return before && !m.step && !shown_elsewhere() ? &*charged : nullptr;
    }
    if (m.step) return nullptr;
    for (std::size_t i = at + 1; i < mentions_.size(); ++i) {
      const Mention& o = mentions_[i];
      const bool contrary = (m.status == Status::acquitted && o.status == Status::convicted) ||
                            (m.status == Status::convicted && o.status == Status::acquitted) ||
                            (m.status == Status::pleaded_guilty && o.status == Status::pleaded_not_guilty) ||
                            (m.status == Status::pleaded_not_guilty && o.status == Status::pleaded_guilty);
      if (same(o) && contrary && !o.step && m.offence == o.offence) return &o;
    }
    return nullptr;
  }

  // A verdict, a plea or a prison anywhere, but for the labels themselves.
  bool shown_elsewhere() const {
    static constexpr WordKeySet verdicts{{"convicted", "conviction", "guilty", "sentenced", "jailed", "imprisoned",
                                          "prison", "jail", "verdict", "jury"}};
    if (shown_) return *shown_;
    shown_ = false;
    for (std::size_t p = 0; p < facts_.size() && !*shown_; ++p) {
      const WordView w(facts_.paragraph(p), facts_.context());
      for (At i = 0; i < w.size(); ++i)
        if (w.word(i) && verdicts.contains(w.key(i)) && !labels(p, i)) shown_ = true;
    }
    return *shown_;
  }
  bool labels(std::size_t p, At i) const {
    return std::any_of(mentions_.begin(), mentions_.end(), [&](const Mention& o) {
      return o.status == Status::labelled_convicted && o.paragraph == p && o.words.contains(i);
    });
  }

  void tell(const Mention& m, const Mention& other) {
    const Paragraph &here = facts_.paragraph(m.paragraph), &there = facts_.paragraph(other.paragraph);
    auto added = report_.add(m.paragraph, here.span(m.told),
                             fmt::format("“{}” here, {}“{}” in paragraph {}", here.text(m.words),
                                         m.status == Status::labelled_convicted ? "only " : "", there.text(other.words),
                                         other.paragraph + 1));
    added.related(other.paragraph, there.span(other.words), there.text(other.words));
    if (m.status == Status::labelled_convicted) {
      const Span word = here.span(m.words);
      added.fix("Replace “convicted” with “accused”", {{m.paragraph, word, "accused"}});
    }
    added.detail(timeline(m.surname));
  }

  std::string timeline(WordId surname) const {
    std::string out = "**What the draft says, in its order.**";
    for (const Mention& m : mentions_)
      if (m.surname == surname)
        out += fmt::format("\n\n- paragraph {}: {}", m.paragraph + 1, facts_.paragraph(m.paragraph).text(m.words));
    return out;
  }

  const OwnPhrases& own_;
  const Facts& facts_;
  Report& report_;
  std::vector<Mention> mentions_;
  mutable std::optional<bool> shown_;  // found out when first asked
};

}  // namespace

Check legal_status_conflict(const Options&) {
  return [own = OwnPhrases("legal-status-conflict")](const Facts& facts, const Sources&, Report& report) {
    if (facts.context().genre != Genre::fiction) Reader(own, facts, report).draft();
  };
}

}  // namespace stet::rules
