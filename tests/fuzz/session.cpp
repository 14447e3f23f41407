<<<<<<< HEAD
// Any talk with the server: each line is a message's body. Readings and settings are answered at once, time goes on a
// tenth of a second a line.
#include "lsp/session.h"

#include <deque>

#include "catalog.h"
#include "fuzz/invariants.h"
#include "workspace/workspace.h"
=======
// Any lines as what a client says, drafts read as the server reads them: one reply to each request, none besides.
#include "lsp/session.h"

#include <map>

#include "catalog.h"
#include "fuzz/invariants.h"
>>>>>>> bc62a0c (lsp: recorded talks, random edits, the real process; fuzz targets for frames and sessions)

namespace {

using namespace stet;

<<<<<<< HEAD
Workspace& workspace() {
  SettingsRequest request;
  request.folder = STET_SOURCE_DIR "/tests/support";
  request.built_in = std::make_shared<const Catalog>(built_in_pages());
  static Workspace made(std::move(request));
  return made;
}

class Talk {
 public:
  void say(Event event) {
    waiting_.push_back(std::move(event));
    while (!waiting_.empty() && !ended_) {
      Event next = std::move(waiting_.front());
      waiting_.pop_front();
      for (Effect& effect : session_.on(std::move(next), now_)) carry_out(effect);
    }
  }

  void wait(Time time) {
    now_ += time;
    for (int turn = 0; turn < 100 && session_.wake() && *session_.wake() <= now_; ++turn) say(Woke{});
  }

 private:
  void carry_out(Effect& effect) {
    if (auto* read = std::get_if<Read>(&effect)) {
      read->job.path.clear();  // nothing on disk
      auto reading = make_reading(read->job, workspace(), std::nullopt);
      waiting_.push_back(ReadingDone{read->job.uri, read->job.state, std::move(reading), Time{1}});
    } else if (std::holds_alternative<LoadSettings>(effect)) {
      waiting_.push_back(SettingsLoaded{});
    } else if (const auto* send = std::get_if<Send>(&effect)) {
      fuzz::must(!send->message.dump(-1, ' ', false, json::error_handler_t::replace).empty(), "what is sent is JSON");
    } else if (std::holds_alternative<End>(effect)) {
      ended_ = true;
    }
  }

  Session session_;
  std::deque<Event> waiting_;
  Time now_{0};
  bool ended_ = false;
=======
class Client {
 public:
  void say(std::string_view line) {
    for (Message& message : read_messages(line)) {
      if (const auto* request = std::get_if<Request>(&message)) ++owed_[request->id.dump()];
      if (const auto* malformed = std::get_if<Malformed>(&message); malformed != nullptr && !malformed->id.is_null())
        ++owed_[malformed->id.dump()];
      on(Received{std::move(message)});
    }
  }

  void end() {
    for (int round = 0; round < 100 && !ended_; ++round) {
      if (const auto wake = session_.wake()) now_ = std::max(now_, *wake);
      on(Woke{});
    }
    if (ended_) return;
    for (const auto& [id, owed] : owed_) fuzz::must(owed == 0, "every request has its reply");
  }

 private:
  void on(Event event) {
    now_ += Time{7};
    std::vector<ReadingJob> jobs;
    for (Effect& effect : session_.on(std::move(event), now_)) {
      if (auto* send = std::get_if<Send>(&effect)) hear(send->message);
      if (auto* read = std::get_if<Read>(&effect)) jobs.push_back(std::move(read->job));
      if (std::holds_alternative<End>(effect)) ended_ = true;
    }
    for (const ReadingJob& job : jobs)
      on(ReadingDone{job.uri, job.state, make_reading(job, workspace(), std::nullopt), Time{1}});
  }

  void hear(const json& message) {
    if (message.contains("method") || message["id"].is_null()) return;
    fuzz::must(--owed_[message["id"].dump()] >= 0, "a reply for each request, not more");
  }

  static Workspace& workspace() {
    static Workspace one = [] {
      SettingsRequest request;
      request.folder = "/nowhere/at/all";
      request.built_in = std::make_shared<Catalog>(built_in_pages());
      return Workspace(std::move(request));
    }();
    return one;
  }

  Session session_;
  Time now_{0};
  bool ended_ = false;
  std::map<std::string, int> owed_;
>>>>>>> bc62a0c (lsp: recorded talks, random edits, the real process; fuzz targets for frames and sessions)
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
<<<<<<< HEAD
  Talk talk;
  std::string_view rest = fuzz::text_of(data, size);
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    for (Message& message : read_messages(rest.substr(0, end))) talk.say(Received{std::move(message)});
    rest.remove_prefix(std::min(end + 1, rest.size()));
    talk.wait(Time{100});
  }
  talk.wait(Time{5000});
  talk.say(Closed{});
=======
  std::string_view rest = fuzz::text_of(data, size);
  Client client;
  while (!rest.empty()) {
    const std::size_t end = std::min(rest.find('\n'), rest.size());
    client.say(rest.substr(0, end));
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  client.end();
>>>>>>> bc62a0c (lsp: recorded talks, random edits, the real process; fuzz targets for frames and sessions)
  return 0;
}
