#pragma once
// Markdown: the two ways of writing what a hover says, and words of the draft inside either.
#include <string>
#include <string_view>

#include "text/text.h"

namespace stet {

struct Style {
  std::string (*text)(std::string_view);  // prose of ours or of the draft
  std::string_view strong;                // around what is to stand out
  bool links;
};
extern const Style in_markdown, in_plain_text;

// The words at a place, in quotation marks, in one line, cut where they are long.
std::string quotation(const Text& text, Span span);
// "line 3", from 1.
std::string line_of(const Text& text, std::uint32_t offset);

}  // namespace stet
