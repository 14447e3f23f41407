#include "lsp/outbox.h"

#include <utility>

#include "lsp/frame.h"
#include "lsp/message.h"

namespace stet {

void Outbox::send(const json& message) {
  std::string frame = framed(write_json(message));
  size_ += frame.size();
  order_.emplace_back(std::move(frame));
}

void Outbox::publish(const std::string& uri, json params) {
  if (publishes_.insert_or_assign(uri, std::move(params)).second) order_.emplace_back(Newest{uri});
}

std::optional<std::string> Outbox::next() {
  if (order_.empty()) return std::nullopt;
  const auto first = std::move(order_.front());
  order_.pop_front();
  if (const auto* frame = std::get_if<std::string>(&first)) {
    size_ -= frame->size();
    return *frame;
  }
  auto publish = publishes_.extract(std::get<Newest>(first).uri);
  return framed(write_json(notification("textDocument/publishDiagnostics", std::move(publish.mapped()))));
}

}  // namespace stet
