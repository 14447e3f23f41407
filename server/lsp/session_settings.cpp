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
  client_.settings = settings_from_json(params["settings"]);
  reload();
}

void Session::take(Response& response) {
  if (!response.id.is_string()) return;
  const auto found = asked_.find(response.id.get_ref<const std::string&>());
  if (found == asked_.end()) return;
  const Asked what = found->second;
  asked_.erase(found);
  if (what != Asked::configuration) return;
  settings_awaited_.reset();
  if (response.failed || !response.result.is_array() || response.result.empty()) return;
  auto settings = settings_from_json(Member(response.result.front()));
  if (!settings && !client_.settings) return;
  client_.settings = std::move(settings);
  reload();
}

void Session::files_changed(Member params) {
  if (!params["changes"].list().empty()) reload();
}

void Session::reload() {
  effects_.emplace_back(LoadSettings{client_.folder, client_.settings});
  for (auto& [uri, draft] : drafts_) draft.settings_changed(now_);
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
  if (!news.empty())
    send(notification("window/showMessage", {{"type", static_cast<int>(Loudness::error)}, {"message", news}}));

  faulty_files_.clear();
  for (const auto& [uri, faults] : by_file) {
    if (!faults.empty()) faulty_files_.insert(uri);
    effects_.emplace_back(Publish{uri, published(faults, uri, client_.encoding)});
  }
}

}  // namespace stet
