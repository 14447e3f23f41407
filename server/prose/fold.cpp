#include "prose/fold.h"

#include <utf8proc.h>

#include <cstdlib>
#include <memory>

#include "prose/paragraph.h"
#include "text/utf8.h"

namespace stet {

namespace {

bool ascii(std::string_view s) {
  for (const char c : s)
    if (static_cast<signed char>(c) < 0) return false;
  return true;
}

std::string mapped(const std::string& bytes, int options) {
  utf8proc_uint8_t* out = nullptr;
  const auto length =
      utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(bytes.data()), static_cast<utf8proc_ssize_t>(bytes.size()),
                   &out, static_cast<utf8proc_option_t>(options));
  const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> owned(out, &std::free);
  if (length < 0) return bytes;
  return std::string(reinterpret_cast<const char*>(out), static_cast<std::size_t>(length));
}

std::string fold_with(std::string_view word, int options) {
  std::string plain;
  plain.reserve(word.size());
  if (ascii(word)) {
    for (const char c : word)
      if (static_cast<unsigned char>(c) >= ' ') plain.push_back(c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c);
    return plain;
  }
  for (std::size_t i = 0; i < word.size();) {
    const Decoded d = decode_utf8(word, i);
    if (d.code_point == 0x2019 || d.code_point == 0x02BC) plain.push_back('\'');
    else if (d.code_point != 0xAD && d.code_point >= 0x20) plain.append(word.substr(i, d.length));
    i += d.length;
  }
  return mapped(plain, options);
}

}  // namespace

std::string fold(std::string_view word) {
  return fold_with(word, UTF8PROC_STABLE | UTF8PROC_COMPOSE | UTF8PROC_CASEFOLD);
}

std::string fold_accents(std::string_view word) {
  return fold_with(word, UTF8PROC_STABLE | UTF8PROC_DECOMPOSE | UTF8PROC_STRIPMARK | UTF8PROC_CASEFOLD);
}

bool is_letter(char32_t c) {
  if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_LU:
    case UTF8PROC_CATEGORY_LL:
    case UTF8PROC_CATEGORY_LT:
    case UTF8PROC_CATEGORY_LM:
    case UTF8PROC_CATEGORY_LO:
    case UTF8PROC_CATEGORY_MN:
    case UTF8PROC_CATEGORY_MC:
    case UTF8PROC_CATEGORY_ME: return true;
    default: return c == 0xAD;  // a soft hyphen is inside its word
  }
}

bool is_digit(char32_t c) {
  if (c < 0x80) return c >= '0' && c <= '9';
  switch (utf8proc_category(static_cast<utf8proc_int32_t>(c))) {
    case UTF8PROC_CATEGORY_ND:
    case UTF8PROC_CATEGORY_NO:
    case UTF8PROC_CATEGORY_NL: return true;
    default: return false;
  }
}

bool is_space(char32_t c) {
  if (c <= 0x20) return c == ' ' || (c >= '\t' && c <= '\r') || c == 0;
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200B) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000 || c == 0xFEFF;
}

bool is_upper(char32_t c) {
  if (c < 0x80) return c >= 'A' && c <= 'Z';
  const auto category = utf8proc_category(static_cast<utf8proc_int32_t>(c));
  return category == UTF8PROC_CATEGORY_LU || category == UTF8PROC_CATEGORY_LT;
}

}  // namespace stet
