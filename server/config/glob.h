#pragma once
// Globs as .gitignore has them, over paths with '/' relative to the folder they were written for.
//
//   *.wire.md      in any folder (no slash inside: anywhere)
//   archive/       a folder of that name, and all in it
//   /notes/*.txt   in that folder only; '*' stops at '/'
//   a/**/b.md      any number of folders between
//   !keep.md       takes back what an earlier line said
//
// Also ? (one character), [a-z], [!a-z] and \x for x itself. Time is bounded by path times pattern, whatever either is.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace stet {

enum class PathKind : std::uint8_t { file, folder };

class Glob {
 public:
  // A pattern, or what is wrong with it (empty, more than 1,000 bytes, '[' without ']', "..").
  static std::variant<Glob, std::string> parse(std::string_view pattern);

  bool matches(std::string_view path, PathKind kind) const;
  bool negated() const { return negated_; }

 private:
  std::vector<std::string> segments_;  // "**": any number of them
  bool negated_ = false, folders_only_ = false;
};

class GlobList {
 public:
  GlobList() = default;
  explicit GlobList(std::vector<Glob> globs) : globs_(std::move(globs)) {}
  // Lines of a .gitignore; those that are no glob are passed over, as git does.
  static GlobList of_gitignore(std::string_view text);

  bool empty() const { return globs_.empty(); }
  // What the last glob that matches says: true, or false for a negated one. The path itself, not the folders above.
  std::optional<bool> verdict(std::string_view path, PathKind kind) const;
  // Whether the path, or a folder it lies in, is matched.
  bool covers(std::string_view path, PathKind kind) const;

 private:
  std::vector<Glob> globs_;
};

// "{a,b}.md" -> "a.md", "b.md"; nested ones too. Or what is wrong: a brace left open, more than 100 patterns.
std::variant<std::vector<std::string>, std::string> expand_braces(std::string_view pattern);

}  // namespace stet
