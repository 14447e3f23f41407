// Keystroke to diagnostics as a client sees it: `stet lsp` as a process, one megabyte open, an edit sent, and the clock
// stopped when diagnostics of that version have come.
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <nlohmann/json.hpp>
#include <optional>

#include "bench/measure.h"
#include "bench/news.h"
#include "bench/typist.h"

namespace stet::bench {
namespace {

using nlohmann::json;

class Server {
 public:
  explicit Server(const std::string& stet) {
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
  ~Server() {
    close(in_);
    close(out_);
    waitpid(child_, nullptr, 0);
  }
  Server(const Server&) = delete;
  Server& operator=(const Server&) = delete;

  void send(const json& message) {
    const std::string body = message.dump();
    std::string_view rest;
    const std::string frame = "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
    for (rest = frame; !rest.empty();) {
      const ssize_t written = write(in_, rest.data(), rest.size());
      if (written <= 0) return;
      rest.remove_prefix(static_cast<std::size_t>(written));
    }
  }

  // The next message; nothing when none comes for ten seconds or the server has ended.
  std::optional<json> receive() {
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

  // False where diagnostics of that version do not come.
  bool wait_for(int version) {
    while (const auto message = receive())
      if (message->value("method", "") == "textDocument/publishDiagnostics" &&
          message->at("params").value("version", -1) == version)
        return true;
    return false;
  }

 private:
  pid_t child_ = -1;
  int in_ = -1, out_ = -1;
  std::string bytes_;
};

json note(const char* method, json params) {
  return {{"jsonrpc", "2.0"}, {"method", method}, {"params", std::move(params)}};
}

json place(const Text& text, std::uint32_t offset) {
  const Position at = text.position(offset, Encoding::utf16);
  return {{"line", at.line}, {"character", at.column}};
}

void wire_1m(benchmark::State& state, const std::string& stet) {
  const std::string uri = "untitled:draft.md";
  Text text(news_draft(3, 1'000'000));
  Server server(stet);
  const json can = {{"textDocument", {{"publishDiagnostics", {{"versionSupport", true}}}}}};
  json hello = note("initialize", {{"processId", nullptr}, {"rootUri", nullptr}, {"capabilities", can}});
  hello["id"] = 1;
  server.send(hello);
  server.send(note("initialized", json::object()));
  server.send(
      note("textDocument/didOpen",
           {{"textDocument",
             {{"uri", uri}, {"languageId", "markdown"}, {"version", 0}, {"text", std::string(text.bytes())}}}}));
  if (!server.wait_for(0)) {
    state.SkipWithError("the server published nothing");
    return;
  }
  Typist typist(4);
  std::vector<double> times;
  int version = 0;
  for (auto _ : state) {
    const Edit edit = typist.next(text);
    const json range{{"start", place(text, edit.span.begin)}, {"end", place(text, edit.span.end)}};
    const json change =
        note("textDocument/didChange", {{"textDocument", {{"uri", uri}, {"version", ++version}}},
                                        {"contentChanges", json::array({{{"range", range}, {"text", edit.text}}})}});
    bool answered = false;
    times.push_back(seconds([&] {
      server.send(change);
      answered = server.wait_for(version);
    }));
    if (!answered) {
      state.SkipWithError("an edit was not answered");
      return;
    }
    text = text.with({&edit, 1});
    state.SetIterationTime(times.back());
  }
  state.counters["wire_1m_ms"] = 1000 * quantile(times, 0.5);
}

}  // namespace

void register_wire_benchmarks(const std::string& stet) {
  benchmark::RegisterBenchmark("wire_1m", wire_1m, stet)->Iterations(60)->UseManualTime();
}

}  // namespace stet::bench
