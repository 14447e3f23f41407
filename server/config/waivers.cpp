#include "config/waivers.h"

#include <algorithm>
#include <array>

#include "config/setting_reader.h"
#include "config/toml.h"

namespace stet {

namespace {

constexpr std::array<std::string_view, 1> file_keys{"waiver"};
constexpr std::array<std::string_view, 5> waiver_keys{"fingerprint", "rule", "words", "reason", "until"};
constexpr std::size_t fingerprint_digits = 16;

bool is_fingerprint(std::string_view text) {
  return text.size() == fingerprint_digits &&
         text.find_first_not_of("0123456789abcdefABCDEF") == std::string_view::npos;
}

std::string lower(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'F') c = static_cast<char>(c + 32);
  return text;
}

bool is_blank(std::string_view text) { return text.find_first_not_of(" \t\r\n") == std::string_view::npos; }

FileWaiver read_waiver(const Setting::Table& table, const Origin& origin, const Catalog& catalog,
                       SettingReader& reader) {
  FileWaiver out;
  out.path = origin.where;
  out.line = origin.line;
  for (const auto& [key, setting] : table) {
    if (key == "until") {
      if (const auto date = reader.date(key, setting)) out.until = date->value;
    } else if (std::find(waiver_keys.begin(), waiver_keys.end(), key) == waiver_keys.end()) {
      reader.unknown("key of a waiver", key, setting.key_origin, waiver_keys);
    } else if (const auto text = reader.text(key, setting)) {
      (key == "fingerprint" ? out.fingerprint
       : key == "rule"      ? out.rule
       : key == "words"     ? out.words
                            : out.reason) = text->value;
      if (key == "fingerprint" && !is_fingerprint(text->value))
        reader.wrong_type(key, setting, "the 16 hex digits that the report gives");
      if (key == "rule" && !catalog.find(text->value)) {
        std::vector<std::string_view> names;
        for (const Rule& rule : catalog.rules()) names.push_back(rule.page.name);
        reader.unknown("rule", text->value, setting.origin, names);
      }
    }
  }
  out.fingerprint = lower(std::move(out.fingerprint));
  const auto has = [&](std::string_view key) {
    return std::any_of(table.begin(), table.end(), [&](const auto& entry) { return entry.key == key; });
  };
  if (!has("fingerprint")) reader.wrong(origin, "a waiver needs the finding's fingerprint");
  if (!has("reason") || is_blank(out.reason)) reader.wrong(origin, "a waiver needs a reason");
  return out;
}

}  // namespace

WaiverFile read_waivers(std::string_view bytes, const std::string& where, const Catalog& catalog) {
  WaiverFile out;
  const auto read = read_toml(bytes, where);
  if (const auto* error = std::get_if<ConfigError>(&read)) {
    out.errors.push_back(*error);
    return out;
  }
  SettingReader reader;
  for (const auto& [key, setting] : std::get<Setting::Table>(std::get<Setting>(read).value)) {
    const auto* list = std::get_if<Setting::List>(&setting.value);
    if (key != "waiver") reader.unknown("key", key, setting.key_origin, file_keys);
    else if (!list) reader.wrong_type(key, setting, "a list of tables: [[waiver]]");
    else
      for (const Setting& item : *list) {
        SettingReader one;
        if (const auto* table = one.table(key, item)) {
          FileWaiver waiver = read_waiver(*table, item.origin, catalog, one);
          if (one.errors().empty()) out.waivers.push_back(std::move(waiver));
        }
        std::copy(one.errors().begin(), one.errors().end(), std::back_inserter(out.errors));
      }
  }
  std::vector<ConfigError> others = std::move(reader).take_errors();
  std::move(others.begin(), others.end(), std::back_inserter(out.errors));
  return out;
}

}  // namespace stet
