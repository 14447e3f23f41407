#pragma once
// Superscript digits: powers (10⁸, km²) and the marks of notes (Ruiz¹²).
#include <optional>
#include <string>
#include <string_view>

namespace stet {

// 2 of U'²'; nullopt of what is no superscript digit.
std::optional<int> superscript_digit(char32_t code_point);

// A number as written with superscript digits, in plain ones: "12" of "¹²". What is not one stays as it is.
std::string plain_digits(std::string_view written);

}  // namespace stet
