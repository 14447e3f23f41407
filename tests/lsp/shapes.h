#pragma once
// Shapes: is a message what the protocol says it must be? The types are in protocol.shapes, written down from the
// specification (3.17), those parts that stet sends.
#include <map>
#include <string>

#include "lsp/json.h"

namespace stet {

// What is wrong with a message of the server, and where in it; empty where it is right. `asked` are the methods of the
// client's requests, by their id as JSON: a reply has the shape that its method has.
std::string shape_fault(const json& message, const std::map<std::string, std::string>& asked);

}  // namespace stet
