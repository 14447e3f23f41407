#pragma once
// Changes: what a branch changed since it left another, down to the lines. For --diff.
//
//   auto changes = Changes::since("origin/main", ".");      // a Changes, or why there is none
//   changes.touched("drafts/ferry.md")                      // false: it is as it was
//   changes.places("drafts/ferry.md", bytes)                // spans of the lines that BASE has not
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "text/span.h"

namespace stet {

// The other side is the merge base of BASE and HEAD, so that what others did on BASE meanwhile is no change. This side
// is the files as they are: committed, staged, edited and new ones. A renamed file is held against what it was. Nothing
// that a repository configures is run.
class Changes {
 public:
  // `base` is anything git takes for a commit; the repository is the one that `folder` lies in.
  static std::variant<Changes, std::string> since(const std::string& base, const std::filesystem::path& folder);
  Changes(Changes&&) noexcept;
  ~Changes();

  // Whether a file differs from the merge base; one outside the repository does.
  bool touched(const std::filesystem::path& file) const;

  // Where `bytes`, which are to stand in `file`, differ from the merge base: whole lines, with their ends, in order.
  // Space at the end of a line is no difference. Thread-safe.
  std::vector<Span> places(const std::filesystem::path& file, std::string_view bytes) const;

 private:
  struct State;
  explicit Changes(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

// `span` (or, if it is empty, the byte there) lies in one of `places`, which are in order, at least in part.
bool touches(const std::vector<Span>& places, Span span);

}  // namespace stet
