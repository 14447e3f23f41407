#include <fmt/format.h>

#include "config/effective.h"

namespace stet {

namespace {

std::string_view locale_name(Locale locale) {
  switch (locale) {
    case Locale::en_us: return "en-US";
    case Locale::en_gb: return "en-GB";
    case Locale::other: return "other";
  }
  return "other";
}

PathSettings::Value shown_severity(const Rule& rule, const RuleState& state, Genre genre) {
  PathSettings::Value out{"rules." + rule.page.name + ".severity", toml_text("off"), state.on.origin};
  if (!state.family_on.value) out.origin = state.family_on.origin;
  if (!state.runs()) return out;
  const Severity severity = severity_in(genre, rule, state);
  out.shown = toml_text(severity_name(severity));
  out.origin = state.severity.origin;
  if (severity != state.severity.value) out.origin.where += ", one step lower in opinion";
  return out;
}

}  // namespace

std::string toml_text(std::string_view text) {
  std::string out = "\"";
  for (const char c : text) {
    if (c == '"' || c == '\\') out += '\\';
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7F) out += fmt::format("\\u{:04X}", static_cast<unsigned>(c));
    else out += c;
  }
  return out + '"';
}

std::string toml_value(const OptionValue& value) {
  struct Write {
    std::string operator()(bool flag) const { return flag ? "true" : "false"; }
    std::string operator()(double number) const { return fmt::format("{}", number); }
    std::string operator()(const std::string& text) const { return toml_text(text); }
    std::string operator()(const std::vector<std::string>& list) const {
      std::string out;
      for (const std::string& entry : list) out += (out.empty() ? "" : ", ") + toml_text(entry);
      return "[" + out + "]";
    }
  };
  return std::visit(Write{}, value);
}

std::vector<PathSettings::Value> shown_values(const Effective& effective, const Catalog& catalog) {
  std::vector<PathSettings::Value> out;
  out.push_back({"date", effective.date.value ? iso_date(*effective.date.value) : "none", effective.date.origin});
  out.push_back({"locale", toml_text(locale_name(effective.locale.value)), effective.locale.origin});
  out.push_back({"lang", toml_text(effective.language.value), effective.language.origin});
  out.push_back({"genre", toml_text(genre_name(effective.genre.value)), effective.genre.origin});
  for (std::size_t i = 0; i < effective.rules.size(); ++i) {
    const Rule& rule = catalog.rules()[i];
    const RuleState& state = effective.rules[i];
    out.push_back(shown_severity(rule, state, effective.genre.value));
    for (const auto& [name, value] : state.options)
      out.push_back({"rules." + rule.page.name + "." + name, toml_value(value.value), value.origin});
  }
  return out;
}

}  // namespace stet
