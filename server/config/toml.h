#pragma once
// TOML to a tree of Settings.
#include <string>
#include <string_view>
#include <variant>

#include "config/setting.h"

namespace stet {

// The file as one table. `where` is the file's name in every origin. Integers become numbers, a date with a time its
// date, a time alone the text it was written as. What is not TOML is one error, at the place the parser stopped.
std::variant<Setting, ConfigError> read_toml(std::string_view bytes, const std::string& where);

}  // namespace stet
