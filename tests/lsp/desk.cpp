#include "lsp/desk.h"

#include <utility>

#include "catalog.h"

namespace stet {

Desk::Desk(const std::filesystem::path& folder) : folder_(folder) { load(folder_, std::nullopt); }

void Desk::load(const std::filesystem::path& folder, std::optional<Setting> editor) {
  static const auto built_in = std::make_shared<const Catalog>(built_in_pages());
  SettingsRequest request;
  request.folder = folder;
  request.built_in = built_in;
  request.editor = std::move(editor);
  workspace_.emplace(std::move(request));
}

void Desk::work() {
  bool busy = true;
  while (busy) {
    busy = false;
    for (LoadSettings& wanted : std::exchange(talk.loads, {})) {
      load(wanted.folder.empty() ? folder_ : std::filesystem::path(wanted.folder), std::move(wanted.editor));
      workspace().settings_for(workspace().folder() / "untitled");
      talk.on(SettingsLoaded{settings_faults(workspace(), workspace().folder())});
      busy = true;
    }
    for (const ReadingJob& job : std::exchange(talk.jobs, {})) {
      talk.on(ReadingDone{job.uri, job.state, make_reading(job, workspace(), std::nullopt), Time{1}});
      busy = true;
    }
    for (const SurveyJob& job : std::exchange(talk.surveys, {})) {
      survey(job, workspace(), std::nullopt, [&](Surveyed one) { talk.on(std::move(one)); });
      talk.on(SurveyDone{job.id});
      busy = true;
    }
    for (const WriteNote& wanted : std::exchange(talk.notes, {})) {
      talk.on(NoteWritten{wanted.request, write_note(wanted.note)});
      busy = true;
    }
  }
}

std::vector<json> Desk::heard() {
  work();
  return talk.take();
}

json Desk::ask(const std::string& method, json params) {
  const int id = ++asked_;
  talk.ask(id, method, std::move(params));
  for (json& message : heard())
    if (!message.contains("method") && message.contains("id") && message["id"] == id)
      return message.contains("result") ? std::move(message["result"]) : std::move(message["error"]);
  return "no reply";
}

}  // namespace stet
