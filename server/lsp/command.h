#pragma once
// Commands: what workspace/executeCommand does, all of it in the server, so that no client needs code of its own. Each
// takes one argument, an object with the draft's `uri`.
//
//   stet.apply           a remedy (see remedy.h): the fix or waiver, as an edit the client is asked to make
//   stet.waiveBeside     a finding by `fingerprint`, `reason`: into stet.waivers.toml, so that nothing is printed
//   stet.ignoreInProject a `rule`: off, in stet.toml
//   stet.openPage        a `rule`: its page, in a browser
//   stet.show            a `range` of the draft
//   stet.sheet           the fact-check sheet of the draft, as a page in a browser
//   stet.checkWorkspace  every draft of the workspace, with progress (this one takes no argument)
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lsp/feature.h"
#include "lsp/project_note.h"

namespace stet {

// A message to the client.
struct Act {
  std::string_view method;
  json params;
  bool is_request = true;
};

// A page to be kept where a browser finds it, and shown.
struct SheetFile {
  std::string name, page;  // a file's name, without a folder
};

struct Deed {
  std::vector<Act> acts;
  std::optional<ProjectNote> note;  // to be written
  std::optional<SheetFile> sheet;   // to be written
  std::string why_not;              // nothing was done; for people
};

struct Command {
  std::string_view name;
  Deed (*run)(const Question& question, Member argument);
};
extern const Command apply_command, waive_beside_command, ignore_command, open_page_command, show_command,
    sheet_command;
inline constexpr std::string_view check_workspace_command = "stet.checkWorkspace";

const Command* command_of(std::string_view name);
json command_names();

}  // namespace stet
