#include "config/layer.h"

#include <algorithm>
#include <array>

#include "config/rule_settings.h"
#include "config/setting_reader.h"

namespace stet {

namespace {

constexpr std::array<std::string_view, 4> draft_keys{"date", "locale", "lang", "genre"};
constexpr std::array<std::string_view, 10> top_keys{"date",    "locale",  "lang",  "genre",     "fail-on",
                                                    "extends", "sources", "rules", "overrides", "ignore"};
constexpr std::array<std::string_view, 6> override_keys{"files", "rules", "date", "locale", "lang", "genre"};
constexpr std::array<std::string_view, 5> fail_on_names{"error", "warning", "information", "hint", "never"};
constexpr std::array<std::string_view, 8> genres{"news",     "magazine",     "opinion",       "review",
                                                 "academic", "encyclopedic", "press-release", "fiction"};

// Letters and digits in parts of at most eight, the first of two or three letters: "en", "en-US", "sr_Latn".
bool is_language_tag(std::string_view tag) {
  const std::size_t first = std::min(tag.find_first_of("-_"), tag.size());
  if (first < 2 || first > 3) return false;
  std::size_t part = 0;
  for (const char c : tag) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (!letter && c != '-' && c != '_') return false;
    if (!letter && part == 0) return false;
    part = letter ? part + 1 : 0;
    if (part > 8) return false;
  }
  return part > 0;
}

std::optional<Stated<std::string>> read_tag(std::string_view key, const Setting& setting, SettingReader& reader) {
  auto tag = reader.text(key, setting);
  if (!tag || is_language_tag(tag->value)) return tag;
  reader.wrong_type(key, setting, "a language, as \"en\" or \"en-GB\"");
  return std::nullopt;
}

void read_draft_key(const std::string& key, const Setting& setting, DraftStatement& says, SettingReader& reader) {
  if (key == "date") {
    says.date = reader.date(key, setting);
  } else if (key == "lang") {
    says.language = read_tag(key, setting, reader);
  } else if (key == "locale") {
    const auto tag = read_tag(key, setting, reader);
    if (const auto locale = tag ? locale_of(tag->value) : std::nullopt) says.locale = {*locale, tag->origin};
  } else if (const auto index = reader.one_of(key, setting, genres)) {
    if (const auto genre = genre_of(genres[index->value])) says.genre = {*genre, index->origin};
  }
}

bool is_draft_key(std::string_view key) {
  return std::find(draft_keys.begin(), draft_keys.end(), key) != draft_keys.end();
}

std::optional<Override> read_override(const Setting& setting, const Catalog& catalog, SettingReader& reader) {
  const auto* table = reader.table("overrides", setting);
  if (!table) return std::nullopt;
  Override out;
  bool has_files = false;
  for (const auto& [key, value] : *table) {
    if (key == "files") {
      has_files = true;
      out.files = reader.globs(key, reader.texts(key, value));
    } else if (key == "rules") {
      out.says.rules = read_rules(value, RulesAt::override_, catalog, reader);
    } else if (is_draft_key(key)) {
      read_draft_key(key, value, out.says, reader);
    } else {
      reader.unknown("key of overrides", key, value.key_origin, override_keys);
    }
  }
  if (!has_files) reader.wrong(setting.origin, "overrides: say which drafts: files = [\"opinion/**\"]");
  return out;
}

std::vector<Override> read_overrides(const Setting& setting, const Catalog& catalog, SettingReader& reader) {
  std::vector<Override> out;
  const auto* list = std::get_if<Setting::List>(&setting.value);
  if (!list) {
    reader.wrong_type("overrides", setting, "a list of tables: [[overrides]]");
    return out;
  }
  for (const Setting& item : *list)
    if (auto read = read_override(item, catalog, reader)) out.push_back(*std::move(read));
  return out;
}

}  // namespace

ReadLayer read_layer(const Setting& tree, const std::filesystem::path& folder, const Catalog& catalog) {
  ReadLayer out;
  Layer& layer = out.layer;
  layer.folder = folder;
  SettingReader reader;
  const auto* table = reader.table("the settings", tree);
  for (const auto& [key, setting] : table ? *table : Setting::Table{}) {
    if (is_draft_key(key)) {
      read_draft_key(key, setting, layer.says, reader);
    } else if (key == "fail-on") {
      if (const auto index = reader.one_of(key, setting, fail_on_names))
        layer.fail_on = {severity_of(fail_on_names[index->value]), setting.origin};
    } else if (key == "ignore") {
      layer.ignore_written = reader.texts(key, setting);
      layer.ignore = reader.globs(key, layer.ignore_written);
    } else if (key == "rules") {
      layer.says.rules = read_rules(setting, RulesAt::top, catalog, reader);
    } else if (key == "overrides") {
      layer.overrides = read_overrides(setting, catalog, reader);
    } else if (key != "extends" && key != "sources") {
      reader.unknown("key", key, setting.key_origin, top_keys);
    }
  }
  out.errors = std::move(reader).take_errors();
  return out;
}

}  // namespace stet
