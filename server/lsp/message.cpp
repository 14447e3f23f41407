#include "lsp/message.h"

#include <utility>

namespace stet {

namespace {

json take(json& object, const char* name) {
  const auto found = object.find(name);
  return found == object.end() ? json() : std::move(*found);
}

Message read_message(json value) {
  if (!value.is_object()) return Malformed{nullptr, ErrorCode::invalid_request, "a message is a JSON object"};
  const bool has_id = value.contains("id");
  json id = take(value, "id");
  const bool right_id = id.is_string() || id.is_number_integer();
  if (has_id && !right_id && !id.is_null()) id = nullptr;

  const auto method = value.find("method");
  if (method != value.end()) {
    if (!method->is_string()) return Malformed{std::move(id), ErrorCode::invalid_request, "`method` is not a string"};
    if (!has_id) return Notification{method->get<std::string>(), take(value, "params")};
    if (!right_id) return Malformed{nullptr, ErrorCode::invalid_request, "`id` is neither a string nor a whole number"};
    return Request{std::move(id), method->get<std::string>(), take(value, "params")};
  }
  if (has_id && value.contains("error")) return Response{std::move(id), nullptr, true};
  if (has_id && value.contains("result")) return Response{std::move(id), take(value, "result"), false};
  return Malformed{std::move(id), ErrorCode::invalid_request, "neither `method`, `result` nor `error`"};
}

}  // namespace

std::vector<Message> read_messages(std::string_view body) {
  std::vector<Message> out;
  json value = read_json(body);
  if (value.is_discarded()) {
    out.push_back(Malformed{nullptr, ErrorCode::parse_error, "the body is not JSON, or nested too deeply"});
  } else if (value.is_array() && !value.empty()) {
    out.reserve(value.size());
    for (json& element : value) out.push_back(read_message(std::move(element)));
  } else {
    out.push_back(read_message(std::move(value)));
  }
  return out;
}

json reply(const json& id, json result) { return {{"jsonrpc", "2.0"}, {"id", id}, {"result", std::move(result)}}; }

json error_reply(const json& id, ErrorCode code, std::string message, json data) {
  json error = {{"code", static_cast<int>(code)}, {"message", std::move(message)}};
  if (!data.is_null()) error["data"] = std::move(data);
  return {{"jsonrpc", "2.0"}, {"id", id}, {"error", std::move(error)}};
}

json notification(std::string_view method, json params) {
  return {{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}};
}

json request(const json& id, std::string_view method, json params) {
  return {{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", std::move(params)}};
}

}  // namespace stet
