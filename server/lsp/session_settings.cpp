// The part of Session that follows settings: what the client says, which files change, what is wrong in them.
#include <utility>

#include "lsp/diagnostic.h"
#include "lsp/editor_settings.h"
#include "lsp/session.h"
#include "lsp/uri.h"

namespace stet {

namespace {

// Drafts wait this long for a client that was asked for its settings, lest they flash with the wrong ones.
constexpr Time longest_settings_wait{1000};

}  // namespace

// Clients that can be asked are: what they send of their own accord may be old, or empty.
void Session::configured(Member params) {
  if (client_.configuration) {
    settings_awaited_ = now_ + longest_settings_wait;
    ask_client(Asked::configuration, "workspace/configuration", {{"items", json::array({{{"section", "stet"}}})}});
    return;
  }
  read_editor_settings(client_, params["settings"]);
  reload();
}

void Session::take(Response& response) {
  if (!response.id.is_string()) return;
  const auto found = asked_.find(response.id.get_ref<const std::string&>());
  if (found == asked_.end()) return;
  const auto [what, run] = found->second;
  asked_.erase(found);
  if (const auto running = runs_.find(run); what == Asked::progress && !response.failed && running != runs_.end())
    begin_progress(running->second);
  if (what != Asked::configuration) return;
  settings_awaited_.reset();
  if (response.failed || !response.result.is_array() || response.result.empty()) return;
  const Member settings(response.result.front());
  const bool hints = client_.inlay_hints;
  const bool had_some = client_.settings.has_value();
  read_editor_settings(client_, settings);
  if (had_some || client_.settings || hints != client_.inlay_hints) reload();
}

// Settings and pages are loaded again; drafts are read again where something they are held against has changed.
void Session::files_changed(Member params) {
  bool settings = false, bibliography = false, other = false;
  for (const json& element : params["changes"].list()) {
    const Member change(element);
    const std::string uri(change["uri"].text().value_or(""));
    const std::filesystem::path path = path_of_uri(uri).value_or("");
    disk_changed();
    if (is_settings_file(path) || holds_page(path)) settings = true;
    else if (path.extension() == ".bib") bibliography = true;
    else if (!drafts_.contains(uri)) other = true;
  }
  if (settings) return reload();
  if (!bibliography && !other) return;
  bool any = false;
  for (auto& [uri, draft] : drafts_) {
    const Reading* reading = draft.reading();
    const bool held = reading != nullptr && !reading->settings->for_path(draft.path)->sources.empty();
    if (!bibliography && !held) continue;
    draft.settings_changed(now_);
    any = true;
  }
  if (any) ask_for_refresh();
}

// Is it, or was it, a page of a workspace's own rules? These are ignored as drafts.
bool Session::holds_page(const std::filesystem::path& path) const {
  if (path.extension() != ".md") return false;
  for (const auto& [uri, draft] : drafts_)
    if (const Reading* reading = draft.reading(); reading != nullptr && reading->settings->ignores(path)) return true;
  return false;
}

void Session::folders_changed(Member params) {
  const Member event = params["event"];
  for (const json& gone : event["removed"].list())
    if (const auto path = path_of_uri(Member(gone)["uri"].text().value_or(""))) std::erase(client_.folders, *path);
  for (const json& added : event["added"].list())
    if (auto path = path_of_uri(Member(added)["uri"].text().value_or(""))) client_.folders.push_back(*std::move(path));
  reload();
}

void Session::reload() {
  effects_.emplace_back(LoadSettings{first_folder(), client_.settings});
  for (auto& [uri, draft] : drafts_) draft.settings_changed(now_);
  disk_changed();
  for (auto& [id, run] : std::exchange(runs_, {})) {  // with the new settings, from the start
    run.stop.request_stop();
    run.stop = std::stop_source();
    run.items = json::array();
    run.seen.clear();
    run.stale = false;
    start(std::move(run));
  }
  ask_for_refresh();
}

void Session::ask_for_refresh() {
  const auto ask = [&](bool can, std::string_view method) {
    if (can) ask_client(Asked::nothing, method, nullptr);
  };
  ask(client_.refreshes.diagnostics && client_.pulls, "workspace/diagnostic/refresh");
  ask(client_.refreshes.lenses, "workspace/codeLens/refresh");
  ask(client_.refreshes.hints, "workspace/inlayHint/refresh");
  ask(client_.refreshes.tokens, "workspace/semanticTokens/refresh");
}

void Session::take(SettingsLoaded& event) {
  if (stage_ != Stage::initialized) return;
  std::map<std::string, std::vector<const SettingsFault*>> by_file;
  for (const std::string& uri : faulty_files_) by_file[uri];
  std::string news;
  std::size_t more = 0;
  for (const SettingsFault& fault : event.faults) {
    if (!fault.path.empty()) by_file[uri_of_path(fault.path)].push_back(&fault);
    if (!faults_told_.insert(fault.shown).second) continue;
    log(Loudness::error, fault.shown);
    if (news.empty()) news = fault.shown;
    else ++more;
  }
  if (more > 0) news += " (and " + std::to_string(more) + " more, in the log)";
  if (!news.empty()) show_message(Loudness::error, news);

  std::erase_if(faulty_files_, [&](const std::string& uri) { return !drafts_.contains(uri); });
  for (const auto& [uri, faults] : by_file) {
    if (drafts_.contains(uri)) continue;  // told of what stands in the editor
    if (!faults.empty()) faulty_files_.insert(uri);
    effects_.emplace_back(Publish{uri, published(faults, uri, client_.encoding)});
  }
}

}  // namespace stet
