#include "lsp/uri.h"

#include <algorithm>
#include <cctype>

namespace stet {

namespace {

int hex_digit(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

// %XX as bytes; what is no such escape stands as it is.
std::string decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '%' && i + 2 < text.size() && hex_digit(text[i + 1]) >= 0 && hex_digit(text[i + 2]) >= 0) {
      out += static_cast<char>(hex_digit(text[i + 1]) * 16 + hex_digit(text[i + 2]));
      i += 2;
    } else {
      out += text[i];
    }
  }
  return out;
}

bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

// "C:/…", "C:\…" or "C:"
bool has_drive(std::string_view path) {
  return path.size() >= 2 && is_letter(path[0]) && path[1] == ':' &&
         (path.size() == 2 || path[2] == '/' || path[2] == '\\');
}

}  // namespace

std::optional<std::string> path_of_uri(std::string_view uri) {
  constexpr std::string_view scheme = "file:";
  if (!uri.starts_with(scheme)) return std::nullopt;
  uri.remove_prefix(scheme.size());
  uri = uri.substr(0, uri.find_first_of("?#"));
  std::string host;
  if (uri.starts_with("//")) {
    uri.remove_prefix(2);
    host = decoded(uri.substr(0, uri.find('/')));
    uri.remove_prefix(std::min(uri.find('/'), uri.size()));
  }
  std::string path = decoded(uri);
  if (path.empty() || path.find('\0') != std::string::npos) return std::nullopt;
  if (!host.empty() && host != "localhost") return "//" + host + path;
  if (path.front() == '/' && has_drive(std::string_view(path).substr(1))) path.erase(0, 1);
  return path;
}

std::string uri_of_path(std::string_view absolute_path) {
  constexpr std::string_view plain = "-._~/!$&'()*+,;=:@";
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out = "file://";
  if (absolute_path.starts_with("//")) absolute_path.remove_prefix(2);  // the host follows
  if (has_drive(absolute_path)) out += '/';
  for (char c : absolute_path) {
    const auto byte = static_cast<unsigned char>(c);
    if (c == '\\' && has_drive(absolute_path)) {
      out += '/';
    } else if (byte < 0x80 && (std::isalnum(byte) != 0 || plain.find(c) != std::string_view::npos)) {
      out += c;
    } else {
      out += '%';
      out += digits[byte >> 4];
      out += digits[byte & 15];
    }
  }
  return out;
}

}  // namespace stet
