#include "lsp/setting_schema.h"

#include <algorithm>

namespace stet {

namespace {

json waivers_schema(const Catalog& catalog) {
  json names = json::array();
  for (const Rule& rule : catalog.rules()) names.push_back(rule.page.name);
  const auto text = [](const char* description) { return json{{"type", "string"}, {"description", description}}; };
  json rule = {{"enum", std::move(names)}, {"description", "the rule whose finding stands"}};
  json entry = {{"type", "object"},
                {"properties",
                 {{"fingerprint", text("of the finding, as a report gives it")},
                  {"rule", std::move(rule)},
                  {"words", text("what the finding is about, for readers")},
                  {"reason", text("why it stands")},
                  {"until", text("a date: past it the waiver is a finding itself")}}}};
  json list = {{"type", "array"}, {"description", "a finding that stands"}, {"items", std::move(entry)}};
  return {{"type", "object"}, {"properties", {{"waiver", std::move(list)}}}};
}

}  // namespace

std::shared_ptr<const json> settings_schema(const Reading& reading) {
  const Catalog& catalog = *reading.settings->catalog();
  return std::make_shared<const json>(reading.holds_waivers ? waivers_schema(catalog)
                                                            : read_json(config_schema(catalog)));
}

SettingSchema::SettingSchema(std::shared_ptr<const json> whole) : whole_(std::move(whole)) { add(*whole_); }

void SettingSchema::add(const json& part) {
  const Member member(part);
  if (const auto ref = member["$ref"].text()) {
    constexpr std::string_view definitions = "#/$defs/";
    if (!ref->starts_with(definitions)) return;
    const Member target = Member(*whole_)["$defs"][ref->substr(definitions.size())];
    if (target.value() != nullptr) add(*target.value());
    return;
  }
  parts_.push_back(&part);
  for (const char* choice : {"allOf", "anyOf"})
    for (const json& one : member[choice].list()) add(one);
  if (const Member items = member["items"]; items.is_object()) add(*items.value());
}

SettingSchema SettingSchema::at(const std::vector<std::string>& keys) const {
  SettingSchema here = *this;
  for (const std::string& key : keys) {
    const std::vector<const json*> above = std::exchange(here.parts_, {});
    for (const json* part : above)
      if (const Member inner = Member(*part)["properties"][key]; inner.is_object()) here.add(*inner.value());
  }
  return here;
}

bool SettingSchema::is_table() const {
  return std::ranges::any_of(parts_, [](const json* part) { return part->contains("properties"); });
}

std::string SettingSchema::description() const {
  for (const json* part : parts_)
    if (const auto text = Member(*part)["description"].text()) return std::string(*text);
  return {};
}

std::string SettingSchema::usual() const {
  for (const json* part : parts_)
    if (const auto found = part->find("default"); found != part->end()) return write_json(*found);
  return {};
}

std::vector<std::string> SettingSchema::keys() const {
  std::vector<std::string> out;
  for (const json* part : parts_)
    if (const Member properties = Member(*part)["properties"]; properties.is_object())
      for (const auto& [key, value] : properties.value()->items())
        if (std::ranges::find(out, key) == out.end()) out.push_back(key);
  return out;
}

std::vector<std::string> SettingSchema::values() const {
  std::vector<std::string> out;
  const auto add_value = [&](const json& value) {
    const std::string written = write_json(value);
    if (std::ranges::find(out, written) == out.end()) out.push_back(written);
  };
  for (const json* part : parts_) {
    for (const json& value : Member(*part)["enum"].list()) add_value(value);
    if (Member(*part)["type"].text() == "boolean") {
      add_value(true);
      add_value(false);
    }
  }
  return out;
}

}  // namespace stet
