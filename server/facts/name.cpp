#include "facts/name.h"

#include <span>

#include "facts/word_view.h"

namespace stet {

namespace {

// Titles that a person's name follows.
constexpr WordKeySet titles{
    {"president", "prime",     "minister", "premier",    "chancellor", "senator", "congressman", "congresswoman",
     "governor",  "mayor",     "judge",    "justice",    "professor",  "doctor",  "general",     "colonel",
     "major",     "captain",   "sergeant", "lieutenant", "admiral",    "king",    "queen",       "prince",
     "princess",  "pope",      "cardinal", "bishop",     "archbishop", "sir",     "dame",        "lord",
     "lady",      "secretary", "chairman", "chairwoman", "ambassador", "sheikh",  "imam",        "rabbi"}};
constexpr WordKeySet particles{
    {"de", "van", "von", "der", "den", "del", "da", "di", "dos", "du", "la", "bin", "ibn", "al", "el", "ter"}};
constexpr WordKeySet organisations{
    {"inc",        "ltd",          "corp",         "corporation", "company",    "university",  "college",  "school",
     "ministry",   "committee",    "council",      "commission",  "institute",  "association", "agency",   "party",
     "bank",       "union",        "court",        "police",      "department", "foundation",  "club",     "group",
     "authority",  "society",      "office",       "army",        "navy",       "parliament",  "congress", "senate",
     "federation", "organisation", "organization", "bureau",      "centre",     "center",      "trust",    "board",
     "league",     "times",        "herald",       "network"}};
constexpr WordKeySet places{{"street", "road", "avenue", "river", "lake", "mount", "island", "islands", "bay", "county",
                             "valley", "square", "bridge", "mountains"}};
constexpr WordKeySet says{
    {"said", "says", "told", "wrote", "added", "argued", "argues", "writes", "warned", "asked", "noted", "replied"}};
constexpr WordKeySet place_prepositions{{"in", "near", "from", "at"}};

class Finder {
 public:
  Finder(const Paragraph& p, const Context& context) : p_(p), lexicon_(*context.lexicon), view_(p, context) {}

  std::vector<Name> run() {
    const std::span<const Word> words(p_.words);
    for (std::uint32_t i = 0; i < words.size();) {
      const Word& w = words[i];
      if (w.kind != WordKind::word || !w.has(Word::capital) || opener(i)) {
        ++i;
        continue;
      }
      const std::uint32_t last = run_end(i);
      add({i, last});
      i = last;
    }
    return std::move(found_);
  }

 private:
  // Is it one of these words with a capital; in small letters?
  bool named(std::uint32_t i, const auto& list) const {
    return p_.words[i].has(Word::capital) && list.contains(view_.key(i));
  }
  bool small(std::uint32_t i, const auto& list) const {
    return !p_.words[i].has(Word::capital) && list.contains(view_.key(i));
  }

  std::uint32_t size() const { return static_cast<std::uint32_t>(p_.words.size()); }
  bool has(std::uint32_t i) const { return i < size(); }
  bool mark(std::uint32_t i, char32_t c) const { return has(i) && p_.words[i].is_mark(c); }
  bool joined(std::uint32_t i) const { return has(i) && !p_.words[i].has(Word::space_before); }
  bool capital(std::uint32_t i) const {
    return has(i) && p_.words[i].kind == WordKind::word && p_.words[i].has(Word::capital) &&
           !p_.words[i].has(Word::starts_sentence);
  }
  bool starts(std::uint32_t i) const {
    return p_.words[i].has(Word::starts_sentence) || i == 0 ||
           (p_.words[i - 1].kind == WordKind::mark && !mark(i - 1, U',') && !mark(i - 1, U'(') && !mark(i - 1, U'-'));
  }

  // A word whose capital its place explains: "The", "When", a month, "I".
  bool opener(std::uint32_t i) const {
    const Word& w = p_.words[i];
    if (w.end - w.begin == 1 && !mark(i + 1, U'.')) return true;
    if (lexicon_.is(w.id, WordClass::month) || lexicon_.is(w.id, WordClass::weekday)) return true;
    // A word of a rule's phrases alone is in no list, and may be a name's: American Airlines.
    return starts(i) && (lexicon_.classes(w.id).any() || !capital(i + 1)) && !named(i, titles) &&
           !lexicon_.is(w.id, WordClass::title_abbreviation);
  }

  // Past the run of capitalised words from i on.
  std::uint32_t run_end(std::uint32_t i) const {
    std::uint32_t last = i + 1;
    while (has(last)) {
      if (capital(last) && !lexicon_.is(p_.words[last].id, WordClass::weekday)) {
        ++last;
      } else if (mark(last, U'.') && joined(last) && capital(last + 1) &&
                 (p_.words[last - 1].end - p_.words[last - 1].begin == 1 ||
                  lexicon_.is(p_.words[last - 1].id, WordClass::title_abbreviation))) {
        last += 2;  // J. Holm, Dr. Holm
      } else if (mark(last, U'-') && joined(last) && joined(last + 1) && capital(last + 1)) {
        last += 2;
      } else if (mark(last, U'&') && capital(last + 1)) {
        last += 2;
      } else if (const std::uint32_t after = past_particle(last); after != last) {
        last = after;
      } else if (named(last - 1, organisations) && p_.text(last) == "of") {
        const std::uint32_t next = has(last + 1) && p_.text(last + 1) == "the" ? last + 2 : last + 1;
        if (!capital(next)) break;
        last = next + 1;
      } else {
        break;
      }
    }
    return last;
  }

  // "van der Holm", "el-Marsa" at word i: past the capitalised word.
  std::uint32_t past_particle(std::uint32_t i) const {
    std::uint32_t at = i;
    while (has(at) && at - i < 3 && p_.words[at].kind == WordKind::word && small(at, particles)) {
      ++at;
      if (mark(at, U'-') && joined(at)) ++at;
    }
    return at != i && capital(at) ? at + 1 : i;
  }

  void add(WordRange words) {
    Name name;
    name.words = words;
    // Titles go first and are no part of the name.
    std::uint32_t first = words.first;
    while (first + 1 < words.last &&
           (named(first, titles) || lexicon_.is(p_.words[first].id, WordClass::title_abbreviation))) {
      ++first;
      if (mark(first, U'.') && first + 1 < words.last) ++first;
    }
    if (first != words.first) {
      name.title = {words.first, first};
      name.words.first = first;
      name.type = Name::Type::person;
    } else if (words.size() == 1 && starts(words.first)) {
      return;
    }
    name.span = p_.span(name.words);
    name.sentence_initial = starts(words.first);
    name.quoted = p_.words[name.words.first].has(Word::in_quotation);
    if (name.type == Name::Type::unknown) name.type = type_of(name);
    found_.push_back(name);
  }

  // In italics, where the words around it are not: a whole sentence in italics is no title.
  bool set_apart(WordRange words) const {
    const auto italic = [&](std::uint32_t i) { return has(i) && p_.words[i].has(Word::in_emphasis); };
    if (!italic(words.first) || italic(words.last)) return false;
    std::uint32_t before = words.first;
    if (before > 0 && p_.text(before - 1) == "The") --before;
    return before > 0 ? !italic(before - 1) : has(words.last);
  }

  Name::Type type_of(const Name& name) const {
    for (std::uint32_t i = name.words.first; i < name.words.last; ++i) {
      if (named(i, organisations)) return Name::Type::organisation;
      if (named(i, places)) return Name::Type::place;
    }
    if (name.words.size() == 1 && p_.words[name.words.first].has(Word::capitals)) return Name::Type::organisation;
    if (set_apart(name.words)) return Name::Type::work;
    const bool speaks = (has(name.words.last) && small(name.words.last, says)) ||
                        (name.words.first > 0 && small(name.words.first - 1, says));
    if (speaks) return Name::Type::person;
    if (name.words.first > 0 && small(name.words.first - 1, place_prepositions)) return Name::Type::place;
    return Name::Type::unknown;
  }

  const Paragraph& p_;
  const Lexicon& lexicon_;
  WordView view_;
  std::vector<Name> found_;
};

}  // namespace

std::vector<Name> find_names(const Paragraph& paragraph, const Context& context) {
  return Finder(paragraph, context).run();
}

}  // namespace stet
