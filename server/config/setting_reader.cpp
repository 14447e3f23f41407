#include "config/setting_reader.h"

#include <fmt/format.h>

#include "text/nearest.h"

namespace stet {

namespace {

constexpr std::size_t longest_shown = 60;

std::string in_quotes(std::string_view text) {
  return text.size() > longest_shown ? std::string("of that many letters") : fmt::format("\"{}\"", text);
}

}  // namespace

std::string described(const Setting& setting) {
  struct Describe {
    std::string operator()(bool flag) const { return flag ? "true" : "false"; }
    std::string operator()(double number) const { return fmt::format("the number {}", number); }
    std::string operator()(const std::string& text) const {
      return text.size() > longest_shown ? std::string("a long text") : in_quotes(text);
    }
    std::string operator()(const Date& date) const { return "the date " + iso_date(date); }
    std::string operator()(const Setting::List&) const { return "a list"; }
    std::string operator()(const Setting::Table&) const { return "a table"; }
  };
  return std::visit(Describe{}, setting.value);
}

const Setting::Table* SettingReader::table(std::string_view key, const Setting& setting) {
  const auto* table = std::get_if<Setting::Table>(&setting.value);
  if (!table) wrong_type(key, setting, "a table");
  return table;
}

std::optional<Stated<std::string>> SettingReader::text(std::string_view key, const Setting& setting) {
  if (const auto* text = std::get_if<std::string>(&setting.value)) return Stated<std::string>{*text, setting.origin};
  wrong_type(key, setting, "a text in quotation marks");
  return std::nullopt;
}

std::vector<Stated<std::string>> SettingReader::texts(std::string_view key, const Setting& setting) {
  std::vector<Stated<std::string>> out;
  if (const auto* one = std::get_if<std::string>(&setting.value)) {
    out.push_back({*one, setting.origin});
  } else if (const auto* list = std::get_if<Setting::List>(&setting.value)) {
    for (const Setting& item : *list)
      if (auto entry = text(key, item)) out.push_back(*std::move(entry));
  } else {
    wrong_type(key, setting, "a list of texts");
  }
  return out;
}

std::optional<Stated<Date>> SettingReader::date(std::string_view key, const Setting& setting) {
  if (const auto* date = std::get_if<Date>(&setting.value)) return Stated<Date>{*date, setting.origin};
  if (const auto* text = std::get_if<std::string>(&setting.value); text && text->size() == 10)
    if (const auto date = date_of(*text)) return Stated<Date>{*date, setting.origin};
  wrong_type(key, setting, "a date that exists, as 2026-11-02");
  return std::nullopt;
}

std::optional<Stated<std::size_t>> SettingReader::one_of(std::string_view key, const Setting& setting,
                                                         std::span<const std::string_view> names) {
  const auto written = text(key, setting);
  if (!written) return std::nullopt;
  for (std::size_t i = 0; i < names.size(); ++i)
    if (names[i] == written->value) return Stated<std::size_t>{i, setting.origin};
  unknown(key, written->value, setting.origin, names);
  return std::nullopt;
}

GlobList SettingReader::globs(std::string_view key, std::span<const Stated<std::string>> written) {
  std::vector<Glob> out;
  for (const auto& [pattern, origin] : written) {
    const auto patterns = expand_braces(pattern);
    if (const auto* fault = std::get_if<std::string>(&patterns)) {
      wrong(origin, fmt::format("{}: {}", key, *fault));
      continue;
    }
    for (const std::string& plain : std::get<0>(patterns)) {
      auto glob = Glob::parse(plain);
      if (const auto* fault = std::get_if<std::string>(&glob)) wrong(origin, fmt::format("{}: {}", key, *fault));
      else out.push_back(std::get<Glob>(std::move(glob)));
    }
  }
  return GlobList(std::move(out));
}

void SettingReader::wrong_type(std::string_view key, const Setting& setting, std::string_view wanted) {
  wrong(setting.origin, fmt::format("{} must be {}, not {}", key, wanted, described(setting)));
}

void SettingReader::unknown(std::string_view what, std::string_view name, const Origin& origin,
                            std::span<const std::string_view> known) {
  const std::string meant = nearest(known, name);
  std::string message = fmt::format("unknown {} {}", what, in_quotes(name));
  if (!meant.empty()) message += fmt::format(": did you mean \"{}\"?", meant);
  else if (known.size() <= 12) message += fmt::format(": there are {}", fmt::join(known, ", "));
  wrong(origin, std::move(message));
}

}  // namespace stet
