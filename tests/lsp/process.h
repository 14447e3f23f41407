#pragma once
// The real binary, spoken to over pipes, as an editor does.
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "lsp/frame.h"
#include "lsp/json.h"

namespace stet {

class Process {
 public:
  explicit Process(std::initializer_list<const char*> arguments);
  ~Process();  // kills it where it still runs
  Process(const Process&) = delete;

  // False where the other end is closed.
  bool write(std::string_view bytes);
  void say(const json& message) { write(framed(message.dump())); }
  void close_input();
  void close_output();

  // The next message; nothing at the end of its output.
  std::optional<json> next();
  // The next message that is a reply to `id`, or a notification of `method`; others on the way are dropped.
  json reply_to(int id);
  json notified(std::string_view method);

  int wait();  // the exit status; 128 + the signal's number where one ended it
  std::int64_t id() const { return process_; }

 private:
  int process_ = -1, in_ = -1, out_ = -1;
  Framer framer_;
};

}  // namespace stet
