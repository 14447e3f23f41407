#pragma once
// Outbox: what waits for a client that reads slowly. Replies keep their order and all arrive; of the diagnostics of
// one document only the newest wait, so that ten thousand edits leave one publish behind.
//
//   Outbox outbox;
//   outbox.send(reply);
//   outbox.publish("file:///a.md", params);
//   while (auto frame = outbox.next()) write(*frame);
#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <string>
#include <variant>

#include "lsp/json.h"

namespace stet {

class Outbox {
 public:
  void send(const json& message);
  void publish(const std::string& uri, json params);

  // The next frame to write, taken out; nothing where none waits.
  std::optional<std::string> next();

  bool empty() const { return order_.empty(); }
  // Bytes of replies that wait; diagnostics are not counted, since they cannot pile up.
  std::size_t size() const { return size_; }

 private:
  struct Newest {  // the diagnostics of a document, in publishes_
    std::string uri;
  };
  std::deque<std::variant<std::string, Newest>> order_;
  std::map<std::string, json> publishes_;
  std::size_t size_ = 0;
};

}  // namespace stet
