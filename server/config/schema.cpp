#include <nlohmann/json.hpp>
#include <set>

#include "config/settings.h"

namespace stet {

namespace {

using Json = nlohmann::ordered_json;

Json text(std::string_view description) { return {{"type", "string"}, {"description", description}}; }

Json language_tag(std::string_view description) {
  Json out = text(description);
  out["pattern"] = "^[A-Za-z0-9]{2,3}([-_][A-Za-z0-9]{1,8})*$";
  return out;
}

Json texts(std::string_view description) {
  return {{"description", description},
          {"anyOf", {{{"type", "string"}}, {{"type", "array"}, {"items", {{"type", "string"}}}}}}};
}

Json severity() {
  return {{"enum", {"error", "warning", "information", "hint", "off", true, false}}, {"description", "how loud"}};
}

Json option_schema(const PageOption& option) {
  struct Type {
    Json operator()(bool flag) const { return {{"type", "boolean"}, {"default", flag}}; }
    Json operator()(double number) const { return {{"type", "number"}, {"default", number}}; }
    Json operator()(const std::string& words) const { return {{"type", "string"}, {"default", words}}; }
    Json operator()(const std::vector<std::string>& list) const {
      return {{"type", "array"}, {"items", {{"type", "string"}}}, {"default", list}};
    }
  };
  Json out = std::visit(Type{}, option.value);
  out["description"] = option.meaning;
  if (std::holds_alternative<std::vector<std::string>>(option.value))
    out["description"] = option.meaning + " (in place of the list; with + before every entry, added to it)";
  return out;
}

Json rule_schema(const Rule& rule) {
  Json properties{{"severity", severity()}};
  for (const PageOption& option : rule.page.options) properties[option.name] = option_schema(option);
  return {{"description", rule.page.summary},
          {"anyOf", {severity(), {{"type", "object"}, {"properties", properties}, {"additionalProperties", false}}}}};
}

// What [rules] may hold. By propertyNames, which looks through allOf as additionalProperties does not.
Json with_names(Json schema, const Catalog& catalog, std::set<std::string> names) {
  for (const Rule& rule : catalog.rules()) names.insert({rule.page.name, rule.page.family});
  schema["propertyNames"] = {{"enum", names}};
  return schema;
}

Json rules_schema(const Catalog& catalog) {
  Json properties = Json::object();
  std::set<std::string> families;
  for (const Rule& rule : catalog.rules()) {
    if (families.insert(rule.page.family).second) {
      properties[rule.page.family] = severity();
      properties[rule.page.family]["description"] = "the family " + rule.page.family;
    }
    properties[rule.page.name] = rule_schema(rule);
  }
  return {{"type", "object"}, {"properties", properties}};
}

Json draft_properties() {
  return {{"date",
           {{"type", "string"}, {"format", "date"}, {"description", "publication date where the draft names none"}}},
          {"locale", language_tag("decides 03/04 and digit grouping: en-US")},
          {"lang", language_tag("language of the drafts: en")},
          {"genre",
           {{"enum", {"news", "magazine", "opinion", "review", "academic", "encyclopedic", "press-release", "fiction"}},
            {"description", "kind of draft"}}}};
}

}  // namespace

std::string config_schema(const Catalog& catalog) {
  Json override_properties = draft_properties();
  override_properties["files"] = texts("drafts, as globs of .gitignore");
  override_properties["rules"] = with_names({{"allOf", {{{"$ref", "#/$defs/rules"}}}}}, catalog, {});

  Json properties = draft_properties();
  properties["fail-on"] = {{"enum", {"error", "warning", "information", "hint", "never"}},
                           {"description", "from which severity on a check fails"},
                           {"default", "error"}};
  properties["ignore"] = texts("drafts to pass over, as globs of .gitignore");
  properties["sources"] = texts("transcripts that quotations are held against, inside the workspace");
  properties["extends"] = texts("settings to begin with, inside the workspace");
  Json paths = {{"properties", {{"paths", texts("folders with pages of your own rules, inside the workspace")}}}};
  properties["rules"] = with_names({{"allOf", {{{"$ref", "#/$defs/rules"}}, paths}}}, catalog, {"paths"});
  properties["overrides"] = {{"type", "array"},
                             {"items",
                              {{"type", "object"},
                               {"properties", override_properties},
                               {"required", {"files"}},
                               {"additionalProperties", false}}}};
  const Json schema{{"$schema", "https://json-schema.org/draft/2020-12/schema"},
                    {"title", "stet.toml"},
                    {"type", "object"},
                    {"properties", properties},
                    {"additionalProperties", false},
                    {"$defs", {{"rules", rules_schema(catalog)}}}};
  return schema.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace stet
