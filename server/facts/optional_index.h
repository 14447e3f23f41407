#pragma once
// OptionalIndex: an index or none, in four bytes; read like a std::optional.
#include <cstdint>
#include <optional>

namespace stet {

class OptionalIndex {
 public:
  constexpr OptionalIndex() = default;
  constexpr OptionalIndex(std::nullopt_t) {}
  constexpr OptionalIndex(std::uint32_t index) : index_(index) {}
  constexpr OptionalIndex(std::optional<std::uint32_t> index) : index_(index.value_or(none)) {}

  constexpr bool has_value() const { return index_ != none; }
  constexpr explicit operator bool() const { return has_value(); }
  constexpr std::uint32_t operator*() const { return index_; }
  friend constexpr bool operator==(OptionalIndex, OptionalIndex) = default;

 private:
  static constexpr std::uint32_t none = ~std::uint32_t{0};
  std::uint32_t index_ = none;
};

}  // namespace stet
