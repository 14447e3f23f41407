#pragma once
// Session: the whole talk with one client, as a pure state machine: an event and the time in, effects out. No threads,
// clocks, streams, files or locks, so that every race is an ordinary test:
//
//   Session session;
//   Effects effects = session.on(Received{message}, now);        // Send, Publish, Read, …
//   effects = session.on(ReadingDone{uri, reading}, later);      // of a draft closed meanwhile: nothing
//   if (session.wake()) …                                        // call on(Woke{}) then
//
// Promised: every request gets exactly one reply, also when it is cancelled, its draft is closed, or its JSON is
// nonsense; a notification gets none; diagnostics are published for the present version only and never for a closed
// draft; nothing that a client sends throws.
#include <map>
#include <optional>
#include <set>
#include <string>
#include <variant>
#include <vector>

#include "lsp/client.h"
#include "lsp/command.h"
#include "lsp/feature.h"
#include "lsp/message.h"
#include "lsp/open_draft.h"
#include "lsp/survey.h"

namespace stet {

// Events.
struct Received {
  Message message;
};
struct Garbled {  // bytes that were no message
  std::string why;
};
struct Closed {};      // the client's stream ended
struct ParentDied {};  // see WatchParent
struct Woke {};
struct ReadingDone {
  std::string uri;
  std::uint64_t state = 0;
  std::shared_ptr<const Reading> reading;  // null: it could not be made
  Time cost{0};
};
struct SettingsLoaded {
  std::vector<SettingsFault> faults;  // all there are
};
struct SurveyDone {
  std::uint64_t id = 0;
};
struct NoteWritten {
  json request;
  std::string why_not;  // empty: it is written
};
struct SheetWritten {
  json request;
  std::string path, why_not;
};
using Event = std::variant<Received, Garbled, Closed, ParentDied, Woke, ReadingDone, SettingsLoaded, Surveyed,
                           SurveyDone, NoteWritten, SheetWritten>;

// Effects, in the order they are to be carried out.
struct Send {
  json message;
};
struct Publish {  // publishDiagnostics; a newer one of the same URI may take its place while it waits
  std::string uri;
  json params;
};
struct Read {  // answered by ReadingDone
  ReadingJob job;
};
struct LoadSettings {  // forget those loaded; answered by SettingsLoaded, and again whenever its faults change
  std::string folder;  // empty: the working folder
  std::optional<Setting> editor;
};
struct Survey {  // answered by Surveyed for each draft, then SurveyDone
  SurveyJob job;
};
struct WriteNote {  // answered by NoteWritten
  json request;
  ProjectNote note;
};
struct WriteSheet {  // into a folder of the person's own; answered by SheetWritten
  json request;
  SheetFile sheet;
};
struct WatchParent {  // tell when that process, once seen alive, is gone
  std::int64_t process = 0;
};
struct End {  // of the server, with this status
  int status = 0;
};
using Effect = std::variant<Send, Publish, Read, LoadSettings, Survey, WriteNote, WriteSheet, WatchParent, End>;
using Effects = std::vector<Effect>;

class Session {
 public:
  Effects on(Event event, Time now);

  // When it next wants Woke; nothing while it only waits for others.
  std::optional<Time> wake() const;

  // The text of an open draft, as the client is believed to have it; null where it is not open.
  const Text* text(const std::string& uri) const;

 private:
  struct Waiting {  // a question or command whose draft is being read
    json id, params;
    const Feature* feature = nullptr;
    const Command* command = nullptr;
    std::string uri;
  };
  // A run over the workspace, for whoever asked.
  struct Run {
    enum class For { diagnostics, symbols, publishing } what = For::diagnostics;
    json id, params;
    std::stop_source stop;
    json token;                  // of its progress; null where none is shown
    json items = json::array();  // of the reply, so far
    bool begun = false;          // the progress
    std::set<std::string> seen;  // URIs told of
    bool stale = false;          // something has changed on disk meanwhile
    bool told = false;           // items went out before the reply
  };
  struct Symbol {
    std::string name;
    json range;
  };
  struct Known {  // of a draft that is not open
    std::string result_id;
    std::vector<Symbol> symbols;
  };
  enum class Stage { started, initialized, shut_down, ended };
  enum class Asked { configuration, progress, nothing };
  enum class Loudness { error = 1, warning = 2, info = 3 };  // MessageType

  void take(Received& event);
  void take(Garbled& event);
  void take(Closed& event);
  void take(ParentDied& event);
  void take(Woke& event);
  void take(ReadingDone& event);
  void take(SettingsLoaded& event);
  void take(Surveyed& event);
  void take(SurveyDone& event);
  void take(NoteWritten& event);
  void take(SheetWritten& event);

  void take(Request& request);
  void take(Notification& notification);
  void take(Response& response);
  void take(Malformed& malformed);

  json initialize(Member params);
  void ask(Request& request, const Feature& feature);
  void wait_or_answer(Waiting waiting);
  void execute(Request& request);
  void carry_out(const Waiting& waiting, const Question& question);
  void note(const Waiting& waiting, ProjectNote note);
  void introduced();
  void end();

  void opened(Member params);
  void changed(Member params);
  void saved(Member params);
  void closed(Member params);
  void cancelled(Member params);
  void progress_cancelled(Member params);
  void configured(Member params);
  void files_changed(Member params);
  void folders_changed(Member params);

  void find_symbols(Request& request);
  void report_workspace(Request& request);
  void start(Run run);
  void abandon_runs();
  void show_progress(const Run& run, json value);
  void end_progress(const Run& run);
  json diagnostics_of(const Reading& reading, const std::string& uri, const DiagnosticForm& form) const;
  std::optional<json> unchanged_workspace(Member params) const;
  json matching_symbols(std::string_view query) const;
  json report_of(const Run& run, const std::string& uri, json diagnostics, json version) const;
  void told(Run& run, json item);
  void finish(Run run);
  void disk_changed();
  bool is_open_path(const std::string& uri) const;

  std::string first_folder() const { return client_.folders.empty() ? std::string() : client_.folders.front(); }
  OpenDraft* draft_of(Member params, std::string_view method);
  void ask_client(Asked what, std::string_view method, json params, std::uint64_t run = 0);
  void reload();
  void ask_for_refresh();
  bool holds_page(const std::filesystem::path& path) const;
  void begin_progress(Run& run);
  void answer(const Waiting& waiting);
  void answer_waiting(const std::string& uri);
  void refuse_waiting(const std::string& uri, ErrorCode code, const std::string& why);
  void publish(OpenDraft& draft);
  void clear(const std::string& uri);  // of diagnostics
  void read_what_is_due();
  void send(json message) { effects_.emplace_back(Send{std::move(message)}); }
  void log(Loudness loudness, const std::string& text);
  void show_message(Loudness loudness, const std::string& text);  // in the log, where the client shows none

  Time now_{0};
  Effects effects_;
  Stage stage_ = Stage::started;
  Client client_;
  std::map<std::string, OpenDraft, std::less<>> drafts_;
  std::uint64_t states_ = 0;  // the last state given to a draft that was opened
  std::vector<Waiting> waiting_;
  std::map<std::string, std::pair<Asked, std::uint64_t>> asked_;  // requests to the client, by id; and for which run
  std::map<std::uint64_t, Run> runs_;
  std::uint64_t last_run_ = 0;
  std::map<std::string, Known> known_;  // by URI, as the last run told
  bool surveyed_ = false;               // and nothing has changed since, as far as the client watches
  std::uint64_t requests_ = 0;
  std::optional<Time> settings_awaited_;  // the client was asked for them; drafts wait until then at most
  std::set<std::string> faults_told_;     // faults in settings, as shown
  std::set<std::string> faulty_files_;    // URIs with diagnostics of settings
};

}  // namespace stet
