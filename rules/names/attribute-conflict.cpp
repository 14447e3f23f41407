#include <fmt/format.h>

#include <algorithm>

#include "facts/party.h"
#include "facts/word_view.h"
#include "lint/own_phrases.h"
#include "lint/rule.h"

namespace stet::rules {

namespace {

using At = WordView::At;

enum class Attribute : std::uint8_t { led_by, party, nationality, capital };
constexpr std::string_view attribute_names[] = {"led_by", "party", "nationality", "capital"};

struct Value {
  Attribute attribute;
  std::size_t paragraph;
  WordRange words;  // the value
  WordId value = 0;
  WordId holder = 0;  // surname, country, or the thing led
  WordId of = 0;      // of the thing led: what it is of; of a person: the given name; 0 where there is none
  WordRange holder_words;
};

constexpr std::size_t most_values = 500;  // a draft with more is a list of them

constexpr WordKeySet parties{
    {"labour", "conservative", "tory", "democratic", "republican", "green", "democrat", "liberal"}};
constexpr WordKeySet not_single{
    {"former",      "formerly", "then",   "dual",  "born", "later", "became", "previously", "defected",
     "switched",    "joined",   "left",   "and",   "or",   "too",   "also",   "ex",         "naturalised",
     "naturalized", "descent",  "origin", "based", "once", "now",   "raised"}};
constexpr WordKeySet half_capitals{{"former", "commercial", "cultural", "financial", "economic", "administrative",
                                    "old", "ancient", "de", "unofficial", "murder", "provincial", "regional", "world",
                                    "second"}};

class Reader {
 public:
  Reader(const std::vector<std::string>& single, const OwnPhrases& own, const Facts& facts, Report& report)
      : single_(single), own_(own), facts_(facts), report_(report) {}

  void draft() {
    for (std::size_t p = 0; p < facts_.size(); ++p) {
      const Paragraph& paragraph = facts_.paragraph(p);
      if (values_.size() > most_values) break;
      if (paragraph.foreign || paragraph.phrases.empty() || paragraph.zone == Zone::references) continue;
      for (const WordRange words : own_.in(facts_, p))
        if (!paragraph.words[words.first].has(Word::in_quotation)) see(p, words);
    }
    for (std::size_t i = 1; i < values_.size(); ++i)
      for (std::size_t k = 0; k < i; ++k)
        if (conflict(values_[k], values_[i])) {
          tell(values_[i], values_[k]);
          break;
        }
  }

 private:
  bool asked(Attribute a) const {
    return std::find(single_.begin(), single_.end(), attribute_names[static_cast<std::size_t>(a)]) != single_.end();
  }

  void add(Value v) {
    const WordView w(facts_.paragraph(v.paragraph), facts_.context());
    v.value = w[v.words.first].id;
    if (asked(v.attribute)) values_.push_back(v);
  }

  void see(std::size_t p, WordRange words) {
    const Paragraph& paragraph = facts_.paragraph(p);
    const WordView w(paragraph, facts_.context());
    const WordRange sentence = paragraph.sentences[paragraph.sentence_of(words.first)].words;
    if (w.is(words.first, "led")) return led(p, w, words.first);
    if (w.is(words.first, "capital")) return capital(p, w, words, sentence);
    for (At i = sentence.first; i < sentence.last; ++i)
      if (w.word(i) && not_single.contains(w.key(i))) return;
    if (w.in(words.first - 1, WordClass::conjunction) || w.hyphen(words.first - 1) || w.hyphen(words.last)) return;
    if (w.any(words.first,
              {"mp", "senator", "congressman", "congresswoman", "councillor", "councilor", "lawmaker", "peer"})) {
      if (w.word(words.first - 1) && parties.contains(w.key(words.first - 1)))
        person(p, w, Attribute::party, {words.first - 1, words.first}, words.last);
      return;
    }
    if (!w.capital(words.first)) return;
    At after = words.last;  // "Canadian poet Lena Ortiz"
    while (after < words.last + 3 && w.word(after) && !w.capital(after) && !w.in(after, WordClass::preposition) &&
           occupation(w, after))
      ++after;
    if (after != words.last) person(p, w, Attribute::nationality, words, after);
  }

  // Somebody is a poet; a company, a ferry and a minister's office may be of another country than the person.
  static bool occupation(const WordView& w, At i) {
    return w.any(
        i, {"poet",       "painter",    "singer",     "actor",        "actress",       "author",      "writer",
            "novelist",   "artist",     "composer",   "musician",     "footballer",    "player",      "swimmer",
            "runner",     "cyclist",    "pianist",    "violinist",    "scientist",     "physicist",   "chemist",
            "biologist",  "economist",  "historian",  "philosopher",  "mathematician", "engineer",    "architect",
            "director",   "filmmaker",  "journalist", "photographer", "chef",          "designer",    "dancer",
            "sculptor",   "explorer",   "astronaut",  "sailor",       "billionaire",   "businessman", "businesswoman",
            "politician", "activist",   "lawyer",     "doctor",       "surgeon",       "golfer",      "boxer",
            "striker",    "midfielder", "goalkeeper", "star",         "film",          "tennis",      "opera",
            "rock",       "jazz",       "born",       "rapper",       "comedian",      "model"});
  }

  // The name behind `after`, or before the comma that the article opens: "Ortiz, an American poet,".
  void person(std::size_t p, const WordView& w, Attribute a, WordRange value, At after) {
    auto party = w.capital(after) && !w.starts_sentence(after) ? party_at(facts_, p, after) : std::nullopt;
    if (!party && w.any(value.first - 1, {"a", "an", "the"}) && w.mark(value.first - 2, ',') &&
        (w.mark(after, ',') || w.mark(after, '.')))
      party = party_before(facts_, p, value.first - 2);
    if (!party) return;
    const WordId given = party->words.size() >= 2 ? w[party->words.first].id : 0;
    const At last = party->words.last - 1;
    add({a, p, value, 0, party->surname, given, {last, last + 1}});
  }

  // "the Danish-led survey of the trench"
  void led(std::size_t p, const WordView& w, At i) {
    if (i < 3 || !w.hyphen(i - 1) || !w.glued(i) || !w.capital(i - 2) || w[i - 2].has(Word::capitals)) return;
    const At value = i - 2;
    if (!w.is(value - 1, "the") || !w.word(i + 1) || w.capital(i + 1) || !w.is(i + 2, "of")) return;
    At of = i + 3;
    while (w.in(of, WordClass::determiner)) ++of;
    if (w.word(of)) add({Attribute::led_by, p, {value, value + 1}, 0, w[i + 1].id, w[of].id, {i + 1, i + 2}});
  }

  // "Orsk, the capital of Vella"
  void capital(std::size_t p, const WordView& w, WordRange words, WordRange sentence) {
    const At of = words.last;
    if (!w.is(words.first - 1, "the") || !w.mark(words.first - 2, ',') || !w.capital(of) || w.capital(of + 1)) return;
    for (At i = sentence.first; i < sentence.last; ++i)
      if (w.word(i) && half_capitals.contains(w.key(i))) return;
    const At city = words.first - 3;
    if (words.first < 3 || !w.word(city) || !w.capital(city)) return;
    if (w.capital(city - 1) && city > sentence.first) return;
    add({Attribute::capital, p, {city, city + 1}, 0, w[of].id, 0, {of, of + 1}});
  }

  bool conflict(const Value& a, const Value& b) const {
    if (a.attribute != b.attribute || a.holder != b.holder || a.value == b.value || near_enough(a, b)) return false;
    if (a.attribute == Attribute::led_by) return a.of == b.of;
    if (a.attribute == Attribute::capital || (a.of != 0 && a.of == b.of)) return true;
    if (a.of != 0 && b.of != 0) return false;
    // A bare surname: only where nobody else bears it.
    const WordId given = a.of != 0 ? a.of : b.of;
    return given != 0 && std::none_of(values_.begin(), values_.end(), [&](const Value& v) {
             return v.holder == a.holder && v.of != 0 && v.of != given;
           });
  }

  // Tory and Conservative are one.
  bool near_enough(const Value& a, const Value& b) const {
    const WordView x(facts_.paragraph(a.paragraph), facts_.context()),
        y(facts_.paragraph(b.paragraph), facts_.context());
    const auto in = [](const WordView& w, const Value& v, std::initializer_list<WordKey> words) {
      return w.any(v.words.first, words);
    };
    return (in(x, a, {"tory", "conservative"}) && in(y, b, {"tory", "conservative"})) ||
           (in(x, a, {"democrat", "democratic", "liberal"}) && in(y, b, {"democrat", "democratic", "liberal"})) ||
           (in(x, a, {"british", "irish"}) && in(y, b, {"british", "irish"}));
  }

  void tell(const Value& v, const Value& other) {
    const Paragraph &here = facts_.paragraph(v.paragraph), &there = facts_.paragraph(other.paragraph);
    const std::string mine = here.text(v.words), theirs = there.text(other.words), holder = here.text(v.holder_words);
    const auto why = [&]() -> std::string {
      switch (v.attribute) {
        case Attribute::led_by: return fmt::format("the {} has one leader", holder);
        case Attribute::party: return fmt::format("{} has one party, or changed it", holder);
        case Attribute::nationality: return fmt::format("{} has one nationality, or both", holder);
        case Attribute::capital: return fmt::format("{} has one capital", holder);
      }
      return {};
    };
    auto added =
        report_.add(v.paragraph, here.span(v.words),
                    fmt::format("“{}” here, “{}” in paragraph {}: {}", mine, theirs, other.paragraph + 1, why()));
    added.related(other.paragraph, there.span(other.words), theirs);
    added.fix(fmt::format("Write {}", theirs), {{v.paragraph, here.span(v.words), theirs}});
    added.fix(fmt::format("Write {} there", mine), {{other.paragraph, there.span(other.words), mine}});
    added.detail("The draft gives two values of what has only one, and no word of a change.");
  }

  const std::vector<std::string>& single_;
  const OwnPhrases& own_;
  const Facts& facts_;
  Report& report_;
  std::vector<Value> values_;
};

}  // namespace

Check attribute_conflict(const Options& options) {
  return [single = options.list("single_valued"), own = OwnPhrases("attribute-conflict")](
             const Facts& facts, const Sources&, Report& report) {
    if (facts.context().genre != Genre::fiction) Reader(single, own, facts, report).draft();
  };
}

}  // namespace stet::rules
