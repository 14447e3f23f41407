#include "bench/server.h"

#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <fstream>

namespace stet::bench {
namespace {

json place(const Text& text, std::uint32_t offset) {
  const Position at = text.position(offset, Encoding::utf16);
  return {{"line", at.line}, {"character", at.column}};
}

}  // namespace

Server::Server(const std::string& stet) {
  std::array<int, 2> to{}, from{};
  if (pipe(to.data()) != 0 || pipe(from.data()) != 0) return;
  child_ = fork();
  if (child_ == 0) {
    dup2(to[0], 0);
    dup2(from[1], 1);
    for (int end : {to[0], to[1], from[0], from[1]}) close(end);
    execl(stet.c_str(), stet.c_str(), "lsp", nullptr);
    _exit(127);
  }
  close(to[0]);
  close(from[1]);
  in_ = to[1];
  out_ = from[0];
}

Server::~Server() {
  close(in_);
  close(out_);
  waitpid(child_, nullptr, 0);
}

void Server::send(const json& message) {
  const std::string body = message.dump();
  std::string_view rest;
  const std::string frame = "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
  for (rest = frame; !rest.empty();) {
    const ssize_t written = write(in_, rest.data(), rest.size());
    if (written <= 0) return;
    rest.remove_prefix(static_cast<std::size_t>(written));
  }
}

std::optional<json> Server::receive() {
  while (true) {
    const std::size_t head = bytes_.find("\r\n\r\n");
    if (head != bytes_.npos) {
      const std::size_t length = std::strtoul(bytes_.c_str() + sizeof("Content-Length:") - 1, nullptr, 10);
      if (bytes_.size() >= head + 4 + length) {
        json message = json::parse(bytes_.substr(head + 4, length), nullptr, false);
        bytes_.erase(0, head + 4 + length);
        return message;
      }
    }
    pollfd wanted{out_, POLLIN, 0};
    std::array<char, 65536> piece{};
    if (poll(&wanted, 1, 10'000) <= 0) return std::nullopt;
    const ssize_t came = read(out_, piece.data(), piece.size());
    if (came <= 0) return std::nullopt;
    bytes_.append(piece.data(), static_cast<std::size_t>(came));
  }
}

bool Server::wait_for(int version, const std::string& uri) {
  while (const auto message = receive())
    if (message->value("method", "") == "textDocument/publishDiagnostics" &&
        message->at("params").value("version", -1) == version && (uri.empty() || message->at("params")["uri"] == uri))
      return true;
  return false;
}

std::size_t Server::resident() const {
  std::ifstream in("/proc/" + std::to_string(child_) + "/statm");
  std::size_t all = 0, pages = 0;
  in >> all >> pages;
  return pages * static_cast<std::size_t>(sysconf(_SC_PAGESIZE));
}

json note(const char* method, json params) {
  return {{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}};
}

void greet(Server& server) {
  const json can = {{"textDocument", {{"publishDiagnostics", {{"versionSupport", true}}}}}};
  json hello = note("initialize", {{"processId", nullptr}, {"rootUri", nullptr}, {"capabilities", can}});
  hello["id"] = 1;
  server.send(hello);
  server.send(note("initialized", json::object()));
}

void open(Server& server, const std::string& uri, const std::string& text) {
  server.send(note("textDocument/didOpen",
                   {{"textDocument", {{"uri", uri}, {"languageId", "markdown"}, {"version", 0}, {"text", text}}}}));
}

void change(Server& server, const std::string& uri, int version, const Text& text, const Edit& edit) {
  const json range{{"start", place(text, edit.span.begin)}, {"end", place(text, edit.span.end)}};
  server.send(
      note("textDocument/didChange", {{"textDocument", {{"uri", uri}, {"version", version}}},
                                      {"contentChanges", json::array({{{"range", range}, {"text", edit.text}}})}}));
}

}  // namespace stet::bench
