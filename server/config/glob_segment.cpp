#include "config/glob_segment.h"

#include "text/utf8.h"

namespace stet {

namespace {

struct Step {
  std::size_t pattern = 0, name = 0;  // bytes used; name 0: no match
};

// Past the ']' of the set that opens at `at`; npos where it is left open. A ']' that stands first is a member.
std::size_t past_set(std::string_view pattern, std::size_t at) {
  ++at;
  if (at < pattern.size() && (pattern[at] == '!' || pattern[at] == '^')) ++at;
  for (std::size_t first = at; at < pattern.size(); ++at) {
    if (pattern[at] == '\\') ++at;
    else if (pattern[at] == ']' && at != first) return at + 1;
  }
  return std::string_view::npos;
}

bool set_has(std::string_view set, char32_t wanted) {
  const bool inverted = !set.empty() && (set[0] == '!' || set[0] == '^');
  std::size_t at = inverted ? 1 : 0;
  const auto next = [&] {
    if (set[at] == '\\' && at + 1 < set.size()) ++at;
    const Decoded member = decode_utf8(set, at);
    at += member.length;
    return member.code_point;
  };
  bool found = false;
  while (at < set.size()) {
    const char32_t low = next();
    char32_t high = low;
    if (at + 1 < set.size() && set[at] == '-') {
      ++at;
      high = next();
    }
    found |= low <= wanted && wanted <= high;
  }
  return found != inverted;
}

Step match_one(std::string_view pattern, std::size_t p, std::string_view name, std::size_t n) {
  const Decoded letter = decode_utf8(name, n);
  if (pattern[p] == '?') return {1, letter.length};
  if (pattern[p] == '[') {
    const std::size_t past = past_set(pattern, p);
    return {past - p, set_has(pattern.substr(p + 1, past - p - 2), letter.code_point) ? letter.length : 0};
  }
  const std::size_t escape = pattern[p] == '\\' && p + 1 < pattern.size() ? 1 : 0;
  return {1 + escape, pattern[p + escape] == name[n] ? std::size_t{1} : 0};
}

}  // namespace

// A star that fails is widened by one; an earlier star never need be: the later one can take up what it would.
bool match_segment(std::string_view pattern, std::string_view name) {
  std::size_t p = 0, n = 0, star = std::string_view::npos, mark = 0;
  while (n < name.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = p++;
      mark = n;
      continue;
    }
    const Step step = p < pattern.size() ? match_one(pattern, p, name, n) : Step{};
    if (step.name > 0) {
      p += step.pattern;
      n += step.name;
    } else if (star == std::string_view::npos) {
      return false;
    } else {
      p = star + 1;
      n = ++mark;
    }
  }
  while (p < pattern.size() && pattern[p] == '*') ++p;
  return p == pattern.size();
}

bool leaves_set_open(std::string_view segment) {
  for (std::size_t at = 0; at < segment.size();) {
    if (segment[at] != '[') {
      at += segment[at] == '\\' ? 2 : 1;
      continue;
    }
    at = past_set(segment, at);
    if (at == std::string_view::npos) return true;
  }
  return false;
}

}  // namespace stet
