#include "lsp/ranges.h"

#include <algorithm>
#include <limits>
#include <utility>

namespace stet {

namespace {

std::uint32_t in_32_bits(std::int64_t value) {
  return static_cast<std::uint32_t>(std::clamp<std::int64_t>(value, 0, std::numeric_limits<std::uint32_t>::max()));
}

}  // namespace

json position_json(const Text& text, std::uint32_t offset, Encoding encoding) {
  const Position position = text.position(offset, encoding);
  return {{"line", position.line}, {"character", position.column}};
}

json range_json(const Text& text, Span span, Encoding encoding) {
  return {{"start", position_json(text, span.begin, encoding)},
          {"end", position_json(text, std::max(span.begin, span.end), encoding)}};
}

std::optional<Position> position_from_json(Member value) {
  const auto line = value["line"].whole(), column = value["character"].whole();
  if (!line || !column) return std::nullopt;
  return Position{in_32_bits(*line), in_32_bits(*column)};
}

std::optional<PositionRange> range_from_json(Member value) {
  const auto start = position_from_json(value["start"]), end = position_from_json(value["end"]);
  if (!start || !end) return std::nullopt;
  return PositionRange{std::min(*start, *end), std::max(*start, *end)};
}

Span span_of(const Text& text, const PositionRange& range, Encoding encoding) {
  const std::uint32_t begin = text.offset(range.start, encoding);
  return {begin, std::max(begin, text.offset(range.end, encoding))};
}

}  // namespace stet
