#pragma once
// Phrases: the phrase tables of pages. Every phrase of every page is in the lexicon, which finds them all in one go
// while a paragraph is read; a rule only picks out its own.
#include <cstdint>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "lint/page.h"
#include "lint/rule.h"
#include "prose/lexicon.h"

namespace stet {

// "(critics|experts) say" -> critics say, experts say; "(the |)mayor" -> the mayor, mayor. At most 256; a string says
// what is wrong with the phrase.
std::variant<std::vector<std::string>, std::string> expand_phrase(std::string_view phrase);

// What the lexicon's phrases carry (see Lexicon::phrase_owner): a rule's name, as a hash, over the row of its table.
// Rows of patterns have pattern_row set.
inline constexpr std::uint32_t pattern_row = 0x8000'0000u;
std::uint64_t phrase_owner(std::string_view rule, std::uint32_t row);

void add_phrases(const Page& page, Lexicon::Builder& builder);

// Which rows speak for themselves: all, or those that say something (the others are the code's, see own_phrases.h).
enum class Rows : std::uint8_t { all, speaking };
bool speaks(const PhraseRow& row);

// Reports the longest phrases of the page's table that do not overlap; in a quotation, where the page wants that zone,
// as information. The page must outlive the check.
Check phrase_check(const Page& page, const Options& options, Rows rows);

}  // namespace stet
