#pragma once
// Words: what a paragraph is cut into, once. Everything later compares ids and classes, not strings.
#include <cstdint>

#include "text/span.h"

namespace stet {

// Who a word is, whatever its case: "Said" and "said" share an id, "said" and "says" do not (see Lexicon::lemma).
//   below 2^30                 a word of the lexicon (an index into its tables)
//   mark_bit | code point      a punctuation mark or symbol
//   unknown_bit | 31-bit hash  a word the lexicon does not know. No table is kept, so paragraphs can be read in any
//                              order and on any thread; two unknown words share an id once in two thousand million
//                              pairs: good enough to weigh overlap, compare text() where a collision would be a fault.
using WordId = std::uint32_t;
inline constexpr WordId unknown_bit = 0x8000'0000u;
inline constexpr WordId mark_bit = 0x4000'0000u;
constexpr WordId mark_id(char32_t code_point) { return mark_bit | static_cast<WordId>(code_point); }

enum class WordKind : std::uint8_t {
  word,    // begins with a letter: pump, B2Gold, U.S., e.g., N'Daw, don't; the clitic 's is a word of its own
  number,  // begins with a digit, digits with inner separators: 7, 1,600, 3.5 ("5km" is a number and a word)
  mark,    // one code point that is neither, or a run of the same dot or hyphen-minus: , “ $ % ( … ... --
  opaque,  // what cannot be read as prose and is one thing: inline code, a URL, an image, maths, a citation marker
};

struct Word {
  std::uint32_t begin = 0, end = 0;  // relative to the paragraph's start; markup inside the word included
  WordId id = 0;
  WordKind kind = WordKind::word;
  std::uint8_t flags = 0;
  std::uint16_t spelled = 0;  // for spliced words: 1 + index into Paragraph::spliced

  enum Flag : std::uint8_t {
    capital = 1,       // first letter upper case
    capitals = 2,      // two letters or more, all upper case (digits and dots do not count)
    space_before = 4,  // white space (or the paragraph's start) before it
    is_spliced = 8,    // markup, an entity or a soft hyphen inside: its text is not one slice of the draft
    starts_sentence = 16,
    in_quotation = 32,  // inside inline quotation marks (set when quotes are read; see facts/quote.h)
    in_emphasis = 64,   // italic in the source
    in_link = 128,      // among a link's words
  };
  constexpr bool has(Flag f) const { return (flags & f) != 0; }
  constexpr bool is_mark(char32_t code_point) const { return id == mark_id(code_point); }
  constexpr Span span() const { return {begin, end}; }
};

// A run of words of one paragraph, half open, by index.
struct WordRange {
  std::uint32_t first = 0, last = 0;
  constexpr std::uint32_t size() const { return last - first; }
  constexpr bool empty() const { return first == last; }
  constexpr bool contains(std::uint32_t i) const { return first <= i && i < last; }
  constexpr bool overlaps(WordRange o) const { return first < o.last && o.first < last; }
  friend constexpr bool operator==(const WordRange&, const WordRange&) = default;
};

}  // namespace stet
