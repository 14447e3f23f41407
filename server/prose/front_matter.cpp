#include "prose/front_matter.h"

#include <toml++/toml.h>
#include <yaml-cpp/yaml.h>

#include <sstream>

#include "text/toml_depth.h"

namespace stet {

namespace {

struct Fenced {
  Span all, inner;
};

// From a fence line to the next one, which must both stand alone on their line.
std::optional<Fenced> find_fenced(std::string_view bytes, std::string_view fence, bool dots_end) {
  std::size_t begin = bytes.starts_with("\xEF\xBB\xBF") ? 3 : 0;
  if (!bytes.substr(begin).starts_with(fence)) return std::nullopt;
  const auto line_end = [&](std::size_t from) { return std::min(bytes.find_first_of("\r\n", from), bytes.size()); };
  const auto past_end = [&](std::size_t end) {
    if (end < bytes.size() && bytes[end] == '\r') ++end;
    if (end < bytes.size() && bytes[end] == '\n' && end > 0) ++end;
    return end;
  };
  const auto alone = [&](std::size_t from, std::string_view mark) {
    const std::string_view line = bytes.substr(from, line_end(from) - from);
    return line.starts_with(mark) && line.find_first_not_of(" \t", mark.size()) == std::string_view::npos;
  };
  if (!alone(begin, fence)) return std::nullopt;
  const std::size_t inner = past_end(line_end(begin));
  for (std::size_t at = inner; at < bytes.size();) {
    if (alone(at, fence) || (dots_end && alone(at, "..."))) {
      const std::size_t end = past_end(line_end(at));
      return Fenced{{static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)},
                    {static_cast<std::uint32_t>(inner), static_cast<std::uint32_t>(at)}};
    }
    const std::size_t next = past_end(line_end(at));
    if (next <= at) break;
    at = next;
  }
  return std::nullopt;
}

void add_yaml(const YAML::Node& node, const std::string& key, std::uint32_t offset, Meta& meta) {
  if (node.IsScalar()) {
    const auto mark = node.Mark();
    const auto at = offset + static_cast<std::uint32_t>(std::max(mark.pos, 0));
    meta.entries.push_back({key, node.Scalar(), {at, at + static_cast<std::uint32_t>(node.Scalar().size())}});
  } else if (node.IsSequence()) {
    for (const auto& item : node)
      if (item.IsScalar()) add_yaml(item, key, offset, meta);
  } else if (node.IsMap()) {
    for (const auto& item : node)
      if (item.first.IsScalar() && item.second.IsScalar())
        add_yaml(item.second, key + "." + item.first.Scalar(), offset, meta);
  }
}

void read_yaml(std::string_view inner, std::uint32_t offset, Meta& meta) {
  try {
    const YAML::Node root = YAML::Load(std::string(inner));
    if (!root.IsMap()) return;
    for (const auto& item : root)
      if (item.first.IsScalar()) add_yaml(item.second, item.first.Scalar(), offset, meta);
  } catch (const YAML::Exception& e) {
    meta.error = "front matter: " + std::string(e.what());
  }
}

void add_toml(const toml::node& node, const std::string& key, Span span, Meta& meta) {
  if (const auto* array = node.as_array()) {
    for (const auto& item : *array) add_toml(item, key, span, meta);
    return;
  }
  if (const auto* string = node.as_string()) {
    meta.entries.push_back({key, string->get(), span});
  } else if (node.is_date() || node.is_date_time() || node.is_integer() || node.is_floating_point() ||
             node.is_boolean()) {
    std::ostringstream out;
    out << toml::node_view<const toml::node>(node);
    meta.entries.push_back({key, out.str(), span});
  }
}

void read_toml(std::string_view inner, std::uint32_t offset, Meta& meta) {
  if (toml_key_too_deep(inner)) {
    meta.error = "front matter: a key of more than 64 parts";
    return;
  }
  try {
    const toml::table table = toml::parse(inner);
    for (const auto& [key, node] : table) {
      add_toml(node, std::string(key.str()), {offset, offset + static_cast<std::uint32_t>(inner.size())}, meta);
    }
  } catch (const toml::parse_error& e) {
    meta.error = "front matter: " + std::string(e.description());
  }
}

}  // namespace

Meta read_front_matter(std::string_view bytes) {
  Meta meta;
  if (const auto yaml = find_fenced(bytes, "---", true)) {
    // A thematic break and prose up to another one is not front matter: its first line is "key:" or a comment.
    meta.span = yaml->all;
    read_yaml(bytes.substr(yaml->inner.begin, yaml->inner.size()), yaml->inner.begin, meta);
    if (!meta.error && meta.entries.empty() && !yaml->inner.empty() &&
        bytes.substr(yaml->inner.begin, yaml->inner.size()).find(':') == std::string_view::npos)
      meta.span = {};
  } else if (const auto toml = find_fenced(bytes, "+++", false)) {
    meta.span = toml->all;
    read_toml(bytes.substr(toml->inner.begin, toml->inner.size()), toml->inner.begin, meta);
  }
  return meta;
}

}  // namespace stet
