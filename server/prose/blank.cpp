#include <algorithm>

#include "prose/blocks.h"
#include "prose/words.h"

namespace stet {

namespace {

constexpr bool ends_url(char c) {
  return c == ' ' || c == '<' || c == '>' || c == '"' || c == Paragraph::blank || c == opaque_begin ||
         c == opaque_rest || c == '`' || c == '|';
}

// "https://example.org/a_(b), and": trailing punctuation belongs to the sentence.
std::size_t url_end(std::string_view letters, std::size_t begin) {
  std::size_t end = begin;
  while (end < letters.size() && !ends_url(letters[end])) ++end;
  while (end > begin) {
    const char c = letters[end - 1];
    const std::string_view url = letters.substr(begin, end - begin);
    if (c == ')' && std::count(url.begin(), url.end(), ')') <= std::count(url.begin(), url.end(), '(')) break;
    if (std::string_view(".,;:!?'*_)]").find(c) == std::string_view::npos) {
      if (url.ends_with("”") || url.ends_with("’")) {
        end -= 3;
        continue;
      }
      break;
    }
    --end;
  }
  return end;
}

bool starts_url(std::string_view letters, std::size_t i) {
  const std::string_view rest = letters.substr(i);
  return rest.starts_with("http://") || rest.starts_with("https://") || rest.starts_with("ftp://") ||
         (rest.starts_with("www.") && (i == 0 || letters[i - 1] == ' ' || letters[i - 1] == '('));
}

constexpr bool address_char(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' || c == '_' ||
         c == '-' || c == '+';
}

}  // namespace

void blank_out(std::string& letters, Span s) {
  std::fill(letters.begin() + s.begin, letters.begin() + std::min<std::size_t>(s.end, letters.size()),
            Paragraph::blank);
}

void make_opaque(std::string& letters, Span s) {
  if (s.empty() || s.begin >= letters.size()) return;
  letters[s.begin] = opaque_begin;
  std::fill(letters.begin() + s.begin + 1, letters.begin() + std::min<std::size_t>(s.end, letters.size()), opaque_rest);
}

void find_bracket_comments(std::string_view bytes, std::uint32_t offset, std::vector<Comment>& out) {
  for (std::size_t i = bytes.find("[stet"); i != std::string_view::npos; i = bytes.find("[stet", i + 1)) {
    const char after = i + 5 < bytes.size() ? bytes[i + 5] : '\0';
    if (after != ':' && after != ' ') continue;
    const std::size_t end = bytes.find(']', i);
    if (end == std::string_view::npos) return;
    const auto begin = static_cast<std::uint32_t>(i) + offset, past = static_cast<std::uint32_t>(end) + 1 + offset;
    out.push_back({{begin, past}, {begin + 1, past - 1}});
  }
}

void lift_urls(std::string& letters, std::vector<Inline>& inlines) {
  // Both kinds hold a character that is rare in prose: look for that.
  for (std::size_t i = letters.find("://"); i != std::string::npos; i = letters.find("://", i + 3)) {
    std::size_t begin = i;
    while (begin > 0 && letters[begin - 1] >= 'a' && letters[begin - 1] <= 'z') --begin;
    if (!starts_url(letters, begin)) continue;
    const std::size_t end = url_end(letters, begin);
    const Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    inlines.push_back({Inline::Kind::url, true, span, {}, span});
    make_opaque(letters, span);
    i = std::max(end, i);
  }
  for (std::size_t i = letters.find("www."); i != std::string::npos; i = letters.find("www.", i + 4)) {
    if (!starts_url(letters, i)) continue;
    const std::size_t end = url_end(letters, i);
    const Span span{static_cast<std::uint32_t>(i), static_cast<std::uint32_t>(end)};
    inlines.push_back({Inline::Kind::url, true, span, {}, span});
    make_opaque(letters, span);
  }
  for (std::size_t i = letters.find('@'); i != std::string::npos; i = letters.find('@', i + 1)) {
    std::size_t begin = i, end = i + 1;
    while (begin > 0 && address_char(letters[begin - 1])) --begin;
    while (end < letters.size() && address_char(letters[end])) ++end;
    while (end > i + 1 && (letters[end - 1] == '.' || letters[end - 1] == '-')) --end;
    const bool domain = letters.find('.', i) < end;
    if (begin == i || !domain) continue;
    const Span span{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    inlines.push_back({Inline::Kind::url, true, span, {}, span});
    make_opaque(letters, span);
  }
  std::sort(inlines.begin(), inlines.end(), [](const Inline& a, const Inline& b) { return a.span < b.span; });
}

}  // namespace stet
