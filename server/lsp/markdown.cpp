#include "lsp/markdown.h"

#include <algorithm>

#include "text/utf8.h"

namespace stet {

namespace {

constexpr std::size_t longest_quotation = 80;

std::string escaped(std::string_view text) {
  std::string out;
  for (char c : text) {
    if (std::string_view("\\`*_{}[]<>#|~&").find(c) != std::string_view::npos) out += '\\';
    out += c == '\n' || c == '\r' ? ' ' : c;
  }
  return out;
}

std::string in_one_line(std::string_view text) {
  std::string out(text);
  std::ranges::replace_if(out, [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return out;
}

}  // namespace

const Style in_markdown{escaped, "**", true};
const Style in_plain_text{in_one_line, "", false};

std::string quotation(const Text& text, Span span) {
  std::string_view words = text.bytes(span);
  if (words.size() <= longest_quotation) return "“" + in_one_line(valid_utf8(words)) + "”";
  std::size_t end = longest_quotation;
  while (end > 0 && (static_cast<unsigned char>(words[end]) & 0xC0) == 0x80) --end;
  return "“" + in_one_line(valid_utf8(words.substr(0, end))) + "…”";
}

std::string line_of(const Text& text, std::uint32_t offset) {
  return "line " + std::to_string(text.position(offset, Encoding::utf8).line + 1);
}

}  // namespace stet
