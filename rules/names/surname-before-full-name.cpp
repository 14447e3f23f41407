// A surname whose bearer the draft has not named yet.
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "facts/capitals.h"
#include "facts/word_set.h"
#include "facts/word_view.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

// What a person heads; "the X government" and "the X case" may be a country's and a firm's.
constexpr WordKeySet headed{{"administration", "presidency", "premiership", "chancellorship", "papacy"}};
constexpr WordKeySet perhaps_headed{{"government", "cabinet", "regime", "campaign", "era"}};

struct Candidate {
  WordId id = 0;    // of the surname
  WordRange words;  // what is flagged
  std::uint32_t name = 0;
  bool sure = false;            // a person by the words beside
  std::uint32_t paragraph = 0;  // known when it is taken
};

class Reader {
 public:
  Reader(const std::vector<std::string>& known, const Facts& facts, Report& report)
      : known_names_(known), facts_(facts), report_(report) {}

  void find(std::size_t p, std::vector<Candidate>& out) {
    const Paragraph& paragraph = facts_.paragraph(p);
    if (paragraph.zone != Zone::body || paragraph.foreign) return;
    const WordView view(paragraph, facts_.context());
    for_capitals(paragraph, [&](At name, const Word&) {
      const At i = name + 1;
      if (name == 0 || !view.word(i) || view.capital(i) || view[i].has(Word::in_quotation) || !view.is(name - 1, "the"))
        return;
      const bool sure = headed.contains(view.key(i));
      if (sure || perhaps_headed.contains(view.key(i))) add(view, {name - 1, i + 1}, name, sure, out);
    });
    for (const Attribution& a : facts_.local(p).attributions) {
      if (!a.source || !a.cue || a.cue->empty() || a.source->size() != 1) continue;
      const At i = a.source->first;
      const WordId cue = view[a.cue->first].id;
      if (!view.word(i) || !view.capital(i) || view[i].has(Word::in_quotation) || view[i].has(Word::capitals)) continue;
      if (facts_.lexicon().is(cue, WordClass::say_verb)) add(view, *a.source, i, false, out);
    }
  }

  void take(std::size_t p, std::span<const Candidate> found) {
    for (Candidate c : found) {
      c.paragraph = static_cast<std::uint32_t>(p);
      found_.push_back(c);
    }
  }

  void conclude() {
    for (const Candidate& c : found_) judge(c);
  }

 private:
  void add(const WordView& view, WordRange words, At name, bool sure, std::vector<Candidate>& out) {
    const WordId id = view[name].id;
    if (facts_.lexicon().known(id) || known(id)) return;
    // "the US-led", "the al-Assad"
    if (view.dash(name - 1) || view.dash(name + 1)) return;
    out.push_back({id, words, name, sure, 0});
  }

  bool known(WordId id) {
    if (known_.empty())
      for (const std::string& name : known_names_) known_.insert(facts_.lexicon().id(name));
    return known_.contains(id);
  }

  struct Place {
    std::uint32_t paragraph = 0;
    WordRange words;
    bool before(const Candidate& c) const {
      return paragraph != c.paragraph ? paragraph < c.paragraph : words.last <= c.name;
    }
  };

  // The first mention of a surname with a first name or a title before it, and the first as a part of any longer name
  // ("Holm Institute"), which keeps it quiet, too.
  struct Full {
    std::optional<Place> person, any;
  };

  Full find_full(WordId surname) const {
    Full full;
    for (const auto& [p, i] : facts_.vocabulary.capitals(surname)) {
      const WordView view(facts_.paragraph(p), facts_.context());
      At first = i;
      while (first > 0 && !view.starts_sentence(first) && view.capital(first - 1) && view.word(first - 1)) --first;
      const bool dotted = i > 1 && view.mark(i - 1, U'.') && !view.starts_sentence(i);  // J. Holm, Mr. Holm
      if (first < i || dotted) {
        full.person = Place{p, {dotted && first == i ? i - 2 : first, i + 1}};
        return full;
      }
      if (!full.any && view.capital(i + 1) && view.word(i + 1)) full.any = Place{p, {i, i + 1}};
    }
    return full;
  }

  void judge(const Candidate& c) {
    const WordId id = c.id;
    if (told_.contains(id)) return;
    const auto [known, added_now] = full_.try_emplace(id);
    if (added_now) known->second = find_full(id);
    const Full& full = known->second;
    if ((full.person && full.person->before(c)) || (full.any && full.any->before(c))) return;
    if (!c.sure && !(full.person && full_name(*full.person))) return;
    told_.insert(id);
    const Paragraph& p = facts_.paragraph(c.paragraph);
    const std::string name(p.text(c.name));
    auto added = report_.add(c.paragraph, p.span(c.words),
                             full.person ? fmt::format("“{}” comes before the full name", name)
                                         : fmt::format("“{}”: who? No full name stands before this", name));
    const Span surname = p.words[c.name].span();
    if (full.person) {
      const Paragraph& q = facts_.paragraph(full.person->paragraph);
      const std::string whole = q.text(full.person->words);
      added.related(full.person->paragraph, q.span(full.person->words), "the full name");
      if (c.words.size() == 1)
        added.fix(fmt::format("Write {} here", whole),
                  {{c.paragraph, surname, whole}, {full.person->paragraph, q.span(full.person->words), name}});
      else added.fix(fmt::format("Write {} here", whole), {{c.paragraph, surname, whole}});
    } else {
      added.fix("Leave a gap for the first name", {{c.paragraph, {surname.begin, surname.begin}, "TK "}});
    }
  }

  // One or two first names, as of a person, with or without a title; no "The Holm", no firm.
  bool full_name(const Place& place) const {
    const WordView view(facts_.paragraph(place.paragraph), facts_.context());
    if (view.capital(place.words.last)) return false;
    const std::span<const Name> names = facts_.local(place.paragraph).names;
    const auto name =
        std::find_if(names.begin(), names.end(), [&](const Name& n) { return n.words.last == place.words.last; });
    if (name == names.end() || name->words.size() < 2 || name->words.size() > 3) return false;
    if (name->type == Name::Type::organisation || name->type == Name::Type::place || name->type == Name::Type::work)
      return false;
    for (At i = name->words.first; i + 1 < name->words.last; ++i)
      if (view.in(i, WordClass::determiner) || view.in(i, WordClass::preposition) ||
          view.in(i, WordClass::outlet_word) || view[i].has(Word::capitals) || view.in(i, WordClass::sentence_opener) ||
          view.in(i, WordClass::month))
        return false;
    return true;
  }

  const std::vector<std::string>& known_names_;
  const Facts& facts_;
  Report& report_;
  WordSet known_, told_;  // known_ is filled where it is asked
  std::vector<Candidate> found_;
  std::unordered_map<WordId, Full> full_;
};

}  // namespace

Check surname_before_full_name(const Options& options) {
  std::vector<std::string> known = options.list("known_surnames");
  known.insert(known.end(), options.list("eponyms").begin(), options.list("eponyms").end());
  return [known = std::move(known)](const Facts& facts, const Sources&, Report& report) {
    const auto reader = std::make_shared<Reader>(known, facts, report);
    return digesting<Candidate>([reader](std::size_t p, std::vector<Candidate>& out) { reader->find(p, out); },
                                [reader](std::size_t p, std::span<const Candidate> found) { reader->take(p, found); },
                                [reader] { reader->conclude(); });
  };
}

}  // namespace stet::rules
