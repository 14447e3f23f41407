#pragma once
// Figure identity over a draft (catalogue, figure identity): which figures are the same quantity, and where they
// disagree. Gates first, then a score by component, intervals and not points, magnitude before conflict.
#include <cstdint>
#include <vector>

namespace stet {

class Carried;
struct Facts;
struct FactRef;

struct IdentityScore {
  std::uint8_t head = 0;      // 3 the same noun, 2 the one's noun in the other's clause
  std::uint8_t content = 0;   // 0 to 3: share of the clauses' words
  std::uint8_t entities = 0;  // 0 to 2: names in both
  std::uint8_t window = 0;    // 1: the same time said in both
  std::uint8_t rare = 0;      // 1: the noun counts at most four figures of the draft
  std::uint8_t definite = 0;  // 1: the later one speaks of what was told before ("the 13 homes")
  std::uint8_t slip = 0;      // 0 to 2: a typist's slip makes one of the other (412, 421): chance hardly does
  int total() const { return head + content + entities + window + rare + definite + slip; }
};

struct FigurePair {
  struct Place {
    std::uint32_t paragraph = 0, index = 0;  // index into the paragraph's figures
  };
  enum class Kind : std::uint8_t { same, conflict, magnitude, disputed };
  Place first, second;  // in order of reading
  Kind kind = Kind::same;
  IdentityScore score;
  double ratio = 1;  // of a magnitude slip: the power of ten
};

// Pairs of figures that may be one quantity (score 4 or more), in order of the second place, then the first. Each
// figure is compared with at most 32 of those before it that share its unit and noun, so the cost grows with the number
// of figures. Where `before` is not null, the pairs of figures around which nothing has changed since that version are
// taken from it.
std::vector<FigurePair> pair_figures(const Facts& facts, const Facts* before, const Carried& carried);

}  // namespace stet
