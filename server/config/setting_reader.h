#pragma once
// SettingReader: takes values out of Settings and remembers what was wrong with them.
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "config/glob.h"
#include "config/layer.h"
#include "config/setting.h"

namespace stet {

class SettingReader {
 public:
  // Each names `key` in what it says. nullopt, or left out of the list: an error was noted.
  const Setting::Table* table(std::string_view key, const Setting& setting);
  std::optional<Stated<std::string>> text(std::string_view key, const Setting& setting);
  std::vector<Stated<std::string>> texts(std::string_view key, const Setting& setting);  // a string or a list of them
  std::optional<Stated<Date>> date(std::string_view key, const Setting& setting);        // or its text, YYYY-MM-DD
  // One of `names`; its index.
  std::optional<Stated<std::size_t>> one_of(std::string_view key, const Setting& setting,
                                            std::span<const std::string_view> names);
  GlobList globs(std::string_view key, std::span<const Stated<std::string>> written);

  void wrong_type(std::string_view key, const Setting& setting, std::string_view wanted);
  // No such key or name: "unknown key \"dat\": did you mean \"date\"?"
  void unknown(std::string_view what, std::string_view name, const Origin& origin,
               std::span<const std::string_view> known);
  void wrong(const Origin& origin, std::string message) { errors_.push_back({origin, std::move(message)}); }

  const std::vector<ConfigError>& errors() const { return errors_; }
  std::vector<ConfigError> take_errors() && { return std::move(errors_); }

 private:
  std::vector<ConfigError> errors_;
};

// "a list", "the number 3", "\"warn\"": what was found instead.
std::string described(const Setting& setting);

}  // namespace stet
