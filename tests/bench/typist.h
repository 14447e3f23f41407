#pragma once
// Someone at work on a draft: a seeded run of edits, most of them letters, every tenth one that changes the draft's
// structure (a paragraph break, a fence, a quotation mark, a heading, a footnote's definition). What is structural is
// taken back by the edit after it, so the draft keeps its shape however long the run.
#include <optional>
#include <random>
#include <string>

#include "text/text.h"

namespace stet::bench {

class Typist {
 public:
  explicit Typist(std::uint64_t seed) : random_(seed) {}

  // The next edit of `text`, which must be the text after the edit before.
  Edit next(const Text& text);

 private:
  std::uint64_t below(std::uint64_t limit) { return random_() % limit; }

  std::mt19937_64 random_;
  std::optional<Edit> undo_;
};

}  // namespace stet::bench
