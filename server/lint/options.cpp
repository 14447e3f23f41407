#include "lint/options.h"

#include <charconv>
#include <cmath>
#include <stdexcept>

namespace stet {

namespace {

std::string_view trim(std::string_view s) {
  const auto first = s.find_first_not_of(" \t");
  if (first == std::string_view::npos) return {};
  return s.substr(first, s.find_last_not_of(" \t") - first + 1);
}

std::vector<std::string> items(std::string_view written) {
  std::vector<std::string> out;
  if (written == "none") return out;
  while (!written.empty()) {
    const auto comma = written.find(',');
    const std::string_view item = trim(written.substr(0, comma));
    if (!item.empty()) out.emplace_back(item);
    written = comma == std::string_view::npos ? std::string_view() : written.substr(comma + 1);
  }
  return out;
}

std::optional<double> number_of(std::string_view written) {
  double value = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), value);
  if (error != std::errc() || end != written.data() + written.size() || !std::isfinite(value)) return std::nullopt;
  return value;
}

template <class Type>
const Type& value_of(const std::map<std::string, OptionValue, std::less<>>& values, std::string_view name) {
  const auto it = values.find(name);
  if (it == values.end()) throw std::logic_error("no option \"" + std::string(name) + "\" on the page");
  if (const Type* value = std::get_if<Type>(&it->second)) return *value;
  throw std::logic_error("option \"" + std::string(name) + "\" is " + std::string(type_name(it->second)));
}

}  // namespace

OptionValue read_option(std::string_view written) {
  written = trim(written);
  if (written == "true" || written == "false") return written == "true";
  if (const auto number = number_of(written)) return *number;
  if (written == "none" || written.find(',') != std::string_view::npos) return items(written);
  return std::string(written);
}

std::optional<OptionValue> read_option(std::string_view written, const OptionValue& like) {
  written = trim(written);
  if (std::holds_alternative<std::string>(like)) return std::string(written);
  if (std::holds_alternative<std::vector<std::string>>(like)) return items(written);
  OptionValue value = read_option(written);
  if (value.index() != like.index()) return std::nullopt;
  return value;
}

std::string_view type_name(const OptionValue& value) {
  if (std::holds_alternative<bool>(value)) return "true or false";
  if (std::holds_alternative<double>(value)) return "a number";
  if (std::holds_alternative<std::string>(value)) return "a text";
  return "a list";
}

bool Options::flag(std::string_view name) const { return value_of<bool>(values_, name); }
double Options::number(std::string_view name) const { return value_of<double>(values_, name); }
const std::string& Options::text(std::string_view name) const { return value_of<std::string>(values_, name); }
const std::vector<std::string>& Options::list(std::string_view name) const {
  return value_of<std::vector<std::string>>(values_, name);
}

}  // namespace stet
