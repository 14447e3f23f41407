#include "config/glob.h"

#include <algorithm>

#include "config/glob_segment.h"

namespace stet {

namespace {

constexpr std::size_t longest_pattern = 1000, most_alternatives = 100;

std::vector<std::string_view> split(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    const std::size_t slash = std::min(path.find('/'), path.size());
    if (slash > 0) parts.push_back(path.substr(0, slash));
    path.remove_prefix(std::min(slash + 1, path.size()));
  }
  return parts;
}

bool match_segments(const std::vector<std::string>& pattern, const std::vector<std::string_view>& path) {
  constexpr std::size_t none = ~std::size_t{0};
  std::size_t p = 0, n = 0, stars = none, mark = 0;
  while (n < path.size()) {
    if (p < pattern.size() && pattern[p] == "**") {
      stars = p++;
      mark = n;
    } else if (p < pattern.size() && match_segment(pattern[p], path[n])) {
      ++p;
      ++n;
    } else if (stars == none) {
      return false;
    } else {
      p = stars + 1;
      n = ++mark;
    }
  }
  while (p < pattern.size() && pattern[p] == "**") ++p;
  return p == pattern.size();
}

// Git drops spaces at the end of a line unless they are escaped.
std::string_view trimmed(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  while (line.ends_with(' ') && !line.ends_with("\\ ")) line.remove_suffix(1);
  return line;
}

}  // namespace

std::variant<Glob, std::string> Glob::parse(std::string_view pattern) {
  Glob glob;
  if (pattern.size() > longest_pattern) return "a glob of more than 1,000 bytes";
  if (pattern.find('\0') != std::string_view::npos) return "a glob cannot hold a NUL";
  if (pattern.starts_with('!')) {
    glob.negated_ = true;
    pattern.remove_prefix(1);
  }
  glob.folders_only_ = pattern.ends_with('/');
  if (glob.folders_only_) pattern.remove_suffix(1);
  const bool anywhere = pattern.find('/') == std::string_view::npos;
  if (anywhere) glob.segments_.push_back("**");
  for (const std::string_view segment : split(pattern)) {
    if (segment == "..") return "a glob cannot climb with \"..\"";
    if (segment == ".") continue;
    if (leaves_set_open(segment)) return "'[' without ']'";
    glob.segments_.emplace_back(segment);
  }
  if (glob.segments_.size() == (anywhere ? 1u : 0u)) return "an empty glob";
  if (glob.segments_.back() == "**") glob.segments_.push_back("*");
  return glob;
}

bool Glob::matches(std::string_view path, PathKind kind) const {
  if (folders_only_ && kind != PathKind::folder) return false;
  return match_segments(segments_, split(path));
}

GlobList GlobList::of_gitignore(std::string_view text) {
  std::vector<Glob> globs;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const std::string_view line = trimmed(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
    if (line.empty() || line.starts_with('#')) continue;
    auto glob = Glob::parse(line);
    if (auto* good = std::get_if<Glob>(&glob)) globs.push_back(std::move(*good));
  }
  return GlobList(std::move(globs));
}

std::optional<bool> GlobList::verdict(std::string_view path, PathKind kind) const {
  for (auto glob = globs_.rbegin(); glob != globs_.rend(); ++glob)
    if (glob->matches(path, kind)) return !glob->negated();
  return std::nullopt;
}

bool GlobList::covers(std::string_view path, PathKind kind) const {
  if (globs_.empty()) return false;
  for (std::size_t slash = path.find('/'); slash != std::string_view::npos; slash = path.find('/', slash + 1))
    if (verdict(path.substr(0, slash), PathKind::folder).value_or(false)) return true;
  return verdict(path, kind).value_or(false);
}

std::variant<std::vector<std::string>, std::string> expand_braces(std::string_view pattern) {
  std::vector<std::string> open{std::string(pattern)}, done;
  while (!open.empty()) {
    if (open.size() + done.size() > most_alternatives) return "more than 100 alternatives in one glob";
    const std::string text = std::move(open.back());
    open.pop_back();
    std::size_t at = 0;
    while (at < text.size() && text[at] != '{') at += text[at] == '\\' ? 2 : 1;
    if (at >= text.size()) {
      done.push_back(text);
      continue;
    }
    std::vector<std::size_t> cuts{at};
    std::size_t depth = 0, close = at;
    for (; close < text.size(); ++close) {
      if (text[close] == '\\') ++close;
      else if (text[close] == '{') ++depth;
      else if (text[close] == '}' && --depth == 0) break;
      else if (text[close] == ',' && depth == 1) cuts.push_back(close);
    }
    if (close >= text.size()) return "'{' without '}'";
    cuts.push_back(close);
    for (std::size_t i = cuts.size() - 1; i > 0; --i)
      open.push_back(text.substr(0, at) + text.substr(cuts[i - 1] + 1, cuts[i] - cuts[i - 1] - 1) +
                     text.substr(close + 1));
  }
  return done;
}

}  // namespace stet
