// The part of Session that does what a person chose: commands, run on a reading of their draft.
#include <utility>

#include "lsp/diagnostic.h"
#include "lsp/session.h"
#include "lsp/uri.h"

namespace stet {

void Session::execute(Request& request) {
  const Member params(request.params);
  const std::string name(params["command"].text().value_or(""));
  if (name == check_workspace_command)
    return start({Run::For::publishing, std::move(request.id), nullptr, {}, nullptr});
  const Command* command = command_of(name);
  const auto& arguments = params["arguments"].list();
  const Member argument = arguments.empty() ? Member() : Member(arguments.front());
  const std::string uri(argument["uri"].text().value_or(""));
  if (command == nullptr) {
    send(error_reply(request.id, ErrorCode::invalid_params, "no command " + name));
  } else if (!drafts_.contains(uri)) {
    send(error_reply(request.id, ErrorCode::request_failed, "not open: " + uri));
  } else {
    json given = *argument.value();
    wait_or_answer({std::move(request.id), std::move(given), nullptr, command, uri});
  }
}

void Session::carry_out(const Waiting& waiting, const Question& question) {
  Deed deed = waiting.command->run(question, Member(waiting.params));
  if (!deed.why_not.empty()) {
    send(error_reply(waiting.id, ErrorCode::request_failed, std::move(deed.why_not)));
    return;
  }
  for (Act& act : deed.acts) {
    if (act.is_request) ask_client(Asked::nothing, act.method, std::move(act.params));
    else send(notification(act.method, std::move(act.params)));
  }
  if (deed.sheet) {
    effects_.emplace_back(WriteSheet{waiting.id, std::move(*deed.sheet)});
    return;
  }
  if (deed.note) return note(waiting, std::move(*deed.note));
  send(reply(waiting.id, nullptr));
}

// Into the file; where the client has it open, into what it shows.
void Session::note(const Waiting& waiting, ProjectNote note) {
  const std::string uri = uri_of_path(note.path);
  const auto open = drafts_.find(uri);
  if (open == drafts_.end()) {
    effects_.emplace_back(WriteNote{waiting.id, std::move(note)});
    return;
  }
  const Text& text = open->second.text;
  const auto edit = noted(text.bytes(), note);
  std::string why_not;
  if (const auto* refused = std::get_if<NoteRefused>(&edit)) why_not = refused->why;
  else if (!client_.applies_edits) why_not = "save and close " + note.path + " first";
  if (!why_not.empty()) {
    send(error_reply(waiting.id, ErrorCode::request_failed, why_not));
    return;
  }
  json edits = text_edits(text, {std::get<Edit>(edit)}, client_.encoding);
  ask_client(Asked::nothing, "workspace/applyEdit",
             {{"label", "stet"}, {"edit", {{"changes", {{uri, std::move(edits)}}}}}});
  send(reply(waiting.id, nullptr));
}

void Session::take(NoteWritten& event) {
  if (stage_ != Stage::initialized) return;
  if (!event.why_not.empty()) {
    send(error_reply(event.request, ErrorCode::request_failed, event.why_not));
    return;
  }
  send(reply(event.request, nullptr));
  reload();
}

void Session::take(SheetWritten& event) {
  if (stage_ != Stage::initialized) return;
  if (!event.why_not.empty()) {
    send(error_reply(event.request, ErrorCode::request_failed, event.why_not));
    return;
  }
  const std::string uri = uri_of_path(event.path);
  if (client_.shows_documents) ask_client(Asked::nothing, "window/showDocument", {{"uri", uri}, {"external", true}});
  else show_message(Loudness::info, "The fact-check sheet is " + event.path);
  send(reply(event.request, {{"uri", uri}}));
}

}  // namespace stet
