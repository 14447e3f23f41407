#include "cli/markup.h"

#include "text/utf8.h"

namespace stet {

std::string escaped_markup(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    const Decoded d = decode_utf8(text, at);
    switch (d.code_point) {
      case U'&': out += "&amp;"; break;
      case U'<': out += "&lt;"; break;
      case U'>': out += "&gt;"; break;
      case U'"': out += "&quot;"; break;
      case U'\t': out += "&#9;"; break;
      case U'\n': out += "&#10;"; break;
      case U'\r': out += "&#13;"; break;
      default:
        append_utf8(out,
                    d.code_point < 0x20 || d.code_point == 0xFFFE || d.code_point == 0xFFFF ? U'\uFFFD' : d.code_point);
    }
    at += d.length;
  }
  return out;
}

}  // namespace stet
