#include "text/toml_depth.h"

#include <algorithm>

namespace stet {

namespace {

// Past the string that opens at `at`. One that its line leaves open ends there: the parser stops at it.
std::size_t past_string(std::string_view toml, std::size_t at) {
  const char quote = toml[at];
  const std::string_view triple = quote == '"' ? "\"\"\"" : "'''";
  const bool is_triple = toml.substr(at, 3) == triple;
  for (at += is_triple ? 3 : 1; at < toml.size(); ++at) {
    if (quote == '"' && toml[at] == '\\') ++at;
    else if (is_triple && toml.substr(at, 3) == triple) return at + 3;
    else if (!is_triple && (toml[at] == quote || toml[at] == '\n')) return at + 1;
  }
  return toml.size();
}

}  // namespace

std::optional<std::size_t> toml_key_too_deep(std::string_view toml) {
  std::size_t dots = 0;
  for (std::size_t at = 0; at < toml.size();) {
    switch (toml[at]) {
      case '"':
      case '\'': at = past_string(toml, at); continue;
      case '#': at = std::min(toml.find('\n', at), toml.size()); continue;
      case '.':
        if (++dots >= max_toml_key_parts) return at;
        break;
      case '\n':
      case '=':
      case ',':
      case '{':
      case '[': dots = 0; break;
      default: break;
    }
    ++at;
  }
  return std::nullopt;
}

}  // namespace stet
