#pragma once
// Ranges: bytes of a Text as the protocol writes them, and back. The only place that knows both.
#include <cstdint>
#include <optional>

#include "lsp/json.h"
#include "text/text.h"

namespace stet {

json position_json(const Text& text, std::uint32_t offset, Encoding encoding);
json range_json(const Text& text, Span span, Encoding encoding);

// {"line": 2, "character": 7}; nothing where either is missing or no whole number. Numbers outside 32 bits are brought
// to their edge; what lies outside a text is brought inside it by Text::offset.
std::optional<Position> position_from_json(Member value);

struct PositionRange {
  Position start, end;  // start <= end: a range written backwards is turned round
};
std::optional<PositionRange> range_from_json(Member value);

Span span_of(const Text& text, const PositionRange& range, Encoding encoding);

}  // namespace stet
