#pragma once
// Drafts: those that a command was asked about, found and read. What check and facts have in common.
//
//   Drafts drafts(request, built_in);
//   for (const std::string& fault : drafts.faults()) complain(fault);
//   for (std::size_t i = 0; i < drafts.size(); ++i) drafts.read(i) …          // from any thread
#include <functional>
#include <memory>
#include <string>
#include <variant>
#include <vector>

#include "cli/command_line.h"
#include "facts/facts.h"
#include "workspace/workspace.h"

namespace stet {

// A draft, and what counts for it.
struct ReadDraft {
  Facts facts;
  std::shared_ptr<const Settings> settings;
  std::shared_ptr<const PathSettings> in_force;
};

class Drafts {
 public:
  // Lists the drafts and loads the settings of each; `select` and `ignore` as SettingsRequest has them. Standard input,
  // where "-" is among the paths, is read here, and stands among the others by its name.
  Drafts(const DraftsRequest& request, std::shared_ptr<const Catalog> built_in, std::vector<std::string> select = {},
         std::vector<std::string> ignore = {});

  std::size_t size() const { return listed_.size(); }
  std::string path(std::size_t i) const { return listed_[i].path.generic_string(); }
  bool is_standard_input(std::size_t i) const { return i == standard_input_; }

  // Leaves out those that `wanted` does not want (their paths as path() has them; standard input is always wanted);
  // how many there were.
  std::size_t keep(const std::function<bool(const std::filesystem::path&)>& wanted);

  // Folders in which a change may change what there is to say: those searched, those of drafts and of settings.
  std::vector<std::filesystem::path> folders();

  // What could not be done, ready to be told: paths that name no draft, mistakes in stet.toml.
  const std::vector<std::string>& faults() const { return faults_; }
  // A mistake in the words of the command itself (--select with no such rule): nothing should be done.
  bool hopeless() const { return hopeless_; }

  // May fail though the draft was there when it was listed.
  std::variant<ReadDraft, PathError> read(std::size_t i);
  // The same draft with other bytes.
  ReadDraft read(std::size_t i, std::string bytes);
  std::shared_ptr<const Sources> sources(std::size_t i, const Document& document);

 private:
  void add_standard_input(const std::string& name);

  Workspace workspace_;
  std::vector<DraftPath> listed_;
  std::vector<std::filesystem::path> searched_;
  std::size_t standard_input_ = static_cast<std::size_t>(-1);
  std::string input_;
  std::vector<std::string> faults_;
  bool hopeless_ = false;
};

// The settings of the working folder, as every command asks for them.
SettingsRequest here(std::shared_ptr<const Catalog> built_in, const std::optional<std::filesystem::path>& config);

// Threads for --jobs: as asked, or one for each core.
unsigned jobs_of(const DraftsRequest& request);

}  // namespace stet
