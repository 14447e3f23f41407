#include "lsp/json.h"

#include <cmath>
#include <limits>

#include "text/utf8.h"

namespace stet {

namespace {

constexpr int deepest = 128;

// nlohmann's own work on a parsed value is partly recursive, so depth is judged before there is a value.
bool too_deep(std::string_view bytes) {
  int depth = 0;
  bool in_string = false;
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    const char c = bytes[i];
    if (in_string) {
      if (c == '\\') ++i;
      if (c == '"') in_string = false;
    } else if (c == '"') {
      in_string = true;
    } else if (c == '[' || c == '{') {
      if (++depth > deepest) return true;
    } else if (c == ']' || c == '}') {
      --depth;
    }
  }
  return false;
}

// The value of the four hex digits at `at` in \uXXXX; nothing where they are none.
std::optional<unsigned> escaped_unit(std::string_view bytes, std::size_t at) {
  if (bytes.substr(at, 2) != "\\u" || bytes.size() < at + 6) return std::nullopt;
  unsigned value = 0;
  for (char c : bytes.substr(at + 2, 4)) {
    const int digit = c >= '0' && c <= '9'   ? c - '0'
                      : c >= 'a' && c <= 'f' ? c - 'a' + 10
                      : c >= 'A' && c <= 'F' ? c - 'A' + 10
                                             : -1;
    if (digit < 0) return std::nullopt;
    value = value * 16 + static_cast<unsigned>(digit);
  }
  return value;
}

std::string without_half_surrogates(std::string bytes) {
  for (std::size_t i = 0; i < bytes.size(); ++i) {
    if (bytes[i] != '\\') continue;
    const auto unit = escaped_unit(bytes, i);
    if (unit && *unit >= 0xD800 && *unit <= 0xDBFF) {
      const auto low = escaped_unit(bytes, i + 6);
      if (low && *low >= 0xDC00 && *low <= 0xDFFF) {
        i += 11;
        continue;
      }
    }
    if (unit && *unit >= 0xD800 && *unit <= 0xDFFF) bytes.replace(i + 2, 4, "fffd");
    i += unit ? 5 : 1;
  }
  return bytes;
}

}  // namespace

std::optional<std::int64_t> Member::whole() const {
  using Limits = std::numeric_limits<std::int64_t>;
  if (value_ == nullptr || !value_->is_number()) return std::nullopt;
  if (value_->is_number_unsigned()) {
    const auto value = value_->get<std::uint64_t>();
    return value > static_cast<std::uint64_t>(Limits::max()) ? Limits::max() : static_cast<std::int64_t>(value);
  }
  if (value_->is_number_integer()) return value_->get<std::int64_t>();
  const double value = value_->get<double>();
  if (!(std::floor(value) == value)) return std::nullopt;
  if (value >= 9.2e18) return Limits::max();
  if (value <= -9.2e18) return Limits::min();
  return static_cast<std::int64_t>(value);
}

bool Member::lists(std::string_view text) const {
  for (const json& element : list())
    if (element.is_string() && element.get_ref<const std::string&>() == text) return true;
  return false;
}

json read_json(std::string_view bytes) {
  if (too_deep(bytes)) return json(json::value_t::discarded);
  json value = json::parse(bytes, nullptr, false);
  if (value.is_discarded()) value = json::parse(without_half_surrogates(valid_utf8(bytes)), nullptr, false);
  return value;
}

std::string write_json(const json& value) { return value.dump(-1, ' ', false, json::error_handler_t::replace); }

}  // namespace stet
