#include "lsp/command.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <functional>

#include "lsp/edits.h"
#include "lsp/ranges.h"
#include "lsp/remedy.h"
#include "lsp/uri.h"
#include "lsp/waive.h"
#include "sheet/page.h"

namespace stet {

namespace {

std::span<const Command> commands() {
  static const std::array all{apply_command,     waive_beside_command, ignore_command,
                              open_page_command, show_command,         sheet_command};
  return all;
}

Deed refused(std::string why) {
  Deed out;
  out.why_not = std::move(why);
  return out;
}
Deed told(Act act) {
  Deed out;
  out.acts.push_back(std::move(act));
  return out;
}
Deed noted_down(ProjectNote note) {
  Deed out;
  out.note = std::move(note);
  return out;
}

Deed apply(const Question& question, Member argument) {
  const auto edits = edits_of(question.reading, argument);
  if (!edits) return refused("that finding is not in the draft any more");
  if (!question.client.applies_edits) return refused("this editor takes no edits from a server");
  return told({"workspace/applyEdit", {{"label", "stet"}, {"edit", workspace_edit(question, *edits)}}});
}

std::string project_file(const Question& question, const char* name) {
  return (question.reading.settings->root() / name).string();
}

Deed waive_beside(const Question& question, Member argument) {
  const Finding* finding = finding_of(question.reading, argument["fingerprint"].text().value_or(""));
  if (finding == nullptr) return refused("that finding is not in the draft any more");
  // Without one the waiver is written with none, which hides nothing and is told as a fault until a person says why.
  const std::string reason(argument["reason"].text().value_or(""));
  return noted_down({ProjectNote::Kind::waiver, project_file(question, "stet.waivers.toml"), finding->rule,
                     finding->fingerprint, waived_words(question.reading, *finding), reason});
}

const Rule* rule_of(const Question& question, Member argument) {
  return question.reading.settings->catalog()->find(argument["rule"].text().value_or(""));
}

Deed ignore(const Question& question, Member argument) {
  const Rule* rule = rule_of(question, argument);
  if (rule == nullptr) return refused("there is no such rule");
  return noted_down({ProjectNote::Kind::off, project_file(question, "stet.toml"), rule->page.name, {}, {}, {}});
}

Deed open_page(const Question& question, Member argument) {
  const Rule* rule = rule_of(question, argument);
  if (rule == nullptr) return refused("there is no such rule");
  const std::string url = page_url(rule->page);
  if (question.client.shows_documents && url.starts_with("https://"))
    return told({"window/showDocument", {{"uri", url}, {"external", true}}});
  constexpr int info = 3;
  return told({question.client.shows_messages ? "window/showMessage" : "window/logMessage",
               {{"type", info}, {"message", url}},
               false});
}

Deed show(const Question& question, Member argument) {
  if (!question.client.shows_documents) return refused("this editor shows no places to a server");
  json params = {{"uri", question.uri}, {"takeFocus", true}};
  if (range_from_json(argument["range"])) params["selection"] = *argument["range"].value();
  return told({"window/showDocument", std::move(params)});
}

Deed sheet(const Question& question, Member) {
  if (!question.reading.facts.document) return refused("this is no draft that is read");
  const std::string path = path_of_uri(question.uri).value_or(question.uri);
  const SheetDraft draft{path, question.reading.facts};
  const std::string stem = std::filesystem::path(path).stem().string();
  Deed out;
  out.sheet = {fmt::format("{}-{:08x}.html", stem, std::hash<std::string>{}(question.uri) & 0xFFFFFFFF),
               sheet_page({&draft, 1})};
  return out;
}

}  // namespace

const Command apply_command{"stet.apply", apply};
const Command waive_beside_command{"stet.waiveBeside", waive_beside};
const Command ignore_command{"stet.ignoreInProject", ignore};
const Command open_page_command{"stet.openPage", open_page};
const Command show_command{"stet.show", show};
const Command sheet_command{"stet.sheet", sheet};

const Command* command_of(std::string_view name) {
  const auto found = std::ranges::find(commands(), name, &Command::name);
  return found == commands().end() ? nullptr : &*found;
}

json command_names() {
  json out = json::array();
  for (const Command& command : commands()) out.push_back(command.name);
  out.push_back(check_workspace_command);
  return out;
}

}  // namespace stet
