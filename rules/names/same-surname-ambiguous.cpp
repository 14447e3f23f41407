#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <span>
#include <unordered_map>

#include "facts/word_view.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

// First words of names that are no person's: North Vella, New Holm, Lake Ortiz.
constexpr WordKeySet no_given_names{
    {"north",    "south",   "east",     "west",    "new",      "old",           "upper",    "lower",
     "great",    "greater", "saint",    "san",     "santa",    "lake",          "mount",    "port",
     "fort",     "royal",   "first",    "world",   "super",    "united",        "northern", "southern",
     "eastern",  "western", "central",  "the",     "national", "international", "big",      "little",
     "los",      "las",     "la",       "st",      "team",     "house",         "grand",    "central",
     "western",  "public",  "general",  "high",    "supreme",  "premier",       "golden",   "national",
     "american", "british", "european", "african", "asian",    "latin",         "mr",       "mrs",
     "ms",       "dr",      "sir",      "red",     "black",    "white",         "blue"}};

struct Bearer {
  WordId given;
  std::size_t paragraph;  // of the first mention
  WordRange words;
};

class Reader {
 public:
  Reader(std::size_t recency, const Facts& facts, Report& report) : recency_(recency), facts_(facts), report_(report) {}

  // The ids of its first word and its last.
  struct FullName {
    WordId given, surname;
    WordRange words;
  };
  // Full names of people: two or three words with a capital, which no "the" and no title leads.
  void names(std::size_t p, std::vector<FullName>& out) const {
    if (facts_.local(p).names.empty() || !told(facts_.paragraph(p).zone)) return;
    const WordView w(facts_.paragraph(p), facts_.context());
    for (const Name& name : facts_.local(p).names)
      if (full(w, name)) out.push_back({w[name.words.first].id, w[name.words.last - 1].id, name.words});
  }

  void collect(std::size_t p, std::span<const FullName> names) {
    for (const FullName& name : names) add(p, name);
  }

  void conclude() {
    std::vector<WordPlace> places;
    for (const auto& [surname, bearers] : bearers_)
      if (bearers.size() >= 2) std::ranges::copy(facts_.vocabulary.capitals(surname), std::back_inserter(places));
    std::ranges::sort(places);
    for (std::size_t i = 0; i < places.size();) i = read(places, i);
  }

 private:
  static bool told(Zone zone) { return zone == Zone::body || zone == Zone::list; }

  static bool full(const WordView& w, const Name& name) {
    if (name.type == Name::Type::organisation || name.type == Name::Type::place || name.type == Name::Type::work)
      return false;
    if (name.words.size() < 2 || name.words.size() > 3 || name.quoted || w.is(name.words.first - 1, "the"))
      return false;
    for (At i = name.words.first; i < name.words.last; ++i)
      if (!w.word(i) || !w.capital(i) || w[i].has(Word::capitals)) return false;
    const At last = name.words.last - 1;
    return w.text(name.words.first).size() > 2 && !no_given_names.contains(w.key(name.words.first)) &&
           !w.in(last, WordClass::street) && !looks_plural(w.text(last));
  }

  void add(std::size_t p, const FullName& name) {
    std::vector<Bearer>& all = bearers_[name.surname];
    constexpr std::size_t most_bearers = 12;  // more than these nobody holds apart
    const auto named = [&](const Bearer& b) { return b.given == name.given; };
    if (all.size() >= most_bearers || std::ranges::any_of(all, named)) return;
    // Doug and Douglas are one.
    const std::string_view text = facts_.paragraph(p).text(name.words.first);
    for (const Bearer& b : all)
      if (facts_.paragraph(b.paragraph).text(b.words.first).starts_with(text.substr(0, 3))) return;
    all.push_back({name.given, p, name.words});
  }

  // The surnames of the sentence of places[from]; returns the index of the first that is past it.
  std::size_t read(std::span<const WordPlace> places, std::size_t from) {
    const std::uint32_t p = places[from].paragraph;
    const WordView w(facts_.paragraph(p), facts_.context());
    const std::uint32_t s = w.paragraph().sentence_of(places[from].word);
    const WordRange sentence = w.paragraph().sentences[s].words;
    std::map<WordId, std::vector<WordId>> here;
    for (; from < places.size() && places[from].paragraph == p && sentence.contains(places[from].word); ++from) {
      const At i = places[from].word;
      const WordId surname = w[i].id;
      const bool alone = !w.capital(i - 1) || i == sentence.first || w.kind(i - 1, WordKind::mark);
      if (!alone) {
        const WordId given = given_before(w, i, surname);
        if (given != 0) here[surname].push_back(given);
      } else if (told(w.paragraph().zone) && bare(w, i)) {
        if (here[surname].empty()) judge(p, i, surname, recent_[surname]);
        else judge(p, i, surname, {p, s, here[surname]});
      }
    }
    for (auto& [surname, givens] : here)
      if (!givens.empty()) recent_[surname] = {p, s, std::move(givens)};
    return from;
  }

  WordId given_before(const WordView& w, At i, WordId surname) const {
    for (const Bearer& b : bearers_.at(surname))
      for (At k = i; k > 0 && k + 3 > i; --k)
        if (w[k - 1].id == b.given) return b.given;
    return 0;
  }

  // A surname with a verb after it, that no title leads and no quotation holds.
  static bool bare(const WordView& w, At i) {
    if (w[i].has(Word::in_quotation) || w.any(i - 1, {"the", "a", "an", "in", "at", "near", "from"}) ||
        w.mark(i - 1, '.'))
      return false;
    const At next = i + 1;
    if (!w.word(next) || w.capital(next) || w.starts_sentence(next)) return false;
    return w.in(next, WordClass::say_verb) || w.in(next, WordClass::auxiliary) || w.text(next).ends_with("ed");
  }

  // The last sentence that told given names of a surname, and which.
  struct Recent {
    std::uint32_t paragraph = 0, sentence = 0;
    std::vector<WordId> givens;
  };

  // Does the sentence of word i of paragraph p stand within so many sentences of it?
  bool near(const Recent& recent, std::size_t p, At i) const {
    std::size_t ahead = facts_.paragraph(p).sentence_of(i);
    for (std::size_t between = p; between > recent.paragraph && ahead <= recency_ + recent.sentence; --between)
      ahead += facts_.paragraph(between - 1).sentences.size();
    return ahead <= recency_ + recent.sentence;
  }

  void judge(std::size_t p, At i, WordId surname, const Recent& recent) {
    if (!near(recent, p, i)) return;
    std::vector<const Bearer*> choices;
    for (const Bearer& b : bearers_.at(surname))
      if (std::find(recent.givens.begin(), recent.givens.end(), b.given) != recent.givens.end()) choices.push_back(&b);
    if (choices.size() < 2) return;
    std::string names;
    for (const Bearer* b : choices)
      names += (names.empty() ? "" : " or ") + facts_.paragraph(b->paragraph).text(b->words);
    const Paragraph& paragraph = facts_.paragraph(p);
    const Span span = paragraph.words[i].span();
    auto added = report_.add(p, span, fmt::format("“{}”: {}?", paragraph.text(i), names));
    for (const Bearer* b : choices) {
      const Paragraph& there = facts_.paragraph(b->paragraph);
      added.related(b->paragraph, there.span(b->words), there.text(b->words));
      added.fix(fmt::format("Write {}", there.text(b->words)), {{p, span, there.text(b->words)}});
    }
    added.detail("Both have just been named. A given name or a role tells them apart.");
  }

  std::size_t recency_;
  const Facts& facts_;
  Report& report_;
  std::unordered_map<WordId, std::vector<Bearer>> bearers_;
  std::map<WordId, Recent> recent_;
};

}  // namespace

Check same_surname_ambiguous(const Options& options) {
  const auto recency = static_cast<std::size_t>(std::clamp(options.number("recency"), 0.0, 50.0));
  return [recency](const Facts& facts, const Sources&, Report& report) {
    const auto reader = std::make_shared<Reader>(recency, facts, report);
    using FullName = Reader::FullName;
    return digesting<FullName>([reader](std::size_t p, std::vector<FullName>& out) { reader->names(p, out); },
                               [reader](std::size_t p, std::span<const FullName> names) { reader->collect(p, names); },
                               [reader] { reader->conclude(); });
  };
}

}  // namespace stet::rules
