#include <algorithm>

#include "prose/fold.h"
#include "prose/words.h"
#include "text/utf8.h"

namespace stet {

namespace {

bool is_one_of(const Word& w, std::u32string_view marks) {
  return w.kind == WordKind::mark && marks.find(static_cast<char32_t>(w.id & ~mark_bit)) != std::u32string_view::npos;
}

// What may stand between a sentence's stop and its end: closing quotation marks and brackets.
constexpr std::u32string_view closers = U"\"'”’»)]}";
// What may stand before the first word of a sentence.
constexpr std::u32string_view openers = U"\"'“‘«([{¿¡";

class Splitter {
 public:
  Splitter(const Paragraph& p, const Lexicon& lexicon) : p_(p), lexicon_(lexicon) {}

  // Most words cannot end a sentence: they carry no stop.
  bool may_end(std::uint32_t i) const {
    const Word& w = p_.words[i];
    if (w.kind == WordKind::word) return p_.letters[w.end - 1] == '.';
    if (w.kind == WordKind::mark) return !w.is_mark(U',') && !w.is_mark(U'-');
    return w.kind == WordKind::opaque;
  }

  // Is there a sentence end after word i (before word i + 1)? i + 1 must exist. `last` is the end of the part.
  bool ends_after(std::uint32_t i, std::uint32_t last) const {
    const std::uint32_t next = i + 1;
    if (!p_.words[next].has(Word::space_before) || note_at(next, last) != next) return false;
    // Walk back over notes ([7], a footnote's marker) and closers to the stop.
    std::uint32_t stop = before_notes(i);
    const std::uint32_t noted = stop;
    bool quoted = false;
    while (stop > 0 && is_one_of(p_.words[stop], closers) && !p_.words[stop].has(Word::space_before)) {
      quoted = quoted || !is_one_of(p_.words[stop], U")]}");
      --stop;
    }
    const Word& s = p_.words[stop];
    if (noted != i && s.kind != WordKind::mark) return false;
    if (s.is_mark(U'!') || s.is_mark(U'?') || s.is_mark(0x203D))
      return !lower_case(first_word(next, last), last) && !(quoted && says_who(next, last));
    if (s.is_mark(0x2026)) return starts_like_sentence(next, last) && !p_.words[next].is_mark(U'(');
    if (s.is_mark(U'.')) return dot_ends(stop, quoted, next, last);
    if (s.kind == WordKind::word && p_.text(s).back() == '.') return dotted_word_ends(stop, next, last);
    return false;
  }

  // "1. The harbour opens 2. The ferry sails": an item's number, in a paragraph that begins with such a number, begins
  // a sentence. Returns the number at i where it is written like one ("2.", "2)", "2.)"); 0 elsewhere.
  unsigned item_number(std::uint32_t i, std::uint32_t last) const {
    const Word& w = p_.words[i];
    if (w.kind != WordKind::number || w.end - w.begin > 2 || i + 2 >= last) return 0;
    const Word& mark = p_.words[i + 1];
    if (mark.has(Word::space_before) || !(mark.is_mark(U'.') || mark.is_mark(U')'))) return 0;
    unsigned n = 0;
    for (const char c : p_.text(w)) n = c >= '0' && c <= '9' ? n * 10 + static_cast<unsigned>(c - '0') : 1000;
    return n;
  }

 private:
  // “Why now?” Ruiz asked.   “Stop!” Lena Ortiz said on Monday.
  bool says_who(std::uint32_t i, std::uint32_t last) const {
    constexpr std::uint32_t longest_name = 4;
    const std::uint32_t first = i;
    while (i < last && i - first < longest_name && p_.words[i].kind == WordKind::word && p_.words[i].has(Word::capital))
      ++i;
    if (i == first || i >= last || !lexicon_.is(p_.words[i].id, WordClass::say_verb)) return false;
    const std::uint32_t after = i + 1;
    if (lexicon_.is(p_.words[i].id, WordClass::tell_verb) && names_hearer(after, last)) return true;
    return after >= last || p_.words[after].kind == WordKind::mark ||
           lexicon_.is(p_.words[after].id, WordClass::preposition);
  }

  // “Why now?” Ruiz asked the board. Not "asked the board to go", "told Holm that".
  bool names_hearer(std::uint32_t i, std::uint32_t last) const {
    constexpr std::uint32_t longest_hearer = 6;
    for (std::uint32_t k = i; k < last; ++k) {
      const Word& w = p_.words[k];
      if (w.is_mark(U'.') || w.is_mark(U',')) return k > i;
      if (w.kind != WordKind::word || k - i == longest_hearer || lexicon_.is(w.id, WordClass::auxiliary) ||
          lexicon_.is(w.id, WordClass::conjunction) || lexicon_.is(w.id, WordClass::subject_pronoun) ||
          p_.text(w) == "to")
        return false;
    }
    return false;
  }

  // The first word or number at or after i, past opening marks; `last` where there is none.
  std::uint32_t first_word(std::uint32_t i, std::uint32_t last) const {
    while (i < last && is_one_of(p_.words[i], openers)) ++i;
    return i;
  }

  // Past the notes that begin at i ("[7] [12, 13] [better source needed]"); i where there is none.
  std::uint32_t note_at(std::uint32_t i, std::uint32_t last) const {
    constexpr std::uint32_t longest = 8;
    while (i + 2 < last && p_.words[i].is_mark(U'[') &&
           (p_.words[i + 1].kind == WordKind::number || lower_case(i + 1, last))) {
      std::uint32_t end = i + 1;
      while (end < last && end - i < longest && !p_.words[end].is_mark(U']')) ++end;
      if (end >= last || !p_.words[end].is_mark(U']')) return i;
      i = end + 1;
    }
    return i;
  }

  // The word before the notes that end with word i; i where it ends none.
  std::uint32_t before_notes(std::uint32_t i) const {
    constexpr std::uint32_t longest = 8;
    while (i > 0 && p_.words[i].kind == WordKind::opaque && !p_.words[i].has(Word::space_before)) --i;
    while (p_.words[i].is_mark(U']')) {
      std::uint32_t open = i;
      while (open > 0 && i - open < longest && !p_.words[open].is_mark(U'[')) --open;
      if (open == 0 || !p_.words[open].is_mark(U'[') || note_at(open, i + 1) != i + 1) return i;
      i = open - 1;
    }
    return i;
  }

  bool lower_case(std::uint32_t i, std::uint32_t last) const {
    return i < last && p_.words[i].kind == WordKind::word && !p_.words[i].has(Word::capital);
  }

  bool starts_like_sentence(std::uint32_t next, std::uint32_t last) const {
    const std::uint32_t i = first_word(next, last);
    if (i >= last) return true;
    const Word& w = p_.words[i];
    return w.kind != WordKind::word || w.has(Word::capital);
  }

  bool dot_ends(std::uint32_t stop, bool quoted, std::uint32_t next, std::uint32_t last) const {
    if (p_.words[next].is_mark(U'.')) return false;  // an ellipsis in spaced dots
    const std::uint32_t follows = first_word(next, last);
    if (lower_case(follows, last)) {
      // iPhone, eBay and the like begin sentences too.
      const std::string_view t = p_.text(p_.words[follows]);
      if (!(t.size() > 1 && is_upper(static_cast<unsigned char>(t[1])))) return false;
    }
    if (quoted || stop == 0 || p_.words[stop].has(Word::space_before)) return true;
    const Word& before = p_.words[stop - 1];
    if (before.kind == WordKind::word) {
      const std::string_view letters = p_.text(before);
      if (letters.size() == 1 && !before.has(Word::capital) && follows < last &&
          p_.words[follows].kind == WordKind::number)
        return false;  // p. 330, c. 1818
      if (letters.size() == 1 && before.has(Word::capital) && (letters != "I" || previous_is_name(stop - 1))) {
        // An initial: "J. Smith", "Vitamin C. It" is read as one too unless a common opener follows.
        return follows < last && lexicon_.is(p_.words[follows].id, WordClass::sentence_opener) &&
               !previous_is_name(stop - 1);
      }
      if (lexicon_.is(before.id, WordClass::abbreviation)) return abbreviation_ends(stop - 1, follows, last);
    } else if (before.kind == WordKind::number) {
      if (is_item(stop - 1, last)) return false;
    }
    return true;
  }

  // The number of a list's item, which its stop does not end.
  bool is_item(std::uint32_t i, std::uint32_t last) const {
    return i == 0 || (p_.words[i].has(Word::starts_sentence) && item_number(i, last) > 0);
  }

  bool previous_is_name(std::uint32_t i) const {
    return i > 0 && p_.words[i - 1].kind == WordKind::word && p_.words[i - 1].has(Word::capital) &&
           !p_.words[i - 1].has(Word::starts_sentence);
  }

  bool abbreviation_ends(std::uint32_t word, std::uint32_t follows, std::uint32_t last) const {
    const WordId id = p_.words[word].id;
    if (lexicon_.is(id, WordClass::title_abbreviation) && p_.words[word].has(Word::capital)) return false;
    if (follows >= last) return true;
    const Word& f = p_.words[follows];
    if (f.kind == WordKind::number) return false;  // Op. 46, approx. 3750, Jan. 20
    if (lexicon_.is(id, WordClass::title_abbreviation)) return lexicon_.is(f.id, WordClass::sentence_opener);
    return lexicon_.is(f.id, WordClass::sentence_opener) || !abbreviation_in_name(word);
  }

  // "Acme Corp. Chairman": an abbreviation inside a run of capitalised words goes on.
  bool abbreviation_in_name(std::uint32_t word) const { return p_.words[word].has(Word::capital); }

  bool dotted_word_ends(std::uint32_t word, std::uint32_t next, std::uint32_t last) const {
    const std::uint32_t follows = first_word(next, last);
    if (follows >= last) return true;
    const Word& f = p_.words[follows];
    if (lower_case(follows, last)) return false;
    const std::string letters = fold(p_.text(p_.words[word]));
    if (letters == "e.g." || letters == "i.e.") return false;
    if (f.kind == WordKind::number) return false;
    if ((letters == "a.m." || letters == "p.m.") && lexicon_.is(f.id, WordClass::title_abbreviation))
      return !opens_sentence(word);
    return lexicon_.is(f.id, WordClass::sentence_opener);
  }

  // "At 5 a.m." and the like is no sentence yet.
  bool opens_sentence(std::uint32_t word) const {
    constexpr std::uint32_t few = 4;
    for (std::uint32_t i = word; i + few > word; --i) {
      if (i == 0 || p_.words[i].has(Word::starts_sentence)) return true;
    }
    return false;
  }

  const Paragraph& p_;
  const Lexicon& lexicon_;
};

// What the sentences and the paragraph hold.
void note_words(Paragraph& paragraph, const Lexicon& lexicon) {
  unsigned kinds = 0, flags = 0;
  for (Sentence& sentence : paragraph.sentences) {
    for (std::uint32_t i = sentence.words.first; i < sentence.words.last; ++i) {
      const Word& w = paragraph.words[i];
      kinds |= 1u << static_cast<unsigned>(w.kind);
      flags |= w.flags;
      if (lexicon.known(w.id)) sentence.classes |= lexicon.classes(w.id);
    }
    paragraph.classes |= sentence.classes;
  }
  paragraph.kinds = static_cast<std::uint8_t>(kinds);
  paragraph.flags = static_cast<std::uint8_t>(flags);
}

}  // namespace

void cut_sentences(Paragraph& paragraph, const Lexicon& lexicon, const std::vector<std::uint32_t>& breaks) {
  const Splitter splitter(paragraph, lexicon);
  const auto count = static_cast<std::uint32_t>(paragraph.words.size());
  std::uint32_t begin = 0;
  std::size_t part = 0;
  unsigned item = count > 0 ? splitter.item_number(0, count) : 0;
  const auto close = [&](std::uint32_t end) {
    if (end == begin) return;
    paragraph.words[begin].flags |= Word::starts_sentence;
    paragraph.sentences.push_back({{begin, end}, {}});
    if (end < count) paragraph.words[end].flags |= Word::starts_sentence;
    begin = end;
  };
  const bool plain = breaks.empty() && item == 0;
  for (std::uint32_t i = 0; i < count; ++i) {
    if (plain) {
      while (i + 1 < count && !splitter.may_end(i)) ++i;
      if (i + 1 == count) break;
    }
    while (part < breaks.size() && breaks[part] <= i) {
      if (breaks[part] == i) close(i);
      ++part;
    }
    const std::uint32_t last = part < breaks.size() ? std::min(breaks[part], count) : count;
    if (i + 1 < last && item > 0 && splitter.item_number(i + 1, last) == item + 1) {
      close(i + 1);
      ++item;
    }
    if (i + 1 < last && splitter.may_end(i) && splitter.ends_after(i, last)) close(i + 1);
  }
  close(count);
  note_words(paragraph, lexicon);
}

}  // namespace stet
