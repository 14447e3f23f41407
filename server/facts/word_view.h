#pragma once
// A paragraph's words as the readers of figures ask about them. Every question may be put about a place outside the
// paragraph (before the first word, past the last): there is nothing there, and the answer is no.
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>

#include "prose/context.h"
#include "prose/paragraph.h"

namespace stet {

class WordView {
 public:
  using At = std::uint32_t;  // index - 1 of the first word is past every end, too

  WordView(const Paragraph& paragraph, const Context& context)
      : paragraph_(paragraph), lexicon_(*context.lexicon), locale_(context.locale) {}

  At size() const { return static_cast<At>(paragraph_.words.size()); }
  const Word& operator[](At i) const { return i < size() ? paragraph_.words[i] : nothing_; }
  bool inside(At i) const { return i < size(); }
  std::string_view text(At i) const { return inside(i) ? paragraph_.text(i) : std::string_view(); }
  // The letters, ASCII capitals made small.
  std::string lower(At i) const;

  // Its letters as a key; i must be inside. Marks past ASCII and runs of marks have none.
  WordKey key(At i) const { return paragraph_.key(paragraph_.words[i], lexicon_); }
  // This word, whatever its case.
  bool is(At i, WordKey small) const { return inside(i) && key(i) == small; }
  bool any(At i, std::initializer_list<WordKey> small) const {
    if (!inside(i)) return false;
    const WordKey here = key(i);
    for (const WordKey& word : small)
      if (here == word) return true;
    return false;
  }
  bool reads(At i, std::string_view small) const;  // the same for letters of a table; in ASCII small letters
  bool in(At i, WordClass c) const { return inside(i) && lexicon_.is((*this)[i].id, c); }
  bool mark(At i, char32_t c) const { return inside(i) && (*this)[i].is_mark(c); }
  bool kind(At i, WordKind k) const { return inside(i) && (*this)[i].kind == k; }
  bool word(At i) const { return kind(i, WordKind::word); }
  bool number(At i) const { return kind(i, WordKind::number); }
  bool glued(At i) const { return inside(i) && !(*this)[i].has(Word::space_before); }  // to the word before
  bool hyphen(At i) const;                                                             // - or a non-breaking hyphen
  bool dash(At i) const;                                                               // hyphen, en dash, minus, tilde
  // A hyphen or em dash with no white space on either side: inside twenty-one, twenty—fifth.
  bool dash_glued(At i) const { return (hyphen(i) || mark(i, 0x2014)) && glued(i) && glued(i + 1); }
  bool capital(At i) const { return inside(i) && (*this)[i].has(Word::capital); }
  bool starts_sentence(At i) const { return inside(i) && (*this)[i].has(Word::starts_sentence); }
  // No word of the sentence stands at i: outside, a mark that ends a clause, or the next sentence's first word.
  bool clause_end(At i) const;

  const Paragraph& paragraph() const { return paragraph_; }
  const Lexicon& lexicon() const { return lexicon_; }
  Locale locale() const { return locale_; }

 private:
  const Paragraph& paragraph_;
  const Lexicon& lexicon_;
  Locale locale_;
  Word nothing_{0, 0, mark_id(0), WordKind::mark, Word::space_before | Word::starts_sentence, 0};
};

// The singular of an English noun by its ending and a short list of exceptions: officers, cities, boxes, men.
std::string singular(std::string_view noun);
// Does it look like a plural noun: in -s (not -ss, -us, -is), or one of the irregular ones.
bool looks_plural(std::string_view noun);

}  // namespace stet
