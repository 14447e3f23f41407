#pragma once
// Folding: what makes two spellings the same word.
#include <string>
#include <string_view>

namespace stet {

// Lower case, ’ as ', soft hyphens and blanked markup dropped, composed (NFC). Bytes that are not UTF-8 stay.
std::string fold(std::string_view word);

// The same without accents (NFD, marks dropped): naïve -> naive.
std::string fold_accents(std::string_view word);

// Is the code point a letter, a combining mark; a decimal digit or other number; white space (also no-break)?
bool is_letter(char32_t code_point);
bool is_digit(char32_t code_point);
bool is_space(char32_t code_point);
bool is_upper(char32_t code_point);

}  // namespace stet
