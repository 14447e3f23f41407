#pragma once
// The JSON Schema of a file of settings, walked by keys.
#include <memory>
#include <string>
#include <vector>

#include "lsp/json.h"
#include "lsp/reading.h"

namespace stet {

// Of stet.toml, from the catalog in force; of stet.waivers.toml.
std::shared_ptr<const json> settings_schema(const Reading& reading);

class SettingSchema {
 public:
  explicit SettingSchema(std::shared_ptr<const json> whole);

  // What stands under these keys; lists are stepped into. Of keys there are not: nothing is known.
  SettingSchema at(const std::vector<std::string>& keys) const;

  bool known() const { return !parts_.empty(); }
  bool is_table() const;
  std::string description() const;          // empty where there is none
  std::string usual() const;                // the default, as TOML writes it
  std::vector<std::string> keys() const;    // of a table
  std::vector<std::string> values() const;  // that may stand there, as TOML writes them; those that can be listed

 private:
  void add(const json& part);

  std::shared_ptr<const json> whole_;
  std::vector<const json*> parts_;  // each may hold: the alternatives of the schema, flattened
};

}  // namespace stet
