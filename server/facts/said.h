#pragma once
// Said words: text cut down to what somebody said, so that a quotation and its transcript can be held against each
// other whatever their typography: no case, no marks, no apostrophes ("don’t" is dont), one, 1 and “One” alike, 40% and
// 40 per cent alike, um and er left out.
//
//   cut_said("“We will, um, close … [the mayor] in 1,600 days”")
//     we will close ELLIPSIS EDIT in 1600 days
//
// Bytes that are not UTF-8 are read as Windows-1252, which is what they mostly are. Markup that a paragraph has blanked
// is nothing.
#include <cstdint>
#include <string_view>
#include <vector>

namespace stet {

struct SaidWord {
  enum class Kind : std::uint8_t {
    word,
    ellipsis,  // something is left out
    edit,      // words in brackets, which are not the speaker's; "[W]e" is the word we
  };
  std::uint32_t begin = 0, end = 0;  // bytes
  std::uint32_t key = 0;             // equal for equal words, and hardly ever otherwise; of a word never 0
  Kind kind = Kind::word;
};

std::vector<SaidWord> cut_said(std::string_view bytes);

// The key of one word ("Ruiz").
std::uint32_t said_key(std::string_view word);

}  // namespace stet
