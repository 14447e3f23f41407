#pragma once
// Options: a rule's settings, as its page's table declares them and stet.toml overrides them. The page is the schema:
// an option the page does not declare does not exist.
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace stet {

// The type of an option is that of its default on the page: true/false, a number, a list (with commas, or written
// "none" for an empty one; "experts," is a list of one), else text.
using OptionValue = std::variant<bool, double, std::string, std::vector<std::string>>;

// A default as written in a page's table.
OptionValue read_option(std::string_view written);
// A value as written on a draft's fence, of the type of `like`; nullopt where it is not of that type.
std::optional<OptionValue> read_option(std::string_view written, const OptionValue& like);
// "a number", "a list", … for messages.
std::string_view type_name(const OptionValue& value);

class Options {
 public:
  Options() = default;
  explicit Options(std::map<std::string, OptionValue, std::less<>> values) : values_(std::move(values)) {}

  // The value of a declared option; asking for one the page does not declare, or for another type, is a bug of the
  // rule and throws std::logic_error (a test makes every rule once).
  bool flag(std::string_view name) const;
  double number(std::string_view name) const;
  const std::string& text(std::string_view name) const;
  const std::vector<std::string>& list(std::string_view name) const;

  const std::map<std::string, OptionValue, std::less<>>& values() const { return values_; }

 private:
  std::map<std::string, OptionValue, std::less<>> values_;
};

}  // namespace stet
