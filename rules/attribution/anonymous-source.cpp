#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <span>

#include "facts/source.h"
#include "facts/word_set.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

struct Settings {
  std::vector<std::string> allow, reasons;
  bool position, reason;
  std::size_t most;
};

struct Place {
  std::size_t paragraph;
  WordRange words;
  bool position, reason;
};

class Unnamed {
 public:
  Unnamed(const Settings& settings, const Facts& facts) : settings_(settings), facts_(facts) {}

  Holds read(std::size_t p) {
    const Paragraph& paragraph = facts_.paragraph(p);
    if (paragraph.zone != Zone::body && paragraph.zone != Zone::list) return Holds::nothing;
    const std::size_t before = places_.size();
    for (const Attribution& a : facts_.local(p).attributions)
      if (a.source && !a.named) look(p, paragraph, *a.source);
    return places_.size() == before ? Holds::nothing : Holds::something;
  }

  const std::vector<Place>& places() const { return places_; }

 private:
  void look(std::size_t p, const Paragraph& paragraph, WordRange source) {
    const Phrases ph(paragraph, facts_.lexicon());
    if (paragraph.words[source.first].has(Word::in_quotation) || !unnamed_person(ph, source)) return;
    if (!places_.empty() && places_.back().paragraph == p && places_.back().words == source) return;
    learn();
    const std::uint32_t sentence = paragraph.sentence_of(source.first);
    const WordRange here = paragraph.sentences[sentence].words;
    if (any(paragraph, source, allowed_)) return;
    const bool last = sentence + 1 == paragraph.sentences.size();
    const WordRange reach{here.first, last ? here.last : paragraph.sentences[sentence + 1].words.last};
    const std::uint32_t head = source_head(ph, source);
    Place place{p, source, says_position(ph, source, head), any(paragraph, reach, reasons_)};
    // Who speaks for somebody has no reason to give.
    const std::string_view lemma = facts_.lexicon().word(facts_.lexicon().lemma(paragraph.words[head].id));
    if (lemma.starts_with("spokes") && !withholds_name(ph, here)) place.reason = true;
    if ((settings_.position && !place.position) || (settings_.reason && !place.reason)) places_.push_back(place);
  }

  // Made at the first unnamed source: most drafts have none.
  void learn() {
    if (!allowed_.empty() || !reasons_.empty()) return;
    for (const std::string& w : settings_.allow) allowed_.insert(facts_.lexicon().id(w));
    for (const std::string& w : settings_.reasons) reasons_.insert(facts_.lexicon().id(w));
  }

  static bool any(const Paragraph& p, WordRange words, const WordSet& set) {
    return std::any_of(p.words.begin() + words.first, p.words.begin() + words.last,
                       [&](const Word& w) { return set.contains(w.id); });
  }

  // "an official in the ministry", "a transport ministry official"; not "a senior official".
  static bool says_position(const Phrases& ph, WordRange source, std::uint32_t head) {
    const Paragraph& p = ph.paragraph();
    static constexpr std::array<std::string_view, 17> bare{
        "a",      "an",  "one",    "two",     "three",     "four",   "another", "several", "some",
        "senior", "top", "former", "unnamed", "anonymous", "second", "single",  "ranking"};
    const auto in = [](std::string_view word, std::span<const std::string_view> list) {
      return std::find(list.begin(), list.end(), word) != list.end();
    };
    static constexpr std::array<std::string_view, 3> behind{"familiar", "close", "briefed"};
    if (head + 1 < p.words.size() && (ph.is(head + 1, WordClass::preposition) || in(p.text(head + 1), behind)))
      return true;
    for (std::uint32_t i = source.first; i < head; ++i) {
      const std::string_view lower = ph.lexicon().word(p.words[i].id);
      if (p.words[i].kind == WordKind::word && !in(lower.empty() ? p.text(i) : lower, bare)) return true;
    }
    return false;
  }

  const Settings& settings_;
  const Facts& facts_;
  WordSet allowed_, reasons_;
  std::vector<Place> places_;
};

std::string missing(const Place& place, const Settings& s) {
  const bool position = s.position && !place.position, reason = s.reason && !place.reason;
  return position && reason ? "the position held, and why no name is given"
         : position         ? "the position held"
                            : "why no name is given";
}

void tell(const std::vector<Place>& places, const Settings& settings, const Facts& facts, Report& report) {
  const std::string many =
      places.size() > settings.most ? fmt::format("; {} unnamed sources in this draft", places.size()) : std::string();
  for (const Place& place : places) {
    const Paragraph& p = facts.paragraph(place.paragraph);
    const Span span = p.span(place.words);
    auto added = report.add(place.paragraph, span,
                            fmt::format("“{}” has no name: the draft does not say {}{}", p.text(place.words),
                                        missing(place, settings), many));
    if (settings.reason && !place.reason)
      added.fix("Insert “, who asked not to be named because TK,”",
                {{place.paragraph, {span.end, span.end}, ", who asked not to be named because TK,"}});
    added.detail(fmt::format("**Missing.** {}.\n\n**Unnamed sources without it in this draft.** {}",
                             missing(place, settings), places.size()));
    for (const Place& other : places)
      if (&other != &place)
        added.related(other.paragraph, facts.paragraph(other.paragraph).span(other.words), "another unnamed source");
  }
}

}  // namespace

Check anonymous_source(const Options& options) {
  const auto& require = options.list("require");
  const auto requires_ = [&](std::string_view what) {
    return std::find(require.begin(), require.end(), what) != require.end();
  };
  Settings settings{options.list("allow"), options.list("reasons"), requires_("position"), requires_("reason"),
                    static_cast<std::size_t>(std::max(options.number("max_per_story"), 0.0))};
  return [settings = std::move(settings)](const Facts& facts, const Sources&, Report& report) {
    if (facts.context().genre == Genre::fiction) return Pass{};
    const auto unnamed = std::make_shared<Unnamed>(settings, facts);
    return Pass{[unnamed](std::size_t p) { return unnamed->read(p); },
                [&, unnamed] { tell(unnamed->places(), settings, facts, report); }};
  };
}

}  // namespace stet::rules
