// Any bytes as stet.toml: read as TOML; every value knows where it stands.
#include "config/toml.h"
#include "fuzz/invariants.h"

namespace {

void check_origins(const stet::Setting& setting) {
  using stet::Setting;
  if (const auto* list = std::get_if<Setting::List>(&setting.value))
    for (const Setting& item : *list) check_origins(item);
  if (const auto* table = std::get_if<Setting::Table>(&setting.value)) {
    for (const auto& [key, value] : *table) {
      stet::fuzz::must(value.key_origin.line > 0, "a key has a line");
      check_origins(value);
    }
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace stet;
  const auto read = read_toml(fuzz::text_of(data, size), "stet.toml");
  if (const auto* setting = std::get_if<Setting>(&read)) check_origins(*setting);
  if (const auto* error = std::get_if<ConfigError>(&read)) fuzz::must(!error->message.empty(), "an error says what");
  return 0;
}
