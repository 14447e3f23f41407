#include "text/utf8.h"

#include <cstring>

namespace stet {

namespace {

constexpr bool continues(unsigned char byte) { return (byte & 0xC0) == 0x80; }

}  // namespace

Decoded decode_utf8_sequence(std::string_view bytes, std::size_t offset) {
  const auto at = [&](std::size_t i) -> unsigned char {
    return offset + i < bytes.size() ? static_cast<unsigned char>(bytes[offset + i]) : 0;
  };
  constexpr Decoded bad{0xFFFD, 1, false};
  const unsigned char first = at(0);
  if (first < 0x80) return {first, 1, true};
  if (first < 0xC2 || first > 0xF4) return bad;
  if (!continues(at(1))) return bad;
  if (first < 0xE0) return {char32_t(((first & 0x1F) << 6) | (at(1) & 0x3F)), 2, true};
  if (!continues(at(2))) return bad;
  if (first < 0xF0) {
    const char32_t code = ((first & 0x0F) << 12) | ((at(1) & 0x3F) << 6) | (at(2) & 0x3F);
    return code < 0x800 || (code >= 0xD800 && code <= 0xDFFF) ? bad : Decoded{code, 3, true};
  }
  if (!continues(at(3))) return bad;
  const char32_t code = ((first & 0x07) << 18) | ((at(1) & 0x3F) << 12) | ((at(2) & 0x3F) << 6) | (at(3) & 0x3F);
  return code < 0x10000 || code > 0x10FFFF ? bad : Decoded{code, 4, true};
}

bool is_ascii(std::string_view bytes) {
  constexpr std::uint64_t high = 0x8080808080808080u;
  std::size_t i = 0;
  for (; i + 32 <= bytes.size(); i += 32) {
    std::uint64_t block[4];
    std::memcpy(block, bytes.data() + i, sizeof block);
    if (((block[0] | block[1] | block[2] | block[3]) & high) != 0) return false;
  }
  for (; i < bytes.size(); ++i)
    if (static_cast<signed char>(bytes[i]) < 0) return false;
  return true;
}

void append_utf8(std::string& out, char32_t code) {
  const auto put = [&](char32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (code < 0x80) {
    put(code);
  } else if (code < 0x800) {
    put(0xC0 | (code >> 6));
    put(0x80 | (code & 0x3F));
  } else if (code < 0x10000) {
    put(0xE0 | (code >> 12));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  } else {
    put(0xF0 | (code >> 18));
    put(0x80 | ((code >> 12) & 0x3F));
    put(0x80 | ((code >> 6) & 0x3F));
    put(0x80 | (code & 0x3F));
  }
}

namespace {

// How many bytes of ASCII come first, at least 1 where the first one is.
std::size_t ascii_run(std::string_view bytes) {
  std::size_t n = 0;
  for (std::uint64_t eight = 0; n + 8 <= bytes.size(); n += 8) {
    std::memcpy(&eight, bytes.data() + n, 8);
    if ((eight & 0x8080808080808080u) != 0) break;
  }
  while (n < bytes.size() && static_cast<unsigned char>(bytes[n]) < 0x80) ++n;
  return n;
}

}  // namespace

std::vector<Span> ill_formed_utf8(std::string_view bytes, std::size_t limit) {
  std::vector<Span> found;
  for (std::size_t i = 0; i < bytes.size() && found.size() < limit;) {
    if (static_cast<unsigned char>(bytes[i]) < 0x80) {
      i += ascii_run(bytes.substr(i));
      continue;
    }
    const Decoded d = decode_utf8(bytes, i);
    if (!d.well_formed) {
      const auto here = static_cast<std::uint32_t>(i);
      if (!found.empty() && found.back().end == here) found.back().end = here + 1;
      else found.push_back({here, here + 1});
    }
    i += d.length;
  }
  return found;
}

std::string valid_utf8(std::string_view bytes) {
  std::string out;
  out.reserve(bytes.size());
  for (std::size_t i = 0; i < bytes.size();) {
    const Decoded d = decode_utf8(bytes, i);
    if (d.well_formed) out.append(bytes.substr(i, d.length));
    else append_utf8(out, 0xFFFD);
    i += d.length;
  }
  return out;
}

}  // namespace stet
