#pragma once
// Speakers: whose a quotation is, and whether anybody is near whose it could be.
#include <span>
#include <vector>

#include "facts/attribution.h"
#include "facts/quote.h"
#include "prose/context.h"
#include "prose/paragraph.h"

namespace stet {

// Gives each quotation the attribution whose content holds it: the innermost, with a source outside the quotation.
void give_speakers(std::span<const Attribution> attributions, std::vector<Quote>& quotes);

// Is there anybody or anything among these words, those in quotations left out, that could have said or shown
// something: a name that is no place's ("at Vella"), a personal pronoun, a person by kin or trade, a body, a document,
// a sign, a word of saying? Generous on purpose: a no is meant to be sure.
bool somebody_in(const Paragraph& paragraph, const Context& context, WordRange words);

// Do two sources name different people or bodies? Not known, and so no, where a name is shared or one has none.
bool different_speakers(const Paragraph& a, const Attribution& one, const Paragraph& b, const Attribution& other);

// The sentence or sentences that words stand in.
WordRange sentences_around(const Paragraph& paragraph, WordRange words);

// Words and numbers among these, marks left out.
std::uint32_t spoken_words(const Paragraph& paragraph, WordRange words);

}  // namespace stet
