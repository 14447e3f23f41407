#include "lint/rule.h"
#include "text/utf8.h"

namespace stet::rules {

namespace {

std::string hex(unsigned char byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  return {digits[byte >> 4], digits[byte & 15]};
}

// Windows-1252 and Latin-1 agree from A0 on, and there the byte is the code point.
std::string told(std::string_view bytes) {
  const auto byte = static_cast<unsigned char>(bytes[0]);
  if (bytes.size() > 1) return "not UTF-8: " + std::to_string(bytes.size()) + " bytes. Save the file as UTF-8";
  std::string out = "not UTF-8: the byte " + hex(byte);
  if (byte >= 0xA0) {
    out += ", which is “";
    append_utf8(out, byte);
    out += "” in Windows-1252";
  }
  return out + ". Save the file as UTF-8";
}

}  // namespace

Check not_utf8(const Options&) {
  return [](const Facts& facts, const Sources&, Report& report) {
    const Text& text = facts.document->text;
    for (const Span span : ill_formed_utf8(text.bytes())) report.add_absolute(span, told(text.bytes(span)));
  };
}

}  // namespace stet::rules
