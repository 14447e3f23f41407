#include "lsp/talk.h"

#include <utility>

namespace stet {

namespace {

class NoSettings : public Settings {
 public:
  std::shared_ptr<const PathSettings> for_path(const std::filesystem::path&) const override {
    return std::make_shared<PathSettings>();
  }
  bool ignores(const std::filesystem::path&) const override { return false; }
  const std::filesystem::path& root() const override { return root_; }
  const std::shared_ptr<const Catalog>& catalog() const override { return catalog_; }
  std::span<const FileWaiver> waivers() const override { return {}; }
  std::span<const std::filesystem::path> files() const override { return {}; }

 private:
  std::filesystem::path root_ = "/desk";
  std::shared_ptr<const Catalog> catalog_ = std::make_shared<Catalog>(std::span<const BuiltInPage>());
};

}  // namespace

void Talk::on(Event event) {
  for (Effect& effect : session.on(std::move(event), now)) {
    if (auto* send = std::get_if<Send>(&effect)) heard.push_back(std::move(send->message));
    if (auto* publish = std::get_if<Publish>(&effect))
      heard.push_back(notification("textDocument/publishDiagnostics", std::move(publish->params)));
    if (auto* read = std::get_if<Read>(&effect)) jobs.push_back(std::move(read->job));
    if (auto* load = std::get_if<LoadSettings>(&effect)) loads.push_back(std::move(*load));
    if (auto* survey = std::get_if<Survey>(&effect)) surveys.push_back(std::move(survey->job));
    if (auto* note = std::get_if<WriteNote>(&effect)) notes.push_back(std::move(*note));
    if (auto* sheet = std::get_if<WriteSheet>(&effect)) sheets.push_back(std::move(*sheet));
    if (auto* end = std::get_if<End>(&effect)) status = end->status;
  }
}

void Talk::say(const std::string& body) {
  for (Message& message : read_messages(body)) on(Received{std::move(message)});
}

void Talk::ask(int id, const std::string& method, json params) { on(Received{Request{id, method, std::move(params)}}); }

void Talk::tell(const std::string& method, json params) { on(Received{Notification{method, std::move(params)}}); }

json Talk::full_client() {
  return json::parse(R"({
    "general": {"positionEncodings": ["utf-16"]},
    "textDocument": {
      "publishDiagnostics": {"relatedInformation": true, "codeDescriptionSupport": true, "dataSupport": true,
                             "versionSupport": true},
      "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": ["quickfix"]}},
                     "isPreferredSupport": true},
      "hover": {"contentFormat": ["markdown", "plaintext"]}},
    "workspace": {"applyEdit": true, "workspaceEdit": {"documentChanges": true}},
    "window": {"showMessage": {}}})");
}

void Talk::initialize(json capabilities) {
  ask(0, "initialize", {{"processId", nullptr}, {"rootUri", nullptr}, {"capabilities", std::move(capabilities)}});
  tell("initialized", json::object());
}

void Talk::open(const std::string& uri, int version, const std::string& text, const std::string& language) {
  tell("textDocument/didOpen",
       {{"textDocument", {{"uri", uri}, {"languageId", language}, {"version", version}, {"text", text}}}});
}

void Talk::change(const std::string& uri, int version, json::array_t changes) {
  tell("textDocument/didChange",
       {{"textDocument", {{"uri", uri}, {"version", version}}}, {"contentChanges", std::move(changes)}});
}

void Talk::close(const std::string& uri) { tell("textDocument/didClose", {{"textDocument", {{"uri", uri}}}}); }

void Talk::read(std::vector<Finding> findings) {
  ReadingJob job = std::move(jobs.front());
  jobs.erase(jobs.begin());
  auto reading = std::make_shared<Reading>();
  reading->state = job.state;
  reading->text = job.text;
  Context context;
  context.lexicon = Lexicon::Builder().build();
  reading->facts = stet::read(job.text, job.format, context);
  reading->settings = std::make_shared<NoSettings>();
  reading->linted.findings = std::move(findings);
  on(ReadingDone{job.uri, job.state, std::move(reading), Time{1}});
}

void Talk::wait(Time time) {
  const Time until = now + time;
  while (session.wake() && *session.wake() <= until) {
    now = std::max(now, *session.wake());
    on(Woke{});
  }
  now = until;
}

std::vector<json> Talk::take() { return std::exchange(heard, {}); }

json insertion(int line, int character, const std::string& text) {
  const json place = {{"line", line}, {"character", character}};
  return {{"range", {{"start", place}, {"end", place}}}, {"text", text}};
}

Finding finding(std::string rule, Span span) {
  Finding out;
  out.rule = std::move(rule);
  out.span = span;
  out.message = "who?";
  out.fingerprint = out.rule + std::to_string(span.begin);
  return out;
}

}  // namespace stet
