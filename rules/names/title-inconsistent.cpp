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

constexpr WordKeySet portfolios{{"trade",       "finance",        "foreign",     "defence",     "defense",  "health",
                                 "education",   "interior",       "justice",     "environment", "energy",   "transport",
                                 "agriculture", "labour",         "labor",       "culture",     "tourism",  "economy",
                                 "home",        "housing",        "immigration", "science",     "sports",   "fisheries",
                                 "industry",    "communications", "planning",    "security",    "commerce", "treasury",
                                 "affairs",     "transportation", "migration",   "families",    "police",   "water"}};
// Steps of a career, and offices beside the office.
constexpr WordKeySet steps{
    {"then", "former",    "formerly", "ex",     "acting", "later",  "became", "previously", "promoted", "appointed",
     "now",  "succeeded", "shadow",   "deputy", "until",  "once",   "also",   "and",        "past",     "retired",
     "new",  "incoming",  "outgoing", "since",  "named",  "junior", "served", "moved",      "interim"}};
constexpr WordKeySet ranks{{"corporal", "sergeant", "lieutenant", "captain", "major", "colonel", "general", "brigadier",
                            "admiral", "commander"}};

constexpr std::size_t most_titles = 500;  // a draft with more is a list of them

struct Title {
  std::size_t paragraph;
  WordRange words;  // what is underlined
  WordRange told;   // the portfolio's words or the rank
  Party party;
  bool rank;
};

class Reader {
 public:
  Reader(const OwnPhrases& own, const Facts& facts, Report& report) : own_(own), facts_(facts), report_(report) {}

  void draft() {
    for (std::size_t p = 0; p < facts_.size(); ++p) {
      const Paragraph& paragraph = facts_.paragraph(p);
      if (titles_.size() > most_titles) break;
      if (paragraph.foreign || paragraph.phrases.empty() || paragraph.zone == Zone::references) continue;
      for (const WordRange words : own_.in(facts_, p)) see(p, words);
    }
    for (std::size_t i = 1; i < titles_.size(); ++i)
      for (std::size_t k = 0; k < i; ++k)
        if (conflict(titles_[k], titles_[i])) {
          tell(titles_[i], titles_[k]);
          break;
        }
  }

 private:
  void see(std::size_t p, WordRange words) {
    const Paragraph& paragraph = facts_.paragraph(p);
    const WordView w(paragraph, facts_.context());
    const At head = words.first;
    if (paragraph.words[head].has(Word::in_quotation)) return;
    const WordRange sentence = paragraph.sentences[paragraph.sentence_of(head)].words;
    if (ranks.contains(w.key(head))) return rank(p, w, head, sentence);
    At first = head;
    while (first > sentence.first && w.word(first - 1) && portfolios.contains(w.key(first - 1))) --first;
    if (first == head || career(p, w, sentence)) return;
    // "Trade Minister Ilse Varga", "Varga, the finance minister,": the article may have an owner, "Vella's".
    auto party = party_at(facts_, p, head + 1);
    WordRange shown{first, head + 1};
    if (!party && first > sentence.first && w.mark(head + 1, ',') && w.is(first - 1, "the") && w.mark(first - 2, ',')) {
      party = party_before(facts_, p, first - 2);
      shown.first = first - 1;
    }
    if (party) titles_.push_back({p, shown, {first, head}, *party, false});
  }

  void rank(std::size_t p, const WordView& w, At head, WordRange sentence) {
    if (!w.capital(head) || career(p, w, sentence)) return;
    // Lieutenant Colonel, Major General, Attorney General, Lieutenant Governor.
    if ((w.word(head - 1) && w.capital(head - 1) && head > sentence.first) || w.hyphen(head + 1) || w.hyphen(head - 1))
      return;
    if (w.word(head + 1) && ranks.contains(w.key(head + 1))) return;
    if (const auto party = party_at(facts_, p, head + 1))
      titles_.push_back({p, {head, head + 1}, {head, head + 1}, *party, true});
  }

  bool career(std::size_t p, const WordView& w, WordRange sentence) const {
    for (const DateMention& d : within(facts_.local(p).dates, sentence))
      if (d.year_said) return true;
    for (At i = sentence.first; i < sentence.last; ++i)
      if (w.word(i) && steps.contains(w.key(i))) return true;
    return false;
  }

  bool same_person(const Title& a, const Title& b) const {
    if (a.party.surname != b.party.surname) return false;
    const auto first = [&](const Title& t) { return facts_.paragraph(t.paragraph).words[t.party.words.first].id; };
    if (a.party.words.size() >= 2 && b.party.words.size() >= 2) return first(a) == first(b);
    // A bare surname may be any bearer's: only where all full names agree.
    const WordId given = a.party.words.size() >= 2 ? first(a) : b.party.words.size() >= 2 ? first(b) : 0;
    return std::all_of(titles_.begin(), titles_.end(), [&](const Title& t) {
      return t.party.surname != a.party.surname || t.party.words.size() < 2 || given == 0 || first(t) == given;
    });
  }

  bool conflict(const Title& a, const Title& b) const {
    if (a.rank != b.rank || !same_person(a, b)) return false;
    const WordView x(facts_.paragraph(a.paragraph), facts_.context()),
        y(facts_.paragraph(b.paragraph), facts_.context());
    for (At i = a.told.first; i < a.told.last; ++i)
      for (At k = b.told.first; k < b.told.last; ++k)
        if (x[i].id == y[k].id || spelled_both_ways(x, i, y, k)) return false;
    return true;
  }
  static bool spelled_both_ways(const WordView& x, At i, const WordView& y, At k) {
    return (x.any(i, {"defence", "labour", "transport"}) && y.any(k, {"defense", "labor", "transportation"})) ||
           (y.any(k, {"defence", "labour", "transport"}) && x.any(i, {"defense", "labor", "transportation"}));
  }

  void tell(const Title& t, const Title& other) {
    const Paragraph &here = facts_.paragraph(t.paragraph), &there = facts_.paragraph(other.paragraph);
    const std::string mine = here.text(t.told), theirs = there.text(other.told);
    auto added = report_.add(t.paragraph, here.span(t.words),
                             fmt::format("{} here, {} in paragraph {}: one {}, or two?", mine, theirs,
                                         other.paragraph + 1, t.rank ? "rank" : "office"));
    added.related(other.paragraph, there.span(other.words), there.text(other.words));
    std::string same = theirs;
    if (!here.words[t.told.first].has(Word::capital) && !same.empty() && same[0] >= 'A' && same[0] <= 'Z')
      same[0] = static_cast<char>(same[0] + 32);
    added.fix(fmt::format("Write {}", same), {{t.paragraph, here.span(t.told), same}});
    const std::uint32_t at = here.words[t.told.first].begin;
    added.fix("Insert “former”", {{t.paragraph, {at, at}, "former "}});
    added.detail("One person, two titles, and neither sentence says “then”, “former” or when.");
  }

  const OwnPhrases& own_;
  const Facts& facts_;
  Report& report_;
  std::vector<Title> titles_;
};

}  // namespace

Check title_inconsistent(const Options&) {
  return [own = OwnPhrases("title-inconsistent")](const Facts& facts, const Sources&, Report& report) {
    if (facts.context().genre != Genre::fiction) Reader(own, facts, report).draft();
  };
}

}  // namespace stet::rules
