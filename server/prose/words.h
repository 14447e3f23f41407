#pragma once
// Cutting letters into words, and words into sentences.
#include "prose/lexicon.h"
#include "prose/paragraph.h"

namespace stet {

// Bytes of Paragraph::letters that stand for something opaque (a code span, a URL): its first byte and the others.
inline constexpr char opaque_begin = '\x02';
inline constexpr char opaque_rest = '\x03';
// The bytes of a character reference past its character: they belong to what stands before them.
inline constexpr char entity_rest = '\x04';

// Words of paragraph.letters, into paragraph.words and paragraph.spliced. What is one word is said in word.h.
void cut_words(Paragraph& paragraph, const Lexicon& lexicon);

// Sets Word::in_emphasis and Word::in_link by paragraph.inlines, on words that begin inside. Before cut_sentences,
// which notes what flags there are.
void flag_marked_up_words(Paragraph& paragraph);

// Phrases of the lexicon among paragraph.words.
void find_phrases(Paragraph& paragraph, const Lexicon& lexicon);

// Sentences of paragraph.words, each within one of the parts that begin at `breaks` (word indexes, ascending: table
// cells; empty for one part). Sets Word::starts_sentence.
void cut_sentences(Paragraph& paragraph, const Lexicon& lexicon, const std::vector<std::uint32_t>& breaks);

}  // namespace stet
