#include "lsp/shapes.h"

#include <cctype>
#include <fstream>
#include <limits>
#include <memory>
#include <stdexcept>
#include <vector>

namespace stet {
namespace {

struct Shape;
using Ref = std::shared_ptr<const Shape>;
struct Field {
  std::string name;
  bool optional = false;
  Ref shape;
};
struct Shape {
  enum class Kind { name, text, object, list, map, either } kind = Kind::name;
  std::string name;           // of a type, or the text itself
  std::vector<Field> fields;  // of an object
  std::vector<Ref> parts;     // alternatives; or what a list or map holds
};

// Type = name | "text" | { field?: Type, … } | Type[] | map<Type> | Type | Type
class Parser {
 public:
  explicit Parser(std::string text) : text_(std::move(text)) {}

  Ref type() {
    Shape either{Shape::Kind::either, {}, {}, {one()}};
    while (eat("|")) either.parts.push_back(one());
    return either.parts.size() == 1 ? either.parts.front() : std::make_shared<Shape>(either);
  }

 private:
  Ref one() {
    Shape shape;
    if (eat("{")) {
      shape.kind = Shape::Kind::object;
      while (!eat("}")) {
        const std::string name = word();
        const bool optional = eat("?");
        need(":");
        shape.fields.push_back({name, optional, type()});
        eat(",");
      }
    } else if (eat("\"")) {
      shape.kind = Shape::Kind::text;
      const std::size_t end = text_.find('"', at_);
      shape.name = text_.substr(at_, end - at_);
      at_ = end + 1;
    } else if (eat("map<")) {
      shape.kind = Shape::Kind::map;
      shape.parts = {type()};
      need(">");
    } else if (eat("(")) {
      shape = *type();
      need(")");
    } else {
      shape.name = word();
    }
    Ref out = std::make_shared<Shape>(shape);
    while (eat("[]")) out = std::make_shared<Shape>(Shape{Shape::Kind::list, {}, {}, {out}});
    return out;
  }

  std::string word() {
    blank();
    const std::size_t begin = at_;
    while (at_ < text_.size() && (std::isalnum(static_cast<unsigned char>(text_[at_])) != 0 || text_[at_] == '_'))
      ++at_;
    if (begin == at_) throw std::logic_error("no word at: " + text_.substr(at_, 40));
    return text_.substr(begin, at_ - begin);
  }
  void blank() {
    while (at_ < text_.size() && std::isspace(static_cast<unsigned char>(text_[at_])) != 0) ++at_;
  }
  bool eat(std::string_view token) {
    blank();
    if (text_.compare(at_, token.size(), token) != 0) return false;
    at_ += token.size();
    return true;
  }
  void need(std::string_view token) {
    if (!eat(token)) throw std::logic_error("no " + std::string(token) + " at: " + text_.substr(at_, 40));
  }

  std::string text_;
  std::size_t at_ = 0;
};

// "name = Type", a line each; lines that begin with a blank go on. Names of messages hold their kind: "reply
// initialize".
std::map<std::string, Ref> read_shapes() {
  std::ifstream in(STET_SOURCE_DIR "/tests/lsp/protocol.shapes");
  std::vector<std::string> entries;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() || line.front() == '#') continue;
    if (line.front() == ' ') entries.back() += line;
    else entries.push_back(line);
  }
  std::map<std::string, Ref> out;
  for (const std::string& entry : entries) {
    const std::size_t equals = entry.find(" = ");
    out[entry.substr(0, equals)] = Parser(entry.substr(equals + 3)).type();
  }
  return out;
}

const std::map<std::string, Ref>& shapes() {
  static const auto all = read_shapes();
  return all;
}

std::string fault(const Shape& shape, const json& value, const std::string& where);

std::string fault_of_name(const std::string& name, const json& value, const std::string& where) {
  const auto is = [&](bool right) { return right ? std::string() : where + " is no " + name; };
  constexpr auto largest = std::numeric_limits<std::int32_t>::max();
  if (name == "any") return {};
  if (name == "string") return is(value.is_string());
  if (name == "boolean") return is(value.is_boolean());
  if (name == "null") return is(value.is_null());
  if (name == "integer") return is(value.is_number_integer());
  if (name == "uinteger")
    return is(value.is_number_integer() && value.get<std::int64_t>() >= 0 && value.get<std::int64_t>() <= largest);
  if (name == "uri") return is(value.is_string() && value.get<std::string>().find(':') != std::string::npos);
  const auto found = shapes().find(name);
  if (found == shapes().end()) return where + ": no shape is written down for " + name;
  return fault(*found->second, value, where);
}

std::string fault_of_object(const Shape& shape, const json& value, const std::string& where) {
  if (!value.is_object()) return where + " is no object";
  std::size_t known = 0;
  for (const Field& field : shape.fields) {
    const auto found = value.find(field.name);
    if (found == value.end()) {
      if (!field.optional) return where + " lacks " + field.name;
      continue;
    }
    ++known;
    if (std::string inner = fault(*field.shape, *found, where + "." + field.name); !inner.empty()) return inner;
  }
  if (known == value.size()) return {};
  for (const auto& [name, inner] : value.items()) {
    bool is_known = false;
    for (const Field& field : shape.fields) is_known = is_known || field.name == name;
    if (!is_known) return where + " has " + name + ", which it must not";
  }
  return {};
}

std::string fault(const Shape& shape, const json& value, const std::string& where) {
  switch (shape.kind) {
    case Shape::Kind::name: return fault_of_name(shape.name, value, where);
    case Shape::Kind::text: return value == shape.name ? std::string() : where + " is not " + shape.name;
    case Shape::Kind::object: return fault_of_object(shape, value, where);
    case Shape::Kind::list:
      if (!value.is_array()) return where + " is no list";
      for (std::size_t i = 0; i < value.size(); ++i)
        if (std::string inner = fault(*shape.parts.front(), value[i], where + "[" + std::to_string(i) + "]");
            !inner.empty())
          return inner;
      return {};
    case Shape::Kind::map:
      if (!value.is_object()) return where + " is no object";
      for (const auto& [name, inner_value] : value.items())
        if (std::string inner = fault(*shape.parts.front(), inner_value, where + "." + name); !inner.empty())
          return inner;
      return {};
    case Shape::Kind::either: {
      std::string all;
      for (const Ref& part : shape.parts) {
        const std::string inner = fault(*part, value, where);
        if (inner.empty()) return {};
        all += (all.empty() ? "" : "; or ") + inner;
      }
      return all;
    }
  }
  return {};
}

}  // namespace

std::string shape_fault(const json& message, const std::map<std::string, std::string>& asked) {
  if (message.value("jsonrpc", "") != "2.0") return "jsonrpc is not 2.0";
  if (message.contains("method")) {
    const std::string kind = message.contains("id") ? "request " : "notify ";
    const auto params = message.find("params");
    return fault_of_name(kind + message["method"].get<std::string>(), params == message.end() ? json() : *params,
                         "params");
  }
  if (message.contains("error")) return fault_of_name("Error", message["error"], "error");
  const auto method = asked.find(message.at("id").dump());
  if (method == asked.end()) return "a reply to what was not asked";
  return fault_of_name("reply " + method->second, message.at("result"), "result");
}

}  // namespace stet
