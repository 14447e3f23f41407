#pragma once
// Messages: JSON-RPC 2.0 as the language server protocol uses it. What a body is, and how replies are written.
//
// Any JSON is some message: what is neither request, notification nor response is Malformed, with the id to answer to
// where there is one, so that whoever waits for a reply gets one.
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "lsp/json.h"

namespace stet {

// Numbers the protocol gives to errors.
enum class ErrorCode : int {
  parse_error = -32700,
  invalid_request = -32600,
  method_not_found = -32601,
  invalid_params = -32602,
  internal_error = -32603,
  server_not_initialized = -32002,
  request_cancelled = -32800,
  content_modified = -32801,
  server_cancelled = -32802,
  request_failed = -32803,
};

struct Request {
  json id;  // a string or a whole number
  std::string method;
  json params;
};

struct Notification {
  std::string method;
  json params;
};

// The client's answer to a request of the server.
struct Response {
  json id, result;
  bool failed = false;
};

struct Malformed {
  json id;  // null where none could be read
  ErrorCode code = ErrorCode::invalid_request;
  std::string why;
};

using Message = std::variant<Request, Notification, Response, Malformed>;

// The messages of a body: one, or as many as a batch (an array) holds.
std::vector<Message> read_messages(std::string_view body);

json reply(const json& id, json result);
json error_reply(const json& id, ErrorCode code, std::string message, json data = nullptr);
json notification(std::string_view method, json params);
json request(const json& id, std::string_view method, json params);

}  // namespace stet
