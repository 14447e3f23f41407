#include "sheet/shown.h"

#include <algorithm>

#include "prose/words.h"
#include "text/utf8.h"

namespace stet {

std::string shown(const Facts& facts, std::size_t p, Span relative) {
  const std::string_view letters = facts.paragraph(p).letters;
  const std::string_view bytes = facts.document->text.bytes(facts.document->blocks[p].span());
  std::string out;
  const std::size_t end = std::min<std::size_t>({relative.end, letters.size(), bytes.size()});
  for (std::size_t i = relative.begin; i < end; ++i) {
    const char c = letters[i];
    if (c == Paragraph::blank || c == entity_rest) continue;
    const char seen = c == opaque_begin || c == opaque_rest ? bytes[i] : c;
    const bool space = seen == ' ' || seen == '\t' || seen == '\n' || seen == '\r';
    if (space && out.ends_with(' ')) continue;
    out.push_back(space ? ' ' : seen);
  }
  return valid_utf8(out);
}

std::string html_text(std::string_view utf8) {
  std::string out;
  out.reserve(utf8.size() + utf8.size() / 16);
  for (const char c : utf8) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\'': out += "&#39;"; break;
      default:
        if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t') out.push_back(c);
        else append_utf8(out, U'\uFFFD');
    }
  }
  return out;
}

}  // namespace stet
