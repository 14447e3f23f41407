#pragma once
// `stet lsp` as a process, and a client of it that does no more than the measuring needs.
#include <sys/types.h>

#include <nlohmann/json.hpp>
#include <optional>
#include <string>

#include "text/text.h"

namespace stet::bench {

using nlohmann::json;

class Server {
 public:
  explicit Server(const std::string& stet);
  ~Server();  // ends it
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  void send(const json& message);
  // The next message; nothing when none comes for ten seconds or the server has ended.
  std::optional<json> receive();
  // False where diagnostics of that version do not come; of any draft, where `uri` is empty.
  bool wait_for(int version, const std::string& uri = {});

  // Resident bytes of it now; 0 where the system does not tell.
  std::size_t resident() const;

 private:
  pid_t child_ = -1;
  int in_ = -1, out_ = -1;
  std::string bytes_;
};

json note(const char* method, json params);
// initialize, initialized; as a client that takes versions.
void greet(Server& server);
void open(Server& server, const std::string& uri, const std::string& text);
// One didChange of `edit`, which is of `text`.
void change(Server& server, const std::string& uri, int version, const Text& text, const Edit& edit);

}  // namespace stet::bench
