#include "config/toml.h"

#include <toml++/toml.h>

#include <algorithm>
#include <sstream>

#include "text/text.h"
#include "text/toml_depth.h"

namespace stet {

namespace {

Origin origin_of(const toml::source_region& region, const std::string& where) {
  return {where, static_cast<std::uint32_t>(region.begin.line), static_cast<std::uint32_t>(region.begin.column)};
}

Date date_of(const toml::date& date) {
  return {std::chrono::year(date.year), std::chrono::month(date.month), std::chrono::day(date.day)};
}

Setting to_setting(const toml::node& node, const std::string& where);

Setting::Table to_table(const toml::table& table, const std::string& where) {
  Setting::Table out;
  for (const auto& [key, node] : table) {
    Setting setting = to_setting(node, where);
    setting.key_origin = origin_of(key.source(), where);
    out.emplace_back(std::string(key.str()), std::move(setting));
  }
  std::stable_sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
    return std::pair(a.value.key_origin.line, a.value.key_origin.column) <
           std::pair(b.value.key_origin.line, b.value.key_origin.column);
  });
  return out;
}

Setting to_setting(const toml::node& node, const std::string& where) {
  Setting out;
  out.origin = origin_of(node.source(), where);
  if (const auto* table = node.as_table()) {
    out.value = to_table(*table, where);
  } else if (const auto* array = node.as_array()) {
    Setting::List list;
    for (const auto& item : *array) list.push_back(to_setting(item, where));
    out.value = std::move(list);
  } else if (const auto* string = node.as_string()) {
    out.value = string->get();
  } else if (const auto* flag = node.as_boolean()) {
    out.value = flag->get();
  } else if (const auto* integer = node.as_integer()) {
    out.value = static_cast<double>(integer->get());
  } else if (const auto* number = node.as_floating_point()) {
    out.value = number->get();
  } else if (const auto* date = node.as_date()) {
    out.value = date_of(date->get());
  } else if (const auto* moment = node.as_date_time()) {
    out.value = date_of(moment->get().date);
  } else {
    std::ostringstream written;
    written << toml::node_view<const toml::node>(node);
    out.value = written.str();
  }
  return out;
}

}  // namespace

std::variant<Setting, ConfigError> read_toml(std::string_view bytes, const std::string& where) {
  if (const auto at = toml_key_too_deep(bytes)) {
    const Position place = Text(std::string(bytes)).position(static_cast<std::uint32_t>(*at), Encoding::utf32);
    return ConfigError{{where, place.line + 1, place.column + 1},
                       "a key of more than 64 parts: nothing here needs one"};
  }
  try {
    const toml::table table = toml::parse(bytes, where);
    Setting out;
    out.value = to_table(table, where);
    out.origin = {where, 1, 1};
    return out;
  } catch (const toml::parse_error& e) {
    return ConfigError{origin_of(e.source(), where), std::string(e.description())};
  }
}

}  // namespace stet
