// The part of Session that follows the client's documents: what is open, read and shown.
#include <algorithm>
#include <utility>

#include "lsp/diagnostic.h"
#include "lsp/session.h"

namespace stet {

OpenDraft* Session::draft_of(Member params, std::string_view method) {
  const auto uri = params["textDocument"]["uri"].text();
  const auto found = uri ? drafts_.find(*uri) : drafts_.end();
  if (found != drafts_.end()) return &found->second;
  log(Loudness::warning, std::string(method) + (uri ? ": not open: " + std::string(*uri) : ": no textDocument.uri"));
  return nullptr;
}

void Session::opened(Member params) {
  const Member document = params["textDocument"];
  const auto uri = document["uri"].text();
  if (!uri || uri->empty() || !document["text"].text()) {
    log(Loudness::error, "didOpen without textDocument.uri or text");
    return;
  }
  // Far enough from the states of an earlier draft of that URI that a reading still under way is never mistaken.
  states_ += std::uint64_t{1} << 32;
  const std::string key(*uri);
  if (const auto old = drafts_.find(key); old != drafts_.end()) {
    log(Loudness::warning, "opened twice: " + key);
    old->second.closed();
    refuse_waiting(key, ErrorCode::content_modified, "opened anew");
    drafts_.erase(old);
  }
  const OpenDraft& draft = drafts_.emplace(key, OpenDraft(document, states_, now_)).first->second;
  // What is wrong in it is told of what stands in the editor from now on.
  if (draft.holds_settings() && client_.pulls && faulty_files_.erase(key) > 0) clear(key);
}

void Session::changed(Member params) {
  OpenDraft* draft = draft_of(params, "didChange");
  if (draft == nullptr) return;
  const auto version = params["textDocument"]["version"].whole();
  if (version && draft->version && *version <= *draft->version)
    log(Loudness::warning, "version " + std::to_string(*version) + " after " + std::to_string(*draft->version) +
                               ", taken in the order received: " + draft->uri);
  const Changed change = apply_changes(draft->text, params["contentChanges"], client_.encoding);
  if (!change.fault.empty()) log(Loudness::error, change.fault + ": " + draft->uri);
  refuse_waiting(draft->uri, ErrorCode::content_modified, "the draft has changed");
  draft->edited(change, version, now_);
}

void Session::saved(Member params) {
  OpenDraft* draft = draft_of(params, "didSave");
  if (draft == nullptr) return;
  draft->saved(now_);
  disk_changed();
  if (draft->holds_settings()) reload();  // for clients that watch no files
}

void Session::closed(Member params) {
  OpenDraft* draft = draft_of(params, "didClose");
  if (draft == nullptr) return;
  const std::string uri = draft->uri;
  draft->closed();
  refuse_waiting(uri, ErrorCode::content_modified, "the draft was closed");
  const bool settings = draft->holds_settings();
  drafts_.erase(uri);
  disk_changed();
  if (settings) reload();  // what is wrong on disk counts again
  else if (!client_.pulls) clear(uri);
}

void Session::clear(const std::string& uri) {
  effects_.emplace_back(Publish{uri, {{"uri", uri}, {"diagnostics", json::array()}}});
}

void Session::read_what_is_due() {
  if (settings_awaited_ && *settings_awaited_ > now_) return;
  for (auto& [uri, draft] : drafts_)
    if (draft.due() && *draft.due() <= now_) effects_.emplace_back(Read{draft.start_reading()});
}

void Session::take(ReadingDone& event) {
  if (stage_ != Stage::initialized) return;
  const auto found = drafts_.find(event.uri);
  // A state of an earlier draft of that URI: its reading was told to stop when it was closed.
  if (found == drafts_.end() || (found->second.state() ^ event.state) >> 32 != 0) return;
  OpenDraft& draft = found->second;
  const bool failed = event.reading == nullptr;
  if (!draft.finish_reading(std::move(event.reading), event.cost)) return;
  if (failed) {
    log(Loudness::error, "could not be read: " + draft.uri);
    refuse_waiting(draft.uri, ErrorCode::internal_error, "the draft could not be read");
    return;
  }
  publish(draft);
  answer_waiting(draft.uri);
}

void Session::publish(OpenDraft& draft) {
  const Reading* reading = draft.reading();
  if (reading == nullptr) return;
  // A client that pulls and cannot be told to ask again gets everything at once.
  const bool at_once = client_.pulls && !client_.refreshes.diagnostics;
  const auto& findings = draft.publish(at_once ? Time::max() : now_);
  if (client_.pulls) return;
  if (!draft.holds_settings()) {
    effects_.emplace_back(Publish{draft.uri, published(findings, *reading, draft.uri, draft.version, client_)});
    return;
  }
  std::vector<const SettingsFault*> faults;
  faults.reserve(reading->faults.size());
  for (const SettingsFault& fault : reading->faults) faults.push_back(&fault);
  if (!faults.empty() || faulty_files_.erase(draft.uri) > 0)
    effects_.emplace_back(Publish{draft.uri, published(faults, draft.uri, client_.encoding)});
  if (!faults.empty()) faulty_files_.insert(draft.uri);
}

}  // namespace stet
