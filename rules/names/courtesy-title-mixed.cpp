// One person now with a title, now without.
#include <fmt/format.h>

#include <algorithm>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "facts/word_view.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

enum class House { automatic, surname, honorific };

// Bare words before a surname that belong to it as a courtesy or an office.
constexpr WordKeySet titles{{"mr",         "mrs",    "ms",       "mx",          "dr",           "prof",     "rev",
                             "hon",        "gen",    "col",      "lt",          "maj",          "capt",     "sgt",
                             "sen",        "rep",    "gov",      "councillor",  "senator",      "minister", "professor",
                             "doctor",     "judge",  "governor", "captain",     "colonel",      "major",    "sergeant",
                             "lieutenant", "bishop", "mayor",    "congressman", "congresswoman"}};
constexpr WordKeySet relatives{{"wife", "husband", "son", "daughter", "brother", "sister", "father", "mother", "widow",
                                "couple", "parents", "sons", "brothers", "sisters", "twins", "family"}};

struct Mention {
  std::uint32_t paragraph = 0;
  WordRange words;         // the title too
  std::uint32_t name = 0;  // the surname
};

struct Person {
  std::vector<Mention> bare, titled;
  WordId given = 0;  // the first name that goes with it
  bool two = false;  // relatives, or two who bear the name: titles tell them apart
};

class Reader {
 public:
  Reader(House house, const Facts& facts, Report& report) : house_(house), facts_(facts), report_(report) {}

  // Surnames behind a title.
  Holds read(std::uint32_t p) {
    const Paragraph& paragraph = facts_.paragraph(p);
    if (paragraph.zone != Zone::body || paragraph.foreign) return Holds::nothing;
    Holds holds = Holds::nothing;
    const WordView view(paragraph, facts_.context());
    for (const Name& name : facts_.local(p).names) {
      if (name.quoted) continue;
      // A title that is no part of the name, or one that is read as its first word.
      const bool inside = name.title.empty() && name.words.size() == 2 && titles.contains(view.key(name.words.first));
      const WordRange title = inside ? WordRange{name.words.first, name.words.first + 1} : name.title;
      if (title.empty() || !(inside || name.words.size() == 1) || !single_title(view, title)) continue;
      note(p, name.words.last - 1, title, paragraph);
      holds = Holds::something;
    }
    return holds;
  }

  void conclude() {
    for (const WordId id : order_) {
      find_bare(id, people_[id]);
      judge(people_[id]);
    }
  }

 private:
  // "Mr.", "Ms", "Councillor": one word, not "Prime Minister" or a queen's.
  static bool single_title(const WordView& view, WordRange title) {
    WordRange words = title;
    if (words.size() == 2 && view.mark(words.last - 1, U'.')) --words.last;
    return words.size() == 1 && titles.contains(view.key(words.first));
  }

  void note(std::uint32_t p, std::uint32_t word, WordRange title, const Paragraph& paragraph) {
    const WordId id = paragraph.words[word].id;
    const auto [it, added] = people_.try_emplace(id);
    if (added) order_.push_back(id);
    it->second.titled.push_back({p, {title.first, word + 1}, word});
  }

  void judge(const Person& person) {
    if (person.two || person.bare.empty()) return;
    const bool titled_is_house =
        house_ == House::honorific || (house_ == House::automatic && person.titled.size() > person.bare.size());
    const std::vector<Mention>&odd = titled_is_house ? person.bare : person.titled,
          &usual = titled_is_house ? person.titled : person.bare;
    // The first reference may have a title.
    const auto at = std::find_if(odd.begin(), odd.end(), [&](const Mention& m) {
      return titled_is_house || m.paragraph > usual.front().paragraph ||
             (m.paragraph == usual.front().paragraph && m.name > usual.front().name);
    });
    if (at == odd.end()) return;
    const Paragraph& p = facts_.paragraph(at->paragraph);
    const Paragraph& q = facts_.paragraph(usual.front().paragraph);
    const std::string now = p.text(at->words), other = q.text(usual.front().words);
    auto added = report_.add(at->paragraph, p.span(at->words),
                             fmt::format("“{}” here, “{}” elsewhere: one way of naming a person", now, other));
    added.related(usual.front().paragraph, q.span(usual.front().words), other);
    added.fix(fmt::format("Write {}", other), {{at->paragraph, p.span(at->words), other}});
    added.detail(fmt::format("With a title {}, without {}.", person.titled.size(), person.bare.size()));
  }

  // All bare mentions in the writer's voice of somebody who has a title somewhere; what has other capitals beside it is
  // a fuller name.
  void find_bare(WordId surname, Person& person) const {
    for (const auto& [p, i] : facts_.vocabulary.capitals(surname))
      if (facts_.paragraph(p).zone == Zone::body) mention(p, i, person);
  }

  void mention(std::uint32_t p, std::uint32_t i, Person& person) const {
    const Paragraph& paragraph = facts_.paragraph(p);
    const WordView view(paragraph, facts_.context());
    const Word& w = paragraph.words[i];
    const bool opens = i == 0 || w.has(Word::starts_sentence);
    const bool first_name = !opens && view.word(i - 1) && view.capital(i - 1),
               dotted = !opens && view.mark(i - 1, U'.');
    if (first_name && !titles.contains(view.key(i - 1))) {
      person.two = person.two || (person.given != 0 && person.given != paragraph.words[i - 1].id);
      person.given = paragraph.words[i - 1].id;
    }
    for (std::uint32_t k = i > 4 ? i - 4 : 0; k < i; ++k) person.two = person.two || relatives.contains(view.key(k));
    person.two = person.two || view.in(i, WordClass::month) || view.is(i + 1, "family");
    if (!first_name && !dotted && !w.has(Word::in_quotation) && !view.capital(i + 1))
      person.bare.push_back({p, {i, i + 1}, i});
  }

  House house_;
  const Facts& facts_;
  Report& report_;
  std::unordered_map<WordId, Person> people_;
  std::vector<WordId> order_;
};

}  // namespace

Check courtesy_title_mixed(const Options& options) {
  const std::string& house = options.text("house");
  const House way = house == "surname" ? House::surname : house == "honorific" ? House::honorific : House::automatic;
  return [way](const Facts& facts, const Sources&, Report& report) {
    const auto reader = std::make_shared<Reader>(way, facts, report);
    return Pass{[reader](std::size_t p) { return reader->read(static_cast<std::uint32_t>(p)); },
                [reader] { reader->conclude(); }};
  };
}

}  // namespace stet::rules
