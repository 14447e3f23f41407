#include "config/rule_settings.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

namespace stet {

namespace {

constexpr std::array<std::string_view, 5> loudness{"error", "warning", "information", "hint", "off"};

void read_severity(std::string_view key, const Setting& setting, RuleStatement& rule, SettingReader& reader) {
  if (const auto* flag = std::get_if<bool>(&setting.value)) {
    rule.on = {*flag, setting.origin};
    return;
  }
  const auto index = reader.one_of(key, setting, loudness);
  if (!index) return;
  const auto severity = severity_of(loudness[index->value]);
  rule.on = {severity.has_value(), setting.origin};
  if (severity) rule.severity = {*severity, setting.origin};
}

std::optional<OptionStatement> read_list(std::string_view key, const Setting& setting, SettingReader& reader) {
  const std::size_t many =
      std::holds_alternative<Setting::List>(setting.value) ? std::get<Setting::List>(setting.value).size() : 1;
  const auto entries = reader.texts(key, setting);
  if (entries.size() < many) return std::nullopt;
  const auto adding = static_cast<std::size_t>(std::count_if(
      entries.begin(), entries.end(), [](const Stated<std::string>& entry) { return entry.value.starts_with('+'); }));
  if (adding != 0 && adding != entries.size()) {
    reader.wrong(setting.origin, fmt::format("{}: either every entry begins with '+' (added to the list) or none does "
                                             "(in place of the list)",
                                             key));
    return std::nullopt;
  }
  std::vector<std::string> list;
  list.reserve(entries.size());
  for (const auto& entry : entries) list.push_back(adding > 0 ? entry.value.substr(1) : entry.value);
  return OptionStatement{"", std::move(list), adding > 0, setting.origin};
}

std::optional<OptionStatement> read_option_setting(std::string_view key, const PageOption& option,
                                                   const Setting& setting, SettingReader& reader) {
  std::optional<OptionStatement> out;
  if (std::holds_alternative<std::vector<std::string>>(option.value)) {
    out = read_list(key, setting, reader);
  } else if (std::holds_alternative<std::string>(option.value)) {
    if (auto text = reader.text(key, setting)) out = OptionStatement{"", std::move(text->value), false, setting.origin};
  } else if (std::holds_alternative<bool>(option.value)) {
    if (const auto* flag = std::get_if<bool>(&setting.value)) out = OptionStatement{"", *flag, false, setting.origin};
    else reader.wrong_type(key, setting, "true or false");
  } else {
    const auto* number = std::get_if<double>(&setting.value);
    if (number && std::isfinite(*number)) out = OptionStatement{"", *number, false, setting.origin};
    else reader.wrong_type(key, setting, "a number");
  }
  if (out) out->name = option.name;
  return out;
}

void read_options(const Setting::Table& table, const Rule* page, RuleStatement& rule, SettingReader& reader) {
  std::vector<std::string_view> known{"severity"};
  if (page)
    for (const PageOption& option : page->page.options) known.push_back(option.name);
  for (const auto& [name, setting] : table) {
    const std::string key = rule.target + "." + name;
    if (name == "severity") {
      read_severity(key, setting, rule, reader);
    } else if (std::find(known.begin(), known.end(), name) == known.end()) {
      reader.unknown(page ? "option of " + rule.target : "setting of a family", name, setting.key_origin, known);
    } else {
      const auto& options = page->page.options;
      const auto option = std::find_if(options.begin(), options.end(), [&](const auto& o) { return o.name == name; });
      if (auto read = read_option_setting(key, *option, setting, reader)) rule.options.push_back(*std::move(read));
    }
  }
}

}  // namespace

std::vector<RuleStatement> read_rules(const Setting& rules, RulesAt at, const Catalog& catalog, SettingReader& reader) {
  std::vector<RuleStatement> out;
  const auto* table = reader.table("rules", rules);
  if (!table) return out;
  for (const auto& [name, setting] : *table) {
    if (name == "paths" && at == RulesAt::top) continue;
    const Rule* page = catalog.find(name);
    RuleStatement rule;
    rule.target = name;
    rule.is_family = !page && catalog.has_family(name);
    if (!page && !rule.is_family) {
      std::vector<std::string_view> known{"paths"};
      for (const Rule& one : catalog.rules()) known.insert(known.end(), {one.page.name, one.page.family});
      reader.unknown("rule or family", name, setting.key_origin, known);
      continue;
    }
    if (const auto* options = std::get_if<Setting::Table>(&setting.value)) read_options(*options, page, rule, reader);
    else read_severity(name, setting, rule, reader);
    out.push_back(std::move(rule));
  }
  std::stable_partition(out.begin(), out.end(), [](const RuleStatement& rule) { return rule.is_family; });
  return out;
}

}  // namespace stet
