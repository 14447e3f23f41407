#pragma once
// Cross-references: the figures, tables, sections and appendices that a draft labels, and where its prose names one.
//
//   "Table 3: Rents in Vella"      a label, where it opens a caption, a heading or a paragraph of its own
//   "As Figures 2 and 3 show"      two mentions, each at its own number
//   "Table 2 of Ortiz (2018)"      a mention of something in another work: elsewhere
//
// An editor finds the label for a mention by kind and number, and every mention for a label alike.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "facts/facts.h"

namespace stet {

enum class LabelKind : std::uint8_t { figure, table, chart, map, box, section, appendix };
std::string_view label_kind_name(LabelKind kind);  // "Figure"

struct ObjectLabel {
  LabelKind kind;
  std::string number;  // "3", "4.2", "B", "A1"; without the letter of a part ("3a" is 3)
  std::size_t paragraph = 0;
  Span span;               // of kind and number, relative
  bool part = false;       // 3a, 3b
  bool continued = false;  // "Table 2 (continued)"
};

struct ObjectMention {
  LabelKind kind;
  std::string number;
  std::size_t paragraph = 0;
  Span span;  // of kind and number; of the number alone where the kind is said once for several
  bool elsewhere = false;
};

struct CrossReferences {
  std::vector<ObjectLabel> labels;  // both by place
  std::vector<ObjectMention> mentions;

  const ObjectLabel* find(LabelKind kind, std::string_view number) const;
};

// Mentions are read only where the draft labels something or holds a table or a picture.
CrossReferences cross_references(const Facts& facts);

}  // namespace stet
