#pragma once
// Paragraph: the smallest block of prose, read on its own: a text paragraph, a heading, a table row, a list item's
// text, a caption. Immutable once made and shared between the versions of a draft, so every offset in it is relative
// to its own start, and nothing in it depends on what stands around it.
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "prose/lexicon.h"
#include "prose/word.h"
#include "text/span.h"

namespace stet {

// Where a paragraph stands (catalogue of zones). What lies inside a paragraph (quotations, links, code) is not a zone:
// see Word::in_quotation and Inline.
enum class Zone : std::uint8_t {
  body,
  headline,
  dek,
  byline,
  subhead,
  caption,
  credit,
  pull_quote,
  block_quote,
  question,
  answer,
  list,
  table,
  footnote,
  references,
  bio,
  correction,
  code,
  math,
};
std::string_view zone_name(Zone zone);

// Markup inside a paragraph.
struct Inline {
  enum class Kind : std::uint8_t {
    link,   // inner: the anchor's words; target: the URL as written
    image,  // inner: the alternative text
    url,    // a bare URL or autolink
    code,
    emphasis,
    strong,
    strike,
    footnote,     // [^label] ; target: the label. inner is empty
    inline_note,  // ^[text]  ; inner: its text, read as part of the paragraph
    cite_key,     // @key or each key of [@key, p. 3; @other]; target: the key without @
    reference,    // [text][label] or [label] that was written as a reference; target: the label, as written
    anchor,       // HTML <a href="#id">; target: the id
    html,
    comment,
    math,
  };
  Kind kind;
  bool resolved = true;      // a link reference whose definition exists; true for what needs none
  Span span, inner, target;  // relative to the paragraph
};

struct Sentence {
  WordRange words;
  ClassSet classes;  // of any of its words
};

// Words `words` are phrase `phrase` of the lexicon.
struct PhraseHit {
  WordRange words;
  std::uint32_t phrase;
};

struct Paragraph {
  Zone zone = Zone::body;
  std::uint8_t level = 0;              // heading level; depth of nesting of a list item or block quotation
  bool foreign = false;                // not English by its words: not assessed
  std::uint16_t row = 0, columns = 0;  // table rows: index in the table (0 the header), number of cells

  // The paragraph's bytes at equal length with what is not read blanked: markup is `blank`, entities are their
  // character and a filling (words.h), a line break inside the paragraph is a space. letters.size() is its length in
  // the draft. They lie in `home`: where nothing had to be changed, that is the draft's own text.
  std::string_view letters;
  std::shared_ptr<const void> home;
  static constexpr char blank = '\x01';

  std::vector<Word> words;
  std::vector<Sentence> sentences;  // in order, covering all words; a table row has one for each cell
  std::vector<PhraseHit> phrases;   // by first word; overlapping ones are all there
  std::vector<Inline> inlines;      // by begin
  std::vector<std::string> spliced;
  std::uint32_t spaced_words = 0;  // words separated by white space, as a newsroom counts them
  // What stands among the words at all: who looks for something asks first, and most paragraphs do not have it.
  ClassSet classes;
  std::uint8_t kinds = 0, flags = 0;  // bits by WordKind; Word::Flags
  bool holds(const ClassSet& any) const { return (classes & any).any(); }
  bool holds(WordKind kind) const { return (kinds >> static_cast<unsigned>(kind) & 1) != 0; }
  bool holds(Word::Flag flag) const { return (flags & flag) != 0; }

  // A word's letters as the reader sees them, case kept, without markup.
  std::string_view text(const Word& word) const {
    if (word.spelled != 0) return spliced[word.spelled - 1];
    return letters.substr(word.begin, word.end - word.begin);
  }
  std::string_view text(std::uint32_t index) const { return text(words[index]); }

  // The same letters as a key, of a word that no list has, too. Marks past ASCII and runs of marks have none.
  WordKey key(const Word& word, const Lexicon& lexicon) const {
    if (lexicon.known(word.id)) return lexicon.key(word.id);
    if (word.kind != WordKind::mark) return word_key(text(word));
    WordKey key;
    if (const WordId code = word.id & ~mark_bit; code < 0x80) key.low = code;
    return key;
  }

  // Words `range` as the reader sees them: single spaces, no markup. For messages and patterns.
  std::string text(WordRange range) const;

  // From the first byte of the first word to the last byte of the last.
  Span span(WordRange range) const;
  Span span(const Sentence& sentence) const { return span(sentence.words); }
  std::uint32_t size() const { return static_cast<std::uint32_t>(letters.size()); }

  // The sentence that word `index` is in (binary search).
  std::uint32_t sentence_of(std::uint32_t index) const;
};

}  // namespace stet
