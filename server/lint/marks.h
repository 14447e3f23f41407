#pragma once
// Marks: findings written into a draft's own text, as CriticMarkup, for the examples on pages.
//
//   {==found==}              a finding at these words
//   {~~found~>fix~~}         the same, and its first fix puts `fix` in their place
//   …{>>message<<}           what the finding says, straight after its mark; may be left out
//
// read_marks("{==Many==}{>>who?<<} say") gives plain "Many say" and one mark at [0, 4) with the message "who?".
// Marks may stand inside one another; `{~~` holds no other mark.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "text/span.h"

namespace stet {

struct Mark {
  Span span;  // in the plain text
  std::optional<std::string> fix;
  std::vector<std::string> messages;  // several where several findings stand at the same words
};

struct Marked {
  std::string plain;
  std::vector<Mark> marks;  // by begin, the longer first
};

struct MarkFault {
  std::size_t offset;  // in the marked text
  std::string message;
};

std::variant<Marked, MarkFault> read_marks(std::string_view marked);

// The opposite. Marks in any order; those at the same words become one; of two that cross, the later is cut short.
std::string write_marks(const Marked& marked);

}  // namespace stet
