// A claim that wants checking and whose only source is tertiary, written by anyone, a press release, or the house
// itself.
#include <algorithm>
#include <unordered_map>

#include "facts/citation_graph.h"
#include "facts/date_text.h"
#include "facts/url.h"
#include "facts/word_view.h"
#include "lint/rule.h"
#include "prose/fold.h"

namespace stet::rules {

namespace {

using At = WordView::At;

struct Class {
  std::string_view told;
  std::vector<std::string> domains;
  bool speaks_for_itself = false;  // an announcement may be cited for what it announces
};

struct Weak {
  const Class* of;
  std::string domain;
};

// A claim that is worth a checker's time; see Claim::worth.
constexpr int check_worthy = 3;

class Reader {
 public:
  Reader(const std::vector<Class>& classes, const Facts& facts, Report& report)
      : classes_(classes), facts_(facts), report_(report) {}

  void paragraph(std::size_t p) {
    const Zone zone = facts_.paragraph(p).zone;
    if (zone == Zone::references) return;
    for (const Citation& c : facts_.local(p).citations) {
      if (c.form != Citation::Form::link && c.form != Citation::Form::url) continue;
      const auto weak = judge(facts_.absolute(p, c.target));
      if (!weak) continue;
      if (zone == Zone::footnote) note(p, c, *weak);
      else if (cites(p, c) && claim_of(p, c.covers) != nullptr && !other_source(p, c) && !about(p, c.covers, *weak))
        tell(p, c, *weak);
    }
  }

 private:
  // Is the link put there as a source? One on a word of the sentence explains that word: "[endianness](…)".
  bool cites(std::size_t p, const Citation& c) const {
    if (c.form == Citation::Form::url) return true;
    const WordView w(facts_.paragraph(p), facts_.context());
    const auto& words = w.paragraph().words;
    const auto begin =
        std::partition_point(words.begin(), words.end(), [&](const Word& x) { return x.begin < c.span.begin; });
    const auto first = static_cast<At>(begin - words.begin());
    if (w.mark(first - 1, '(') || w.mark(first - 1, '[')) return true;
    for (At i = first; w.inside(i) && w[i].begin < c.span.end; ++i)
      if (w.number(i) || w.any(i, {"source", "here", "link", "page", "according", "says", "said", "reported", "data",
                                   "figures", "wikipedia"}))
        return true;
    return false;
  }

  std::optional<Weak> judge(Span target) const {
    const std::string_view written = facts_.document->text.bytes(target);
    const Url url = read_url(written);
    if (url.host.empty()) return std::nullopt;
    for (const Class& c : classes_)
      for (const std::string& domain : c.domains)
        if (within_domain(url.host, domain)) {
          // A document that lies there is not what the site says: a scan, a file.
          if (url.path.find(".pdf") != url.path.npos || url.path.starts_with("/wiki/File:")) return std::nullopt;
          return Weak{&c, domain};
        }
    return std::nullopt;
  }

  // The weightiest claim of the sentence, where it wants checking.
  const Claim* claim_of(std::size_t p, WordRange covers) const {
    for (const Claim& claim : facts_.local(p).claims)
      if (claim.lead && claim.worth >= check_worthy && claim.words.overlaps(covers) &&
          claim.status != Claim::Status::opinion && claim.status != Claim::Status::question)
        return &claim;
    return nullptr;
  }

  // Does another source that is not weak stand in the same sentence?
  bool other_source(std::size_t p, const Citation& weak) const {
    const auto& citations = facts_.local(p).citations;
    return std::any_of(citations.begin(), citations.end(), [&](const Citation& c) {
      const bool link = c.form == Citation::Form::link || c.form == Citation::Form::url;
      return &c != &weak && c.covers == weak.covers && (!link || !judge(facts_.absolute(p, c.target)));
    });
  }

  // Is the sentence about the site, or does it say that it passes on an announcement?
  bool about(std::size_t p, WordRange covers, const Weak& weak) const {
    if (covers.size() > longest_sentence) return true;
    const WordView w(facts_.paragraph(p), facts_.context());
    const std::string name = weak.domain.substr(0, weak.domain.find('.'));
    for (At i = covers.first; i < covers.last; ++i) {
      if (!w.word(i)) continue;
      // The words of a link name whom it leads to, not whom the sentence is about: lakes ([Wikipedia](…)).
      if (fold(w.text(i)) == name && (!w[i].has(Word::in_link) || i == covers.first)) return true;
      if (weak.of->speaks_for_itself &&
          (w.in(i, WordClass::say_verb) ||
           w.any(i, {"release", "statement", "announced", "announcement", "launched", "unveiled"})))
        return true;
    }
    return false;
  }

  // A footnote is judged by the sentence that it is hung on.
  void note(std::size_t p, const Citation& c, const Weak& weak) {
    if (!graph_) graph_ = citation_graph(facts_);
    const Span here = facts_.absolute(p, c.span);
    const auto& targets = graph_->targets;
    const auto after = std::partition_point(targets.begin(), targets.end(),
                                            [&](const CitationTarget& t) { return t.whole.begin <= here.begin; });
    if (after == targets.begin() || (after - 1)->kind != CitationTarget::Kind::footnote) return;
    const auto links = std::count_if(
        facts_.local(p).citations.begin(), facts_.local(p).citations.end(),
        [](const Citation& x) { return x.form == Citation::Form::link || x.form == Citation::Form::url; });
    if (links > 1) return;  // it names better sources, too
    if (first_marker_.empty())
      for (const CitationMarker& m : graph_->markers)
        if (m.target) first_marker_.emplace(*m.target, &m);
    const auto marker = first_marker_.find(static_cast<std::uint32_t>(after - 1 - targets.begin()));
    if (marker == first_marker_.end()) return;
    const CitationMarker& m = *marker->second;
    for (const Citation& hung : facts_.local(m.paragraph).citations) {
      if (hung.span != m.span) continue;
      if (claim_of(m.paragraph, hung.covers) != nullptr && !other_source(m.paragraph, hung) &&
          !about(m.paragraph, hung.covers, weak))
        tell(p, c, weak).related(m.paragraph, hung.span, "the claim");
      return;
    }
  }

  Report::Added tell(std::size_t p, const Citation& c, const Weak& weak) {
    auto added = report_.add(
        p, c.target, weak.domain + ": " + std::string(weak.of->told) + ". Is there a source nearer to the fact?");
    return added;
  }

  const std::vector<Class>& classes_;
  const Facts& facts_;
  Report& report_;
  std::optional<CitationGraph> graph_;
  std::unordered_map<std::uint32_t, const CitationMarker*> first_marker_;
};

}  // namespace

Check weak_source_domain(const Options& options) {
  std::vector<Class> classes{{"a work put together from others", options.list("tertiary"), false},
                             {"anyone may write there", options.list("user_written"), false},
                             {"a press release", options.list("press_releases"), true},
                             {"the house's own", options.list("own"), false}};
  return [classes = std::move(classes)](const Facts& facts, const Sources&, Report& report) {
    return Pass{[&facts, reader = Reader(classes, facts, report)](std::size_t p) mutable {
      if (facts.local(p).citations.empty()) return Holds::nothing;
      reader.paragraph(p);
      return Holds::something;
    }};
  };
}

}  // namespace stet::rules
