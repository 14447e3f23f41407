#pragma once
// Setting: a value as one layer gave it, with the place it was written at. stet.toml and an editor's JSON are both
// turned into a tree of these, so that one piece of code checks them.
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "prose/context.h"

namespace stet {

// Where a value came from: a file with line and column (1-based, columns in code points; 0 where it is not a file), or
// "default", "the editor", "--date".
struct Origin {
  std::string where;
  std::uint32_t line = 0, column = 0;
  friend bool operator==(const Origin&, const Origin&) = default;
};

// "stet.toml:3:1", "the editor".
std::string shown(const Origin& origin);

struct ConfigError {
  Origin origin;
  std::string message;  // says what to do; names the nearest right name where there is one
  friend bool operator==(const ConfigError&, const ConfigError&) = default;
};

// What TOML and JSON have in common.
struct Setting {
  using List = std::vector<Setting>;
  struct Entry;
  using Table = std::vector<Entry>;  // in order of writing
  std::variant<bool, double, std::string, Date, List, Table> value;
  Origin origin;      // of the value
  Origin key_origin;  // of its key
};
struct Setting::Entry {
  std::string key;
  Setting value;
};

}  // namespace stet
