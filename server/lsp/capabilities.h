#pragma once
// What the server says it can do: exactly what it serves, to this client.
#include <vector>

#include "lsp/client.h"

namespace stet {

// The result of `initialize`.
json server_introduction(const Client& client);

// What to register with a client that takes it: one list a request.
std::vector<json> registrations(const Client& client);

}  // namespace stet
