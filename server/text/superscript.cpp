#include "text/superscript.h"

#include "text/utf8.h"

namespace stet {

std::optional<int> superscript_digit(char32_t c) {
  if (c == U'¹') return 1;
  if (c == U'²' || c == U'³') return static_cast<int>(c - U'²') + 2;
  if (c == U'⁰' || (c >= U'⁴' && c <= U'⁹')) return static_cast<int>(c - U'⁰');
  return std::nullopt;
}

std::string plain_digits(std::string_view written) {
  std::string out;
  for (std::size_t at = 0; at < written.size();) {
    const Decoded d = decode_utf8(written, at);
    if (const auto digit = superscript_digit(d.code_point)) out.push_back(static_cast<char>('0' + *digit));
    else out.append(written, at, d.length);
    at += d.length;
  }
  return out;
}

}  // namespace stet
