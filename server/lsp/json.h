#pragma once
// Reading JSON that somebody else wrote: any value may stand in any place. A Member is a value that may be missing;
// asking it for what it is not gives nothing, so that a path of questions needs one check, at its end.
//
//   Member params(json);
//   if (auto uri = params["textDocument"]["uri"].text()) …
#include <cstdint>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

namespace stet {

using nlohmann::json;

class Member {
 public:
  Member() = default;
  explicit Member(const json& value) : value_(&value) {}

  Member operator[](std::string_view name) const {
    if (value_ == nullptr || !value_->is_object()) return {};
    const auto found = value_->find(name);
    return found == value_->end() ? Member() : Member(*found);
  }

  const json* value() const { return value_; }  // null where it is missing
  bool missing() const { return value_ == nullptr || value_->is_null(); }
  bool is_true() const { return value_ != nullptr && value_->is_boolean() && value_->get<bool>(); }
  bool is_object() const { return value_ != nullptr && value_->is_object(); }

  std::optional<std::string_view> text() const {
    if (value_ == nullptr || !value_->is_string()) return std::nullopt;
    return value_->get_ref<const std::string&>();
  }

  // A whole number, also one written as 3.0; what lies outside 64 bits is brought to their edge.
  std::optional<std::int64_t> whole() const;

  // The elements of an array; empty where it is none.
  const json::array_t& list() const {
    static const json::array_t none;
    return value_ != nullptr && value_->is_array() ? value_->get_ref<const json::array_t&>() : none;
  }

  // Does an array of strings hold `text`?
  bool lists(std::string_view text) const;

 private:
  const json* value_ = nullptr;
};

// JSON from bytes; discarded (json::is_discarded) where they are none. Half surrogates ("\ud83d" alone, as editors
// that count in UTF-16 send) and bytes that are not UTF-8 become U+FFFD. Values nested deeper than 128 are refused.
json read_json(std::string_view bytes);

// As bytes, in one line; never throws.
std::string write_json(const json& value);

}  // namespace stet
