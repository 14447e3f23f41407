// Any talk with the server: each line is a message's body. Readings and settings are answered at once, time goes on a
// tenth of a second a line.
#include "lsp/session.h"

#include <deque>

#include "catalog.h"
#include "fuzz/invariants.h"
#include "workspace/workspace.h"

namespace {

using namespace stet;

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
    } else if (const auto* survey = std::get_if<Survey>(&effect)) {
      waiting_.push_back(SurveyDone{survey->job.id});
    } else if (const auto* note = std::get_if<WriteNote>(&effect)) {
      waiting_.push_back(NoteWritten{note->request, {}});
    } else if (const auto* sheet = std::get_if<WriteSheet>(&effect)) {
      waiting_.push_back(SheetWritten{sheet->request, "/sheet.html", {}});
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
};

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
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
  return 0;
}
