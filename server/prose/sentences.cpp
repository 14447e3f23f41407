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
    if (w.kind == WordKind::mark) return !w.is_mark(U',') && !w.is_mark(U'-');
    return w.kind == WordKind::word && p_.letters[w.end - 1] == '.';
  }

  // Is there a sentence end after word i (before word i + 1)? i + 1 must exist. `last` is the end of the part.
  bool ends_after(std::uint32_t i, std::uint32_t last) const {
    const std::uint32_t next = i + 1;
    if (!p_.words[next].has(Word::space_before)) return false;
    // Walk back over closers to the stop.
    std::uint32_t stop = i;
    while (stop > 0 && is_one_of(p_.words[stop], closers) && !p_.words[stop].has(Word::space_before)) --stop;
    const Word& s = p_.words[stop];
    const bool closed = stop != i;
    const std::uint32_t follows = first_word(next, last);
    if (s.is_mark(U'!') || s.is_mark(U'?') || s.is_mark(0x203D))
      return !(closed || stop > 0) || !lower_case(follows, last) ? true : !closed && false;
    if (s.is_mark(0x2026)) return !lower_case(follows, last) && starts_like_sentence(next, last);
    if (s.is_mark(U'.')) return dot_ends(stop, closed, next, last);
    if (s.kind == WordKind::word && p_.text(s).back() == '.') return dotted_word_ends(stop, next, last);
    return false;
  }

 private:
  // The first word or number at or after i, past opening marks; `last` where there is none.
  std::uint32_t first_word(std::uint32_t i, std::uint32_t last) const {
    while (i < last && is_one_of(p_.words[i], openers)) ++i;
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

  bool dot_ends(std::uint32_t stop, bool closed, std::uint32_t next, std::uint32_t last) const {
    const std::uint32_t follows = first_word(next, last);
    if (lower_case(follows, last)) {
      // iPhone, eBay and the like begin sentences too.
      const std::string_view t = p_.text(p_.words[follows]);
      if (!(t.size() > 1 && is_upper(static_cast<unsigned char>(t[1])))) return false;
    }
    if (closed || stop == 0 || p_.words[stop].has(Word::space_before)) return true;
    const Word& before = p_.words[stop - 1];
    if (before.kind == WordKind::word) {
      const std::string_view letters = p_.text(before);
      if (letters.size() == 1 && before.has(Word::capital) && letters != "I") {
        // An initial: "J. Smith", "Vitamin C. It" is read as one too unless a common opener follows.
        return follows < last && lexicon_.is(p_.words[follows].id, WordClass::sentence_opener) &&
               !previous_is_name(stop - 1);
      }
      if (lexicon_.is(before.id, WordClass::abbreviation)) return abbreviation_ends(stop - 1, follows, last);
    } else if (before.kind == WordKind::number) {
      // "1. Item" at the start of a part.
      if (starts_part(stop - 1)) return false;
    }
    return true;
  }

  bool starts_part(std::uint32_t i) const { return i == 0; }

  bool previous_is_name(std::uint32_t i) const {
    return i > 0 && p_.words[i - 1].kind == WordKind::word && p_.words[i - 1].has(Word::capital) &&
           !p_.words[i - 1].has(Word::starts_sentence);
  }

  bool abbreviation_ends(std::uint32_t word, std::uint32_t follows, std::uint32_t last) const {
    const WordId id = p_.words[word].id;
    if (lexicon_.is(id, WordClass::title_abbreviation) && p_.words[word].has(Word::capital)) return false;
    if (follows >= last) return true;
    const Word& f = p_.words[follows];
    if (f.kind == WordKind::number) {
      return !(lexicon_.is(id, WordClass::title_abbreviation) || lexicon_.is(id, WordClass::month));
    }
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
    return lexicon_.is(f.id, WordClass::sentence_opener);
  }

  const Paragraph& p_;
  const Lexicon& lexicon_;
};

}  // namespace

void cut_sentences(Paragraph& paragraph, const Lexicon& lexicon, const std::vector<std::uint32_t>& breaks) {
  const Splitter splitter(paragraph, lexicon);
  const auto count = static_cast<std::uint32_t>(paragraph.words.size());
  std::uint32_t begin = 0;
  std::size_t part = 0;
  const auto close = [&](std::uint32_t end) {
    if (end == begin) return;
    paragraph.words[begin].flags |= Word::starts_sentence;
    paragraph.sentences.push_back({{begin, end}});
    begin = end;
  };
  for (std::uint32_t i = 0; i < count; ++i) {
    while (part < breaks.size() && breaks[part] <= i) {
      if (breaks[part] == i) close(i);
      ++part;
    }
    const std::uint32_t last = part < breaks.size() ? std::min(breaks[part], count) : count;
    if (i + 1 < last && splitter.may_end(i) && splitter.ends_after(i, last)) close(i + 1);
  }
  close(count);
}

}  // namespace stet
