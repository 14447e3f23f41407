#pragma once
// Decoding of UTF-8 that never fails.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace stet {

struct Decoded {
  char32_t code_point;   // U+FFFD where the byte is not UTF-8
  std::uint32_t length;  // bytes, 1 to 4; 1 for a byte that is not UTF-8
  bool well_formed;
};

// The code point at `offset` (which must be inside `bytes`). Overlong forms, surrogates and values past U+10FFFF
// are not well formed.
Decoded decode_utf8_sequence(std::string_view bytes, std::size_t offset);
inline Decoded decode_utf8(std::string_view bytes, std::size_t offset) {
  const auto first = static_cast<unsigned char>(bytes[offset]);
  return first < 0x80 ? Decoded{first, 1, true} : decode_utf8_sequence(bytes, offset);
}

// No byte of it is above 0x7F.
bool is_ascii(std::string_view bytes);

void append_utf8(std::string& out, char32_t code_point);

// Where `bytes` is not UTF-8, in order, neighbouring bytes joined; at most `limit` places.
std::vector<Span> ill_formed_utf8(std::string_view bytes, std::size_t limit = 100);

// `bytes` with every byte that is not UTF-8 replaced by U+FFFD: what JSON can carry.
std::string valid_utf8(std::string_view bytes);

}  // namespace stet
