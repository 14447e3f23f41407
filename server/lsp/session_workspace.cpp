// The part of Session that looks at the whole workspace: its diagnostics, its symbols, and the check of all drafts for
// clients that only take what is pushed.
#include <algorithm>
#include <utility>

#include "lsp/diagnostic.h"
#include "lsp/ranges.h"
#include "lsp/sections.h"
#include "lsp/session.h"
#include "lsp/uri.h"
#include "text/utf8.h"

namespace stet {

namespace {

constexpr int heading_kind = 15;  // SymbolKind, as Markdown's
constexpr std::size_t most_symbols = 1000;

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; }

// Are the letters of the query in the name, in that order?
bool matches(std::string_view query, std::string_view name) {
  for (const char c : query) {
    const auto at = std::ranges::find(name, lower(c), lower);
    if (at == name.end()) return false;
    name.remove_prefix(static_cast<std::size_t>(at - name.begin()) + 1);
  }
  return true;
}

struct Heading {
  std::string name;
  Span span;
};
std::vector<Heading> headings_of(const Reading& reading) {
  std::vector<Heading> out;
  if (!reading.facts.document) return out;
  for (const Section& section : sections_of(reading.facts))
    if (section.level > 0) out.push_back({valid_utf8(section.title), section.heading});
  return out;
}

// The token a client named for progress or parts of a reply; null where it named none.
json token_of(Member token) {
  const json* value = token.value();
  return value != nullptr && (value->is_string() || value->is_number_integer()) ? *value : json(nullptr);
}

json symbol_json(const std::string& name, const std::string& uri, json range) {
  return {{"name", name}, {"kind", heading_kind}, {"location", {{"uri", uri}, {"range", std::move(range)}}}};
}

}  // namespace

void Session::find_symbols(Request& request) {
  const auto query = Member(request.params)["query"].text();
  if (!query) {
    send(error_reply(request.id, ErrorCode::invalid_params, "workspace/symbol without query"));
  } else if (surveyed_ || client_.folders.empty()) {
    send(reply(request.id, matching_symbols(*query)));
  } else {
    start({Run::For::symbols, std::move(request.id), std::move(request.params), {}, nullptr});
  }
}

json Session::matching_symbols(std::string_view query) const {
  json out = json::array();
  const auto add = [&](const std::string& name, const std::string& uri, const auto& range) {
    if (out.size() < most_symbols && matches(query, name)) out.push_back(symbol_json(name, uri, range()));
  };
  for (const auto& [uri, draft] : drafts_)
    if (const Reading* reading = draft.reading())
      for (const Heading& heading : headings_of(*reading))
        add(heading.name, uri, [&] { return range_json(reading->text, heading.span, client_.encoding); });
  for (const auto& [uri, known] : known_)
    if (!is_open_path(uri))
      for (const Symbol& symbol : known.symbols) add(symbol.name, uri, [&] { return symbol.range; });
  return out;
}

void Session::report_workspace(Request& request) {
  const Member params(request.params);
  if (auto same = unchanged_workspace(params)) {
    send(reply(request.id, std::move(*same)));
    return;
  }
  Run run{Run::For::diagnostics, std::move(request.id), request.params, {}, nullptr};
  run.token = token_of(params["workDoneToken"]);
  start(std::move(run));
}

// The report, where nothing has changed since the client had it last: it need not wait for another run.
std::optional<json> Session::unchanged_workspace(Member params) const {
  if (!surveyed_ || !client_.files_register) return std::nullopt;
  std::map<std::string_view, std::string_view> had;
  for (const json& element : params["previousResultIds"].list())
    had[Member(element)["uri"].text().value_or("")] = Member(element)["value"].text().value_or("");
  json items = json::array();
  for (const auto& [uri, known] : known_) {
    if (is_open_path(uri)) continue;
    const auto found = had.find(uri);
    if (found == had.end() || found->second != known.result_id) return std::nullopt;
    items.push_back({{"kind", "unchanged"}, {"resultId", known.result_id}, {"uri", uri}, {"version", nullptr}});
  }
  return json{{"items", std::move(items)}};
}

void Session::disk_changed() {
  surveyed_ = false;
  for (auto& [id, run] : runs_) run.stale = true;
}

bool Session::is_open_path(const std::string& uri) const {
  if (drafts_.contains(uri)) return true;
  const auto path = path_of_uri(uri);
  return std::ranges::any_of(drafts_, [&](const auto& entry) { return path && entry.second.path == *path; });
}

void Session::start(Run run) {
  const std::uint64_t id = ++last_run_;
  SurveyJob job{id, client_.folders, {}, run.stop.get_token()};
  for (const auto& [uri, draft] : drafts_) job.open.insert(draft.path.lexically_normal().string());
  if (run.what == Run::For::publishing && client_.shows_progress && run.token.is_null()) {
    run.token = "stet-run-" + std::to_string(id);
    ask_client(Asked::progress, "window/workDoneProgress/create", {{"token", run.token}}, id);
  } else if (!run.token.is_null() && !run.begun && run.what == Run::For::diagnostics) {
    begin_progress(run);
  }
  runs_.emplace(id, std::move(run));
  effects_.emplace_back(Survey{std::move(job)});
}

void Session::begin_progress(Run& run) {
  run.begun = true;
  show_progress(run, {{"kind", "begin"}, {"title", "stet: checking drafts"}, {"cancellable", true}, {"percentage", 0}});
}

void Session::show_progress(const Run& run, json value) {
  if (run.begun) send(notification("$/progress", {{"token", run.token}, {"value", std::move(value)}}));
}

void Session::end_progress(const Run& run) { show_progress(run, {{"kind", "end"}}); }

json Session::diagnostics_of(const Reading& reading, const std::string& uri, const DiagnosticForm& form) const {
  json out = json::array();
  for (const Finding& finding : reading.linted.findings)
    out.push_back(diagnostic_json(finding, reading, uri, client_.encoding, form));
  return out;
}

void Session::take(Surveyed& event) {
  const auto found = runs_.find(event.id);
  if (found == runs_.end() || stage_ != Stage::initialized) return;
  Run& run = found->second;
  const bool pushes = run.what == Run::For::publishing;
  json diagnostics = diagnostics_of(*event.reading, event.uri, pushes ? client_.pushed : client_.pulled);
  run.seen.insert(event.uri);
  Known& known = known_[event.uri];
  known = {diagnostic_report(diagnostics, std::nullopt)["resultId"], {}};
  for (const Heading& heading : headings_of(*event.reading))
    known.symbols.push_back({heading.name, range_json(event.reading->text, heading.span, client_.encoding)});

  if (run.what == Run::For::diagnostics) told(run, report_of(run, event.uri, std::move(diagnostics), nullptr));
  else if (pushes && !is_open_path(event.uri))
    effects_.emplace_back(Publish{event.uri, {{"uri", event.uri}, {"diagnostics", std::move(diagnostics)}}});
  if (event.total > 0)
    show_progress(run, {{"kind", "report"},
                        {"message", std::to_string(event.done) + " of " + std::to_string(event.total)},
                        {"percentage", 100 * event.done / event.total}});
}

json Session::report_of(const Run& run, const std::string& uri, json diagnostics, json version) const {
  std::optional<std::string_view> previous;
  for (const json& element : Member(run.params)["previousResultIds"].list())
    if (Member(element)["uri"].text() == uri) previous = Member(element)["value"].text();
  json out = diagnostic_report(std::move(diagnostics), previous);
  out["uri"] = uri;
  out["version"] = std::move(version);
  return out;
}

// At once where the client takes parts, with the reply else.
void Session::told(Run& run, json item) {
  const json token = token_of(Member(run.params)["partialResultToken"]);
  if (token.is_null()) {
    run.items.push_back(std::move(item));
    return;
  }
  send(notification("$/progress", {{"token", token}, {"value", {{"items", json::array({std::move(item)})}}}}));
}

void Session::take(SurveyDone& event) {
  auto run = runs_.extract(event.id);
  if (run.empty() || stage_ != Stage::initialized) return;
  std::erase_if(known_, [&](const auto& known) { return !run.mapped().seen.contains(known.first); });
  surveyed_ = !run.mapped().stale;
  finish(std::move(run.mapped()));
}

void Session::finish(Run run) {
  if (run.what == Run::For::diagnostics) {
    for (const auto& [uri, draft] : drafts_)
      if (const Reading* reading = draft.reading(); reading != nullptr && !draft.holds_settings())
        told(run, report_of(run, uri, diagnostics_of(*reading, uri, client_.pulled),
                            draft.version ? json(*draft.version) : json()));
    // Drafts that are gone have no faults.
    for (const json& element : Member(run.params)["previousResultIds"].list()) {
      const Member had(element);
      const std::string uri(had["uri"].text().value_or(""));
      if (!uri.empty() && !known_.contains(uri) && !drafts_.contains(uri))
        told(run, report_of(run, uri, json::array(), nullptr));
    }
  }
  end_progress(run);
  if (run.what == Run::For::symbols) {
    send(reply(run.id, matching_symbols(Member(run.params)["query"].text().value_or(""))));
  } else if (run.what == Run::For::diagnostics) {
    send(reply(run.id, {{"items", std::move(run.items)}}));
  } else {
    send(reply(run.id, nullptr));
  }
}

// At the end of the talk: each gets its reply.
void Session::abandon_runs() {
  for (auto& [id, run] : std::exchange(runs_, {})) {
    run.stop.request_stop();
    end_progress(run);
    send(error_reply(run.id, ErrorCode::request_failed, "the server is shut down"));
  }
}

void Session::progress_cancelled(Member params) {
  if (params["token"].missing()) return;
  const auto found =
      std::ranges::find_if(runs_, [&](const auto& entry) { return entry.second.token == *params["token"].value(); });
  if (found == runs_.end()) return;
  found->second.stop.request_stop();
  end_progress(found->second);
  send(error_reply(found->second.id, ErrorCode::server_cancelled, "cancelled", {{"retriggerRequest", false}}));
  runs_.erase(found);
}

}  // namespace stet
