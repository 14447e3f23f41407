// textDocument/codeAction and its resolve: the fixes of the findings that the range touches; to waive each with a
// reason, here or beside the draft; to tell two figures apart; to switch the rule off; its page. Then rewritings of
// what was read there, and, where it is asked for, all safe fixes of the draft at once.
//
// An edit of the open draft where that does, a command of the server else. Clients that take no actions get commands
// alone; clients that resolve get an action's edit when it is chosen.
#include "lsp/command.h"
#include "lsp/diagnostic.h"
#include "lsp/edits.h"
#include "lsp/ranges.h"
#include "lsp/remedy.h"
#include "lsp/rewriting.h"
#include "lsp/waive.h"

namespace stet {

namespace {

constexpr std::string_view quickfix = "quickfix", fix_all = "source.fixAll.stet", rewrite = "refactor.rewrite";

bool holds(std::string_view wanted, std::string_view kind) {
  return wanted.empty() || kind == wanted || kind.starts_with(std::string(wanted) + ".");
}

// Does the client want that kind? Without a list it wants all but what changes the whole draft.
bool wants(Member only, std::string_view kind) {
  if (only.list().empty()) return kind != fix_all;
  for (const json& element : only.list())
    if (const auto wanted = Member(element).text(); wanted && holds(*wanted, kind)) return true;
  return false;
}

class Actions {
 public:
  explicit Actions(const Question& question) : question_(question) {}

  void about(const Finding& finding) {
    const auto& uri = question_.uri;
    for (std::size_t i = 0; i < finding.fixes.size(); ++i)
      remedied(finding.fixes[i].title, finding, fix_remedy(uri, finding, i), finding.fixes.size() == 1);
  }

  void stand(const Finding& finding) {
    if (waiver_edit(question_.reading, finding)) {
      remedied("Waive " + finding.rule + " here, with a reason", finding, waive_remedy(question_.uri, finding));
      if (tells_figures_apart(finding))
        remedied("Mark as distinct figures", finding, distinct_remedy(question_.uri, finding));
    }
    const json about_it = {{"uri", question_.uri}, {"fingerprint", finding.fingerprint}};
    commanded("Waive " + finding.rule + " in stet.waivers.toml", finding, waive_beside_command, about_it);
    if (question_.reading.settings->catalog()->find(finding.rule) == nullptr) return;
    const json rule = {{"uri", question_.uri}, {"rule", finding.rule}};
    commanded("Turn " + finding.rule + " off in this project", finding, ignore_command, rule);
    commanded("Open the page of " + finding.rule, finding, open_page_command, rule);
  }

  void all_safe() {
    const json remedy = fix_all_remedy(question_.uri);
    const auto edits = edits_of(question_.reading, Member(remedy));
    if (!edits || edits->empty()) return;
    json one = {{"title", "Fix all that is safe to fix"}, {"kind", fix_all}};
    put(std::move(one), remedy);
  }

  void rewritten(const Rewriting& rewriting) {
    if (!literals()) return;
    out_.push_back(
        {{"title", rewriting.title}, {"kind", rewrite}, {"edit", workspace_edit(question_, {rewriting.edit})}});
  }

  json take() { return std::move(out_); }

 private:
  bool literals() const { return question_.client.code_actions.literals; }

  json action(std::string title, const Finding& finding) const {
    return {{"title", std::move(title)},
            {"kind", quickfix},
            {"diagnostics", json::array({diagnostic_json(finding, question_.reading, question_.uri,
                                                         question_.client.encoding, question_.client.form())})}};
  }

  // With its edit now or, where the client asks again, later.
  void put(json one, const json& remedy) {
    if (question_.client.code_actions.lazy) one["data"] = remedy;
    else one["edit"] = workspace_edit(question_, *edits_of(question_.reading, Member(remedy)));
    out_.push_back(std::move(one));
  }

  void remedied(const std::string& title, const Finding& finding, const json& remedy, bool only_one = false) {
    if (!literals()) {
      if (question_.client.applies_edits) out_.push_back(command(title, apply_command, remedy));
      return;
    }
    json one = action(title, finding);
    if (only_one && question_.client.code_actions.preferred) one["isPreferred"] = true;
    put(std::move(one), remedy);
  }

  void commanded(const std::string& title, const Finding& finding, const Command& by, const json& argument) {
    json call = command(title, by, argument);
    if (!literals()) {
      out_.push_back(std::move(call));
      return;
    }
    json one = action(title, finding);
    one["command"] = std::move(call);
    out_.push_back(std::move(one));
  }

  static json command(const std::string& title, const Command& by, const json& argument) {
    return {{"title", title}, {"command", by.name}, {"arguments", json::array({argument})}};
  }

  const Question& question_;
  json out_ = json::array();
};

std::optional<json> answer(const Question& question) {
  const auto range = range_from_json(question.params["range"]);
  if (!range) return std::nullopt;
  const Member only = question.params["context"]["only"];
  const Span span = span_of(question.reading.text, *range, question.client.encoding);
  Actions actions(question);
  if (wants(only, quickfix)) {
    const auto findings = findings_at(question.reading, span);
    for (const Finding* finding : findings) actions.about(*finding);
    for (const Finding* finding : findings) actions.stand(*finding);
  }
  if (wants(only, rewrite))
    for (const Rewriting& rewriting : rewritings_at(question.reading, span)) actions.rewritten(rewriting);
  if (wants(only, fix_all)) actions.all_safe();
  return actions.take();
}

json capability(const Client& client) {
  if (!client.code_actions.literals) return true;
  json out = {{"codeActionKinds", json::array({quickfix, rewrite, fix_all})}};
  if (client.code_actions.lazy) out["resolveProvider"] = true;
  return out;
}

// The action is the params: with its edit where there is one still to be had.
std::optional<json> resolve(const Question& question) {
  if (!question.params["title"].text()) return std::nullopt;
  json out = *question.params.value();
  if (const auto edits = edits_of(question.reading, question.params["data"]))
    out["edit"] = workspace_edit(question, *edits);
  return out;
}

std::optional<std::string_view> data_uri(Member params) { return params["data"]["uri"].text(); }
json unchanged(Member params) { return *params.value(); }

}  // namespace

const Feature code_action_feature{"textDocument/codeAction", "codeActionProvider", capability, answer};
const Feature code_action_resolve_feature{"codeAction/resolve", "", unsaid, resolve, data_uri, unchanged};

}  // namespace stet
