#include "lsp/session.h"

#include <algorithm>
#include <utility>

#include "lsp/capabilities.h"

namespace stet {

Effects Session::on(Event event, Time now) {
  now_ = std::max(now, now_);
  if (stage_ != Stage::ended) std::visit([this](auto& given) { take(given); }, event);
  if (stage_ == Stage::initialized) read_what_is_due();
  return std::exchange(effects_, {});
}

std::optional<Time> Session::wake() const {
  std::optional<Time> out;
  if (stage_ != Stage::initialized) return out;
  const auto sooner = [&](std::optional<Time> time) {
    if (time && (!out || *time < *out)) out = time;
  };
  for (const auto& [uri, draft] : drafts_) {
    if (const auto due = draft.due()) sooner(settings_awaited_ ? std::max(*due, *settings_awaited_) : *due);
    sooner(draft.settled_at());
  }
  return out;
}

const Text* Session::text(const std::string& uri) const {
  const auto found = drafts_.find(uri);
  return found == drafts_.end() ? nullptr : &found->second.text;
}

void Session::take(Received& event) {
  std::visit([this](auto& message) { take(message); }, event.message);
}

void Session::take(Garbled& event) {
  send(error_reply(nullptr, ErrorCode::parse_error, event.why));
  log(Loudness::error, "unreadable message: " + event.why);
}

void Session::take(Closed&) { end(); }
void Session::take(ParentDied&) { end(); }

void Session::end() {
  for (auto& [uri, draft] : drafts_) draft.closed();
  effects_.emplace_back(End{stage_ == Stage::shut_down ? 0 : 1});
  stage_ = Stage::ended;
}

void Session::take(Woke&) {
  for (auto& [uri, draft] : drafts_)
    if (draft.settled_at() && *draft.settled_at() <= now_) {
      publish(draft);
      if (client_.refreshes.diagnostics && client_.pulls)
        ask_client(Asked::nothing, "workspace/diagnostic/refresh", nullptr);
    }
}

void Session::take(Malformed& malformed) { send(error_reply(malformed.id, malformed.code, malformed.why)); }

void Session::take(Request& request) {
  if (request.method == "initialize") {
    if (stage_ != Stage::started) {
      send(error_reply(request.id, ErrorCode::invalid_request, "initialize comes once"));
      return;
    }
    send(reply(request.id, initialize(Member(request.params))));
    return;
  }
  if (stage_ == Stage::started) {
    send(error_reply(request.id, ErrorCode::server_not_initialized, "initialize comes first"));
  } else if (stage_ == Stage::shut_down) {
    send(error_reply(request.id, ErrorCode::invalid_request, "the server is shut down"));
  } else if (request.method == "shutdown") {
    for (auto& [uri, draft] : drafts_) draft.closed();
    for (const Waiting& waiting : std::exchange(waiting_, {}))
      send(error_reply(waiting.id, ErrorCode::request_failed, "the server is shut down"));
    abandon_runs();
    stage_ = Stage::shut_down;
    send(reply(request.id, nullptr));
  } else if (const Feature* feature = feature_of(request.method)) {
    ask(request, *feature);
  } else if (request.method == "workspace/executeCommand") {
    execute(request);
  } else if (request.method == "workspace/symbol") {
    find_symbols(request);
  } else if (request.method == "workspace/diagnostic") {
    report_workspace(request);
  } else {
    send(error_reply(request.id, ErrorCode::method_not_found, "no method " + request.method));
  }
}

json Session::initialize(Member params) {
  stage_ = Stage::initialized;
  client_ = read_client(params);
  if (client_.process) effects_.emplace_back(WatchParent{*client_.process});
  effects_.emplace_back(LoadSettings{first_folder(), client_.settings});
  return server_introduction(client_);
}

void Session::take(Notification& notification) {
  const Member params(notification.params);
  const std::string& method = notification.method;
  if (method == "exit") return end();
  if (stage_ != Stage::initialized) return;
  if (method == "initialized") return introduced();
  if (method == "textDocument/didOpen") return opened(params);
  if (method == "textDocument/didChange") return changed(params);
  if (method == "textDocument/didSave") return saved(params);
  if (method == "textDocument/didClose") return closed(params);
  if (method == "workspace/didChangeConfiguration") return configured(params);
  if (method == "workspace/didChangeWatchedFiles") return files_changed(params);
  if (method == "workspace/didChangeWorkspaceFolders") return folders_changed(params);
  if (method == "$/cancelRequest") return cancelled(params);
  if (method == "window/workDoneProgress/cancel") return progress_cancelled(params);
}

void Session::introduced() {
  for (json& registration : registrations(client_)) {
    json list = json::array({std::move(registration)});
    ask_client(Asked::nothing, "client/registerCapability", {{"registrations", std::move(list)}});
  }
  if (client_.configuration) configured({});
}

void Session::ask_client(Asked what, std::string_view method, json params, std::uint64_t run) {
  const std::string id = "stet-" + std::to_string(++requests_);
  asked_.emplace(id, std::pair(what, run));
  json message = stet::request(id, method, std::move(params));
  if (message["params"].is_null()) message.erase("params");
  send(std::move(message));
}

void Session::ask(Request& request, const Feature& feature) {
  const Member params(request.params);
  const std::string uri(feature.uri(params).value_or(""));
  if (uri.empty()) {
    send(error_reply(request.id, ErrorCode::invalid_params, request.method + " names no draft"));
  } else if (!drafts_.contains(uri)) {
    send(reply(request.id, feature.absent(params)));
  } else {
    wait_or_answer({std::move(request.id), std::move(request.params), &feature, nullptr, uri});
  }
}

void Session::wait_or_answer(Waiting waiting) {
  OpenDraft& draft = drafts_.at(waiting.uri);
  if (draft.reading() != nullptr) return answer(waiting);
  draft.read_at_once(now_);
  waiting_.push_back(std::move(waiting));
}

// The draft has a reading.
void Session::answer(const Waiting& waiting) {
  OpenDraft& draft = drafts_.at(waiting.uri);
  const Question question{Member(waiting.params), *draft.reading(), draft.uri, draft.version, client_,
                          draft.showing(),        draft.tokens};
  if (waiting.command != nullptr) return carry_out(waiting, question);
  if (auto result = waiting.feature->answer(question)) send(reply(waiting.id, std::move(*result)));
  else
    send(error_reply(waiting.id, ErrorCode::invalid_params, std::string(waiting.feature->method) + ": wrong params"));
}

void Session::answer_waiting(const std::string& uri) {
  for (const Waiting& waiting : std::exchange(waiting_, {})) {
    if (waiting.uri == uri) answer(waiting);
    else waiting_.push_back(waiting);
  }
}

void Session::refuse_waiting(const std::string& uri, ErrorCode code, const std::string& why) {
  for (Waiting& waiting : std::exchange(waiting_, {})) {
    // Whoever asks for diagnostics asks again.
    if (waiting.uri == uri && waiting.feature != nullptr && waiting.feature->method == pull_diagnostics_feature.method)
      send(error_reply(waiting.id, ErrorCode::server_cancelled, why, {{"retriggerRequest", true}}));
    else if (waiting.uri == uri) send(error_reply(waiting.id, code, why));
    else waiting_.push_back(std::move(waiting));
  }
}

void Session::cancelled(Member params) {
  if (params["id"].value() == nullptr) return;
  const json& id = *params["id"].value();
  if (const auto found = std::ranges::find(waiting_, id, &Waiting::id); found != waiting_.end()) {
    send(error_reply(id, ErrorCode::request_cancelled, "cancelled"));
    waiting_.erase(found);
    return;
  }
  const auto run = std::ranges::find_if(runs_, [&](const auto& entry) { return entry.second.id == id; });
  if (run == runs_.end()) return;  // answered already
  run->second.stop.request_stop();
  end_progress(run->second);
  send(error_reply(id, ErrorCode::request_cancelled, "cancelled"));
  runs_.erase(run);
}

void Session::log(Loudness loudness, const std::string& text) {
  send(notification("window/logMessage", {{"type", static_cast<int>(loudness)}, {"message", text}}));
}

void Session::show_message(Loudness loudness, const std::string& text) {
  if (!client_.shows_messages) return log(loudness, text);
  send(notification("window/showMessage", {{"type", static_cast<int>(loudness)}, {"message", text}}));
}

}  // namespace stet
