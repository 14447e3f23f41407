#include <fmt/format.h>

#include <algorithm>

#include "facts/support.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

struct Settings {
  int threshold;
  std::size_t most;
  std::vector<std::string> kinds;
};

bool asks(const Settings& s, const Claim& c, Genre genre) {
  if (c.status != Claim::Status::unsourced || c.worth < s.threshold) return false;
  if (genre == Genre::opinion && c.kind != Claim::Kind::quantity && c.kind != Claim::Kind::accusation &&
      c.kind != Claim::Kind::finding)
    return false;
  return std::find(s.kinds.begin(), s.kinds.end(), claim_kind_name(c.kind)) != s.kinds.end();
}

// A source that speaks in this sentence or the next one (S9, and topic sentences); one that can be rung up anywhere in
// the paragraph, but for what must always have its own.
bool sourced_beside(const Paragraph& p, const ParagraphFacts& local, const Claim& c) {
  const std::uint32_t here = p.sentence_of(c.words.first);
  const bool own = c.kind == Claim::Kind::accusation || c.kind == Claim::Kind::motive;
  for (const Attribution& a : local.attributions) {
    if (!a.source || a.strength < 1) continue;
    const std::uint32_t there = p.sentence_of(a.cue ? a.cue->first : a.content.front().first);
    if (there == here || there == here + 1 || (a.strength >= 2 && !own)) return true;
  }
  return false;
}

class Claims {
 public:
  Claims(const Settings& settings, const Facts& facts, Report& report)
      : settings_(settings), facts_(facts), report_(report) {}

  void paragraph(std::size_t p) {
    const ParagraphFacts& local = facts_.local(p);
    std::vector<const Claim*> found;
    for (const Claim& c : local.claims)
      if (asks(settings_, c, facts_.context().genre) && !sourced_beside(facts_.paragraph(p), local, c))
        found.push_back(&c);
    if (found.size() > settings_.most) return summary(p, found);
    for (const Claim* c : found) tell(p, *c);
  }

 private:
  void tell(std::size_t p, const Claim& c) {
    const Paragraph& paragraph = facts_.paragraph(p);
    const ParagraphFacts& local = facts_.local(p);
    auto added = report_.add(p, c.span, fmt::format("a claim ({}) with no visible source", claim_kind_name(c.kind)));
    const std::uint32_t end = text_end(paragraph, c.words);
    added.fix("Insert “, according to TK”", {{p, {end, end}, ", according to TK"}});
    added.fix("Insert “[TK source]”", {{p, {end, end}, " [TK source]"}});
    const Support support = support_of(paragraph, local, facts_.lexicon(), c.words, Riding::never);
    if (support.nearest)
      added.related(p, paragraph.span(*local.attributions[*support.nearest].source), "the nearest source");
    added.detail(fmt::format("**Claim.** {}, worth {} (asked from {}): {} figures, {} dates.\n\n**Support.** {}.",
                             claim_kind_name(c.kind), c.worth, settings_.threshold, c.figures.size(), c.dates.size(),
                             explain(paragraph, local, support)));
  }

  void summary(std::size_t p, const std::vector<const Claim*>& found) {
    const Claim& first = *found.front();
    auto added = report_.add(p, first.span, fmt::format("{} unsourced claims in this paragraph", found.size()));
    for (const Claim* c : found)
      added.related(p, c->span, fmt::format("{}, worth {}", claim_kind_name(c->kind), c->worth));
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
};

}  // namespace

Check claim_unattributed(const Options& options) {
  Settings settings{static_cast<int>(options.number("threshold")),
                    static_cast<std::size_t>(std::max(options.number("max_per_paragraph"), 0.0)),
                    options.list("kinds")};
  return [settings = std::move(settings)](const Facts& facts, const Sources&, Report& report) {
    if (facts.context().genre == Genre::fiction) return;
    Claims claims(settings, facts, report);
    for (std::size_t p = 0; p < facts.size(); ++p)
      if (facts.paragraph(p).zone == Zone::body || facts.paragraph(p).zone == Zone::list) claims.paragraph(p);
  };
}

}  // namespace stet::rules
