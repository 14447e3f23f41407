#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <span>

#include "facts/interview.h"
#include "facts/support.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

constexpr std::uint32_t shortest_block = 25;  // words of a paragraph that a colon before it makes a quotation

struct Settings {
  int threshold;
  std::size_t most_of_paragraph, most_of_draft;
  std::vector<std::string> kinds;
};

bool asks(const Settings& s, const Claim& c, Genre genre) {
  if (c.status != Claim::Status::unsourced || std::min(c.worth, c.alone) < s.threshold) return false;
  if (genre == Genre::opinion && c.kind != Claim::Kind::quantity && c.kind != Claim::Kind::accusation &&
      c.kind != Claim::Kind::finding)
    return false;
  // How much a figure changed is asked for with the figure.
  if (c.kind == Claim::Kind::change && !c.figures.empty()) return false;
  return std::find(s.kinds.begin(), s.kinds.end(), claim_kind_name(c.kind)) != s.kinds.end();
}

// A source that speaks in this sentence or the next one (S9, and topic sentences); one that can be rung up anywhere in
// the paragraph, but for what must always have its own. A next sentence that only puts somebody's word on a thing
// ("called it “a shame”") has that word alone from him.
bool sourced_beside(const Paragraph& p, const ParagraphFacts& local, const Claim& c) {
  const std::uint32_t here = p.sentence_of(c.words.first);
  const bool own = c.kind == Claim::Kind::accusation || c.kind == Claim::Kind::motive;
  for (const Attribution& a : local.attributions) {
    if (!a.source || a.strength < 1) continue;
    const std::uint32_t there = p.sentence_of(a.cue ? a.cue->first : a.content.front().first);
    if (there == here || (a.strength >= 2 && !own)) return true;
    if (there == here + 1 && !(own && a.rule == ScopeRule::partial_quote)) return true;
  }
  return false;
}

// The paragraph ends with the claim, and the next one opens with somebody who can be rung up.
bool sourced_behind(const Facts& facts, std::size_t p, const Claim& c) {
  const Paragraph& here = facts.paragraph(p);
  if (c.kind == Claim::Kind::accusation || c.kind == Claim::Kind::motive) return false;
  if (p + 1 >= facts.size() || here.sentence_of(c.words.first) + 1 < here.sentences.size()) return false;
  const Paragraph& next = facts.paragraph(p + 1);
  return std::any_of(
      facts.local(p + 1).attributions.begin(), facts.local(p + 1).attributions.end(),
      [&](const Attribution& a) { return a.source && a.named && next.sentence_of(a.source->first) == 0; });
}

// "the survey", "the study's": the source is in sight, if not in an attribution.
bool names_study(const Facts& facts, const Paragraph& p, const Claim& c) {
  const WordRange sentence = p.sentences[p.sentence_of(c.words.first)].words;
  for (std::uint32_t i = sentence.first + 1; i < sentence.last; ++i)
    if (facts.lexicon().is(p.words[i].id, WordClass::study_noun) &&
        facts.lexicon().is(p.words[i - 1].id, WordClass::determiner))
      return true;
  return false;
}

// What one finding tells: one claim a sentence, the weightiest first, and what else in these sentences weighs with it.
struct Entry {
  std::size_t paragraph;
  std::vector<const Claim*> asked, beside;
  int worth() const { return asked.front()->worth; }
};

bool heavier(const Claim* a, const Claim* b) { return a->worth > b->worth; }

class Claims {
 public:
  Claims(const Settings& settings, const Facts& facts, Report& report)
      : settings_(settings), facts_(facts), report_(report) {}

  Holds read(std::size_t p) {
    const Paragraph& paragraph = facts_.paragraph(p);
    const std::span<const Claim> claims = facts_.local(p).claims;
    const std::size_t before = entries_.size();
    for (std::size_t first = 0, last; first < claims.size(); first = last) {
      const std::uint32_t sentence = paragraph.sentence_of(claims[first].words.first);
      for (last = first; last < claims.size() && paragraph.sentence_of(claims[last].words.first) == sentence;) ++last;
      read_sentence(p, first, last);
    }
    if (entries_.size() - before > settings_.most_of_paragraph) merge(before);
    // What stands behind the paragraph may source a claim; that none is asked for here is the paragraph's own.
    return std::ranges::any_of(claims, [&](const Claim& c) { return asked_here(p, c); }) ? Holds::something
                                                                                         : Holds::nothing;
  }

  // The weightiest of the draft; those left over are listed where the lightest of them is told.
  void tell() {
    if (entries_.size() > settings_.most_of_draft) one_a_paragraph();
    if (entries_.size() > settings_.most_of_draft) {
      std::stable_sort(entries_.begin(), entries_.end(),
                       [](const Entry& a, const Entry& b) { return a.worth() > b.worth(); });
      rest_.assign(entries_.begin() + static_cast<std::ptrdiff_t>(settings_.most_of_draft), entries_.end());
      entries_.resize(settings_.most_of_draft);
    }
    for (std::size_t i = 0; i < entries_.size(); ++i) tell(entries_[i], i + 1 == entries_.size());
  }

 private:
  void read_sentence(std::size_t p, std::size_t first, std::size_t last) {
    const std::span<const Claim> claims = facts_.local(p).claims;
    const Claim* chosen = nullptr;
    for (std::size_t i = first; i < last; ++i)
      if (asked_for(p, claims[i]) && (chosen == nullptr || heavier(&claims[i], chosen))) chosen = &claims[i];
    if (chosen == nullptr) return;
    Entry entry{p, {chosen}, {}};
    for (std::size_t i = first; i < last; ++i)
      if (&claims[i] != chosen) entry.beside.push_back(&claims[i]);
    entries_.push_back(std::move(entry));
  }

  bool asked_here(std::size_t p, const Claim& c) const {
    const Paragraph& paragraph = facts_.paragraph(p);
    return asks(settings_, c, facts_.context().genre) && !sourced_beside(paragraph, facts_.local(p), c) &&
           !names_study(facts_, paragraph, c);
  }
  bool asked_for(std::size_t p, const Claim& c) const { return asked_here(p, c) && !sourced_behind(facts_, p, c); }

  static void join(Entry& all, Entry&& other) {
    all.asked.insert(all.asked.end(), other.asked.begin(), other.asked.end());
    all.beside.insert(all.beside.end(), other.beside.begin(), other.beside.end());
  }

  // The entries from `first` on are of one paragraph and become one.
  void merge(std::size_t first) {
    for (std::size_t i = first + 1; i < entries_.size(); ++i) join(entries_[first], std::move(entries_[i]));
    std::stable_sort(entries_[first].asked.begin(), entries_[first].asked.end(), heavier);
    entries_.erase(entries_.begin() + static_cast<std::ptrdiff_t>(first) + 1, entries_.end());
  }

  void one_a_paragraph() {
    std::vector<Entry> one;
    for (Entry& e : entries_)
      if (!one.empty() && one.back().paragraph == e.paragraph) join(one.back(), std::move(e));
      else one.push_back(std::move(e));
    for (Entry& e : one) std::stable_sort(e.asked.begin(), e.asked.end(), heavier);
    entries_ = std::move(one);
  }

  void tell(const Entry& e, bool last) {
    const Claim& c = *e.asked.front();
    const std::size_t p = e.paragraph;
    const Paragraph& paragraph = facts_.paragraph(p);
    const ParagraphFacts& local = facts_.local(p);
    std::string message = e.asked.size() > 1
                              ? fmt::format("{} unsourced claims in this paragraph", e.asked.size())
                              : fmt::format("a claim ({}) with no visible source", claim_kind_name(c.kind));
    if (last && !rest_.empty())
      message += fmt::format(" (and in {} more paragraph{})", rest_.size(), rest_.size() == 1 ? "" : "s");
    auto added = report_.add(p, c.span, message);
    const std::uint32_t end = text_end(paragraph, c.words);
    added.fix("Insert “, according to TK”", {{p, {end, end}, ", according to TK"}});
    added.fix("Insert “[TK source]”", {{p, {end, end}, " [TK source]"}});
    const Support support = support_of(paragraph, local, facts_.lexicon(), c.words, Riding::never);
    if (support.nearest)
      added.related(p, paragraph.span(*local.attributions[*support.nearest].source), "the nearest source");
    list(added, e, 1);
    if (last)
      for (const Entry& other : rest_) list(added, other, 0);
    added.detail(fmt::format("**Claim.** {}{}, worth {} (asked from {}): {} figures, {} dates.\n\n**Support.** {}.",
                             claim_kind_name(c.kind), sign(paragraph, c), c.worth, settings_.threshold,
                             c.figures.size(), c.dates.size(), explain(paragraph, local, support)));
  }

  void list(Report::Added& added, const Entry& e, std::size_t from) const {
    const auto tell = [&](const Claim& c) {
      added.related(e.paragraph, c.span, fmt::format("{}, worth {}", claim_kind_name(c.kind), c.worth));
    };
    for (std::size_t i = from; i < e.asked.size(); ++i) tell(*e.asked[i]);
    for (const Claim* c : e.beside) tell(*c);
  }

  static std::string sign(const Paragraph& p, const Claim& c) {
    return c.sign ? fmt::format(" (“{}”)", p.text(*c.sign)) : std::string();
  }

  static std::uint32_t text_end(const Paragraph& p, WordRange words) {
    std::uint32_t end = p.span(words).end;
    for (std::uint32_t i = words.last; i > words.first && p.words[i - 1].kind == WordKind::mark; --i)
      end = p.words[i - 1].begin;
    return end;
  }

  const Settings& settings_;
  const Facts& facts_;
  Report& report_;
  std::vector<Entry> entries_, rest_;
};

}  // namespace

Check claim_unattributed(const Options& options) {
  Settings settings{static_cast<int>(options.number("threshold")),
                    static_cast<std::size_t>(std::max(options.number("max_per_paragraph"), 0.0)),
                    static_cast<std::size_t>(std::max(options.number("max_per_draft"), 1.0)), options.list("kinds")};
  return [settings = std::move(settings)](const Facts& facts, const Sources&, Report& report) {
    if (facts.context().genre == Genre::fiction) return Pass{};
    const auto claims = std::make_shared<Claims>(settings, facts, report);
    return Pass{[&facts, claims, end = interview_begin(facts)](std::size_t p) {
                  const Paragraph& paragraph = facts.paragraph(p);
                  if (paragraph.zone != Zone::body && paragraph.zone != Zone::list) return Holds::nothing;
                  if (facts.local(p).claims.empty()) return Holds::nothing;
                  const bool block = p > 0 && paragraph.spaced_words >= shortest_block &&
                                     announces_block(facts.paragraph(p - 1), facts.local(p - 1));
                  return p < end && !block ? claims->read(p) : Holds::something;
                },
                [claims] { claims->tell(); }};
  };
}

}  // namespace stet::rules
