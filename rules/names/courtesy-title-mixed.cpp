// One person now with a title, now without.
#include <fmt/format.h>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <vector>

#include "facts/word_view.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

enum class House { automatic, surname, honorific };

// Bare words before a surname that belong to it as a courtesy or an office.
constexpr WordKeySet titles{{"councillor", "senator", "minister", "professor", "doctor", "judge", "governor", "captain",
                             "colonel", "major", "sergeant", "lieutenant", "bishop", "mayor", "congressman",
                             "congresswoman"}};
constexpr WordKeySet relatives{{"wife", "husband", "son", "daughter", "brother", "sister", "father", "mother", "widow",
                                "couple", "parents", "sons", "brothers", "sisters", "twins", "family"}};

struct Mention {
  std::uint32_t paragraph = 0;
  WordRange words;         // the title too
  std::uint32_t name = 0;  // the surname
};

struct Person {
  std::vector<Mention> bare, titled;
};

class Reader {
 public:
  Reader(House house, const Facts& facts, Report& report) : house_(house), facts_(facts), report_(report) {}

  void draft() {
    for (std::uint32_t p = 0; p < facts_.size(); ++p)
      if (facts_.paragraph(p).zone == Zone::body && !facts_.paragraph(p).foreign) paragraph(p);
    for (const WordId id : order_) judge(people_[id]);
  }

 private:
  // Surnames behind a title, and the same words bare; what has other capitals beside it is a fuller name.
  void paragraph(std::uint32_t p) {
    const Paragraph& paragraph = facts_.paragraph(p);
    const WordView view(paragraph, facts_.context());
    for (const Name& name : facts_.local(p).names) {
      if (name.quoted) continue;
      // A title that is no part of the name, or one that is read as its first word.
      const bool inside = name.title.empty() && name.words.size() == 2 && titles.contains(view.key(name.words.first));
      const WordRange title = inside ? WordRange{name.words.first, name.words.first + 1} : name.title;
      if (!title.empty() && (inside || name.words.size() == 1) && single_title(view, title))
        note(p, name.words.last - 1, title, paragraph);
    }
  }

  // "Mr.", "Ms", "Councillor": one word, not "Prime Minister" or a queen's.
  static bool single_title(const WordView& view, WordRange title) {
    WordRange words = title;
    if (words.size() == 2 && view.mark(words.last - 1, U'.')) --words.last;
    return words.size() == 1 &&
           (view.in(words.first, WordClass::title_abbreviation) || titles.contains(view.key(words.first)));
  }

  void note(std::uint32_t p, std::uint32_t word, WordRange title, const Paragraph& paragraph) {
    const WordId id = paragraph.words[word].id;
    const auto [it, added] = people_.try_emplace(id);
    if (added) order_.push_back(id);
    it->second.titled.push_back({p, {title.first, word + 1}, word});
  }

  void judge(Person& person) {
    const Mention& first = person.titled.front();
    const WordId id = facts_.paragraph(first.paragraph).words[first.name].id;
    if (!find_bare(person, id) || person.bare.empty()) return;
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

  // All bare mentions in the writer's voice. Not where two bear the name: relatives are told apart by titles.
  bool find_bare(Person& person, WordId id) const {
    WordId given = 0;
    for (std::uint32_t p = 0; p < facts_.size(); ++p) {
      const Paragraph& paragraph = facts_.paragraph(p);
      if (paragraph.zone != Zone::body) continue;
      const WordView view(paragraph, facts_.context());
      for (std::uint32_t i = 0; i < paragraph.words.size(); ++i) {
        const Word& w = paragraph.words[i];
        if (w.id != id || !w.has(Word::capital)) continue;
        const bool alone = !(i > 0 && !w.has(Word::starts_sentence) && view.capital(i - 1) && view.word(i - 1)) &&
                           !(i > 0 && view.mark(i - 1, U'.') && !w.has(Word::starts_sentence));
        if (!alone && i > 0 && view.word(i - 1) && !view.in(i - 1, WordClass::title_abbreviation) &&
            !titles.contains(view.key(i - 1))) {
          if (given != 0 && given != paragraph.words[i - 1].id) return false;
          given = paragraph.words[i - 1].id;
        }
        for (std::uint32_t k = i > 4 ? i - 4 : 0; k < i; ++k)
          if (relatives.contains(view.key(k))) return false;
        if (view.in(i, WordClass::month) || view.is(i + 1, "family")) return false;
        if (!alone || w.has(Word::in_quotation) || view.capital(i + 1)) continue;
        person.bare.push_back({p, {i, i + 1}, i});
      }
    }
    return true;
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
  return [way](const Facts& facts, const Sources&, Report& report) { Reader(way, facts, report).draft(); };
}

}  // namespace stet::rules
