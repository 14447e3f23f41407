#pragma once
// A desk: a client of a Session whose effects are carried out as the server does it, at once: readings by the built-in
// rules, runs over the workspace, notes in files of settings.
//
//   Desk desk;
//   desk.talk.initialize();
//   desk.talk.open("untitled:a", 1, "The ferry cost TK.");
//   desk.heard()                                            // what was said once all that was due is done
#include <filesystem>
#include <string>
#include <vector>

#include "lsp/talk.h"
#include "workspace/workspace.h"

namespace stet {

class Desk {
 public:
  // `folder` is the working folder; the default one does not exist.
  explicit Desk(const std::filesystem::path& folder = "/nowhere/at/all");

  Talk talk;
  Workspace& workspace() { return *workspace_; }

  // Carries out what is asked for; keeps what is said.
  void work();
  // What was said since the last call, after work().
  std::vector<json> heard();
  // The reply to a request: its result, or its error.
  json ask(const std::string& method, json params);

 private:
  void load(const std::filesystem::path& folder, std::optional<Setting> editor);

  int asked_ = 100;
  std::filesystem::path folder_;
  std::optional<Workspace> workspace_;
};

}  // namespace stet
