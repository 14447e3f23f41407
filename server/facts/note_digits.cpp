#include "facts/note_digits.h"

#include "text/utf8.h"

namespace stet {

std::optional<char> digit_of_superscript(char32_t c) {
  switch (c) {
    case U'¹': return '1';
    case U'²': return '2';
    case U'³': return '3';
    default: break;
  }
  if (c == U'⁰' || (c >= U'⁴' && c <= U'⁹')) return static_cast<char>('0' + (c - U'⁰'));
  return std::nullopt;
}

std::string plain_digits(std::string_view written) {
  std::string out;
  for (std::size_t at = 0; at < written.size();) {
    const Decoded d = decode_utf8(written, at);
    if (const auto digit = digit_of_superscript(d.code_point)) out.push_back(*digit);
    else out.append(written, at, d.length);
    at += d.length;
  }
  return out;
}

}  // namespace stet
