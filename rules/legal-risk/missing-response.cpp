#include <fmt/format.h>

#include <algorithm>
#include <span>
#include <unordered_set>

#include "facts/party.h"
#include "facts/word_view.h"
#include "lint/own_phrases.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

// Bodies that speak for whoever is accused: "the company said".
constexpr WordKeySet bodies{{"company", "firm", "group", "board", "council", "ministry", "department", "agency", "bank",
                             "club", "university", "hospital", "charity", "government", "party", "he", "she", "they",
                             "it"}};

struct Accused {
  std::size_t paragraph;
  Party party;
  WordRange words;
};

class Reader {
 public:
  Reader(const std::vector<std::string>& cues, const OwnPhrases& own, const Facts& facts, Report& report)
      : cues_(cues), own_(own), facts_(facts), report_(report) {}

  void draft() {
    for (std::size_t p = 0; p < facts_.size(); ++p) {
      const Paragraph& paragraph = facts_.paragraph(p);
      if (paragraph.zone != Zone::body || paragraph.foreign || paragraph.phrases.empty()) continue;
      for (const WordRange words : own_.in(facts_, p)) see(p, words);
    }
    if (accused_.empty() || answered()) return;
    Speakers told = speakers();
    if (told.body) return;
    for (const Accused& a : accused_)
      if (told.words.insert(a.party.surname).second) tell(a);
  }

 private:
  void see(std::size_t p, WordRange words) {
    const Paragraph& paragraph = facts_.paragraph(p);
    const WordView w(paragraph, facts_.context());
    if (paragraph.words[words.first].has(Word::in_quotation)) return;
    const bool accuses = w.any(words.first, {"accused", "accuses", "sued", "sues", "denounced", "denounces"});
    const auto party = accuses ? object(p, w, words) : subject(p, w, words);
    if (party) accused_.push_back({p, *party, words});
  }

  // "The pilots accused Per Holm of theft"; not "was accused Per Holm".
  std::optional<Party> object(std::size_t p, const WordView& w, WordRange words) const {
    if (w.in(words.first - 1, WordClass::auxiliary) && !w.any(words.first - 1, {"has", "have", "had"}))
      return std::nullopt;
    At at = words.last;
    if (w.is(at, "the")) ++at;
    auto party = party_at(facts_, p, at);
    if (!party) return std::nullopt;
    const At next = party->words.last;
    return w.any(next, {"of", "for", "over", "after", "in"}) ? party : std::nullopt;
  }

  // "Ortiz said that Varga Holdings had hidden": somebody says it of the name before the verb.
  std::optional<Party> subject(std::size_t p, const WordView& w, WordRange words) const {
    auto party = party_before(facts_, p, words.first);
    if (!party || party->words.last != words.first) return std::nullopt;
    At before = party->words.first;
    if (before > 0 && w.is(before - 1, "the")) --before;
    if (before == 0 || !(w.is(before - 1, "that") || w.in(before - 1, WordClass::say_verb))) return std::nullopt;
    for (const Attribution& a : facts_.local(p).attributions) {
      if (!a.source || a.denied || a.source->overlaps(party->words)) continue;
      for (const WordRange part : a.content)
        if (part.overlaps(party->words)) return party;
    }
    return std::nullopt;
  }

  // A denial or another word of the accused, whoever they are; or a court has found it.
  bool answered() const {
    static constexpr WordKeySet court{{"convicted", "guilty", "ruled", "verdict", "sentenced", "tribunal", "court"}};
    for (std::size_t p = 0; p < facts_.size(); ++p) {
      const WordView w(facts_.paragraph(p), facts_.context());
      for (At i = 0; i < w.size(); ++i) {
        if (!w.word(i)) continue;
        if (w.in(i, WordClass::denial_verb) || court.contains(w.key(i))) return true;
        if (std::find(cues_.begin(), cues_.end(), w.lower(i)) != cues_.end()) return true;
      }
    }
    return false;
  }

  // Who is somebody's source: the words of all sources, and whether a body speaks that may be any party.
  struct Speakers {
    std::unordered_set<WordId> words;
    bool body = false;
  };
  Speakers speakers() const {
    Speakers out;
    for (std::size_t p = 0; p < facts_.size(); ++p) {
      const WordView w(facts_.paragraph(p), facts_.context());
      for (const Attribution& a : facts_.local(p).attributions) {
        if (!a.source) continue;
        for (At i = a.source->first; i < a.source->last; ++i) {
          out.words.insert(w[i].id);
          out.body = out.body || (w.word(i) && bodies.contains(w.key(i)));
        }
      }
    }
    return out;
  }

  void tell(const Accused& a) {
    const Paragraph& paragraph = facts_.paragraph(a.paragraph);
    const std::string name = paragraph.text(a.party.words);
    auto added = report_.add(a.paragraph, paragraph.span(a.party.words),
                             fmt::format("“{}” is accused, and the draft has no word from them", name));
    constexpr std::size_t most_accused = 500;
    for (const Accused& other : std::span(accused_).first(std::min(accused_.size(), most_accused)))
      if (other.party.surname == a.party.surname)
        added.related(other.paragraph, facts_.paragraph(other.paragraph).span(other.words), "the accusation");
    const WordRange sentence = paragraph.sentences[paragraph.sentence_of(a.words.first)].words;
    const std::uint32_t end = paragraph.words[sentence.last - 1].end;
    added.fix("Insert a place for the response",
              {{a.paragraph, {end, end}, fmt::format(" [TK what {} says, or when {} was asked.]", name, name)}});
    added.detail("Nobody in the draft denies, declines or answers. Ask, and print what was said, or that nothing was.");
  }

  const std::vector<std::string>& cues_;
  const OwnPhrases& own_;
  const Facts& facts_;
  Report& report_;
  std::vector<Accused> accused_;
};

}  // namespace

Check missing_response(const Options& options) {
  return [cues = options.list("cues"), off = options.list("genre_off"), own = OwnPhrases("missing-response")](
             const Facts& facts, const Sources&, Report& report) {
    if (std::find(off.begin(), off.end(), genre_name(facts.context().genre)) != off.end()) return;
    Reader(cues, own, facts, report).draft();
  };
}

}  // namespace stet::rules
