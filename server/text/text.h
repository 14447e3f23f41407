#pragma once
// Text: the bytes of a draft and where its lines are. Immutable and cheap to copy (the bytes are shared).
//
//   Text text("naïve\nsecond");
//   text.position(7, Encoding::utf16)            // {1, 0}
//   text.offset({0, 3}, Encoding::utf32)         // 4: ï is two bytes
//
// A line ends at LF, CRLF or a lone CR. Any bytes are a Text: a byte that is not part of a well-formed UTF-8
// sequence counts as one column in every encoding. Positions outside the text are brought to the nearest place
// inside it (a column past its line's end is the line's end, as the language server protocol wants).
// Looking up a place costs a binary search over lines plus at most 512 bytes of counting, also in a line of 10 MB.
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace stet {

enum class Encoding : std::uint8_t { utf8, utf16, utf32 };

// Both from 0; column in code units of an Encoding (bytes, UTF-16 units or code points).
struct Position {
  std::uint32_t line = 0, column = 0;
  friend constexpr bool operator==(const Position&, const Position&) = default;
  friend constexpr auto operator<=>(const Position&, const Position&) = default;
};

// Replace the bytes of `span` by `text`; an empty span inserts.
struct Edit {
  Span span;
  std::string text;
  friend bool operator==(const Edit&, const Edit&) = default;
};

// Texts larger than this are cut there by whoever reads them in, and the rest reported as not assessed.
inline constexpr std::size_t max_text_bytes = std::size_t{1} << 30;

class Text {
 public:
  Text();
  explicit Text(std::string bytes);

  std::string_view bytes() const;
  // Who has it keeps the bytes where they are, this Text or not.
  std::shared_ptr<const void> home() const { return body_; }
  std::string_view bytes(Span span) const;  // clamped to the text
  std::uint32_t size() const;

  Position position(std::uint32_t offset, Encoding encoding) const;
  std::uint32_t offset(Position position, Encoding encoding) const;

  std::uint32_t line_count() const;       // at least 1; a final line end opens one more, empty line
  Span line(std::uint32_t number) const;  // from 0, without its line end; past the last: empty, at the end

  // The text after `edits`, which must not overlap and are all given in the offsets of this text; any order.
  Text with(std::span<const Edit> edits) const;

 private:
  struct Body;
  std::shared_ptr<const Body> body_;
};

}  // namespace stet
