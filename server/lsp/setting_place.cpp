#include "lsp/setting_place.h"

#include <algorithm>
#include <set>

#include "lsp/setting_schema.h"

namespace stet {

namespace {

constexpr std::string_view blank = " \t\r\n";

std::string_view trimmed(std::string_view text) {
  const std::size_t first = text.find_first_not_of(blank);
  if (first == text.npos) return {};
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

// "overrides.rules" as its keys; quotation marks around them go.
std::vector<std::string> keys_of(std::string_view dotted) {
  std::vector<std::string> out;
  while (!dotted.empty()) {
    const std::size_t dot = std::min(dotted.find('.'), dotted.size());
    std::string_view key = trimmed(dotted.substr(0, dot));
    if (key.size() >= 2 && key.front() == '"' && key.back() == '"') key = key.substr(1, key.size() - 2);
    out.emplace_back(key);
    dotted.remove_prefix(std::min(dot + 1, dotted.size()));
  }
  return out;
}

// "[rules]" and "[[overrides]]": what stands in the brackets; nothing for other lines.
std::optional<std::string_view> header(std::string_view line) {
  line = trimmed(line);
  if (!line.starts_with('[')) return std::nullopt;
  line.remove_prefix(line.starts_with("[[") ? 2 : 1);
  return line.substr(0, line.find(']'));
}

struct Place {
  std::vector<std::string> path;  // of the table, and of a value its key
  Span word;                      // what is typed of the key or value, up to its end
  bool in_value = false, in_header = false;
};

bool is_key_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_';
}

// The innermost inline table that is open before the end of `text`, and the item of it that the end is in.
struct Item {
  std::vector<std::string> path;
  std::string_view rest;  // of the item, so far
};
Item innermost(std::string_view text) {
  Item out{{}, text};
  bool quoted = false;
  std::vector<Item> open;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == '{') {
      open.push_back({out.path, text.substr(begin)});
      const std::string_view before = text.substr(begin, i - begin);
      if (const std::size_t equals = before.find('='); equals != before.npos)
        for (std::string& key : keys_of(before.substr(0, equals))) out.path.push_back(std::move(key));
      begin = i + 1;
    } else if (c == '}' && !open.empty()) {
      out.path = std::move(open.back().path);
      begin = static_cast<std::size_t>(open.back().rest.data() - text.data());
      open.pop_back();
    } else if (c == ',' && !open.empty()) {
      begin = i + 1;
    }
  }
  out.rest = text.substr(begin);
  return out;
}

Place place_at(const Text& text, std::uint32_t offset) {
  Place out;
  const std::uint32_t number = text.position(offset, Encoding::utf8).line;
  for (std::uint32_t line = 0; line < number; ++line)
    if (const auto table = header(text.bytes(text.line(line)))) out.path = keys_of(*table);

  const Span line = text.line(number);
  const std::string_view before = text.bytes({line.begin, offset});
  std::uint32_t begin = offset, end = offset;
  const auto letter_at = [&](std::uint32_t i) { return is_key_letter(text.bytes({i, i + 1}).front()); };
  if (const auto table = header(before)) {
    out.path = keys_of(*table);
    if (!out.path.empty() && !table->ends_with('.')) out.path.pop_back();
    out.in_header = true;
  } else {
    const Item item = innermost(before);
    out.path.insert(out.path.end(), item.path.begin(), item.path.end());
    if (const std::size_t equals = item.rest.find('='); equals != item.rest.npos) {
      for (std::string& key : keys_of(item.rest.substr(0, equals))) out.path.push_back(std::move(key));
      out.in_value = true;
    } else if (const std::size_t dot = item.rest.rfind('.'); dot != item.rest.npos) {
      for (std::string& key : keys_of(item.rest.substr(0, dot))) out.path.push_back(std::move(key));
    }
  }
  while (begin > line.begin && letter_at(begin - 1)) --begin;
  while (end < line.end && letter_at(end)) ++end;
  if (out.in_value) {
    if (begin > line.begin && text.bytes({begin - 1, begin}) == "\"") --begin;
    if (end < line.end && text.bytes({end, end + 1}) == "\"") ++end;
  }
  out.word = {begin, end};
  return out;
}

std::string about(const Reading& reading, const std::string& key, const SettingSchema& schema, const Style& style) {
  std::string out = std::string(style.strong) + key + std::string(style.strong);
  const std::string description = schema.description();
  if (!description.empty()) out += "\n\n" + style.text(description);
  if (const std::string usual = schema.usual(); !usual.empty()) out += "\n\nDefault: " + style.text(usual);
  if (const Rule* rule = reading.settings->catalog()->find(key))
    out += style.links ? "\n\n[Page of the rule](" + page_url(rule->page) + ")" : "\n\n" + page_url(rule->page);
  return out + "\n";
}

}  // namespace

SettingChoices setting_choices(const Reading& reading, std::uint32_t offset) {
  const Place place = place_at(reading.text, offset);
  SettingChoices out{place.word, {}};
  const auto tree = settings_schema(reading);
  const SettingSchema here = SettingSchema(tree).at(place.path);
  if (place.in_value) {
    for (const std::string& value : here.values()) out.all.push_back({value, value, {}, {}, false});
    return out;
  }
  for (const std::string& key : here.keys()) {
    const SettingSchema inner = here.at({key});
    if (place.in_header && !inner.is_table()) continue;
    out.all.push_back({key, place.in_header ? key : key + " = ", {}, inner.description(), true});
  }
  return out;
}

std::optional<SettingCard> setting_card(const Reading& reading, std::uint32_t offset, const Style& style) {
  Place place = place_at(reading.text, offset);
  if (place.word.empty()) return std::nullopt;
  if (!place.in_value) place.path.emplace_back(reading.text.bytes(place.word));
  const auto tree = settings_schema(reading);
  const SettingSchema here = SettingSchema(tree).at(place.path);
  if (place.path.empty() || !here.known()) return std::nullopt;
  return SettingCard{place.word, about(reading, place.path.back(), here, style)};
}

}  // namespace stet
