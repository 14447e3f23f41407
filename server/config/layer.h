#pragma once
// Layer: what one file (or the editor) says, read and checked, not yet laid over others.
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "config/glob.h"
#include "config/setting.h"
#include "lint/catalog.h"

namespace stet {

template <class T>
struct Stated {
  T value;
  Origin origin;
};

struct OptionStatement {
  std::string name;
  OptionValue value;  // of the type of the page's default
  bool adds = false;  // a list whose entries began with '+'
  Origin origin;
};

// One entry of [rules]. A severity also turns on; "off" and booleans are `on`.
struct RuleStatement {
  std::string target;  // a rule's or a family's name
  bool is_family = false;
  std::optional<Stated<bool>> on;
  std::optional<Stated<Severity>> severity;
  std::vector<OptionStatement> options;
};

// What the top of a file, or one of its overrides, says about a draft.
struct DraftStatement {
  std::optional<Stated<Date>> date;
  std::optional<Stated<Locale>> locale;
  std::optional<Stated<std::string>> language;
  std::optional<Stated<Genre>> genre;
  std::vector<RuleStatement> rules;  // families before rules: a rule's own entry counts wherever it stands
};

struct Override {
  GlobList files;
  DraftStatement says;
};

struct Layer {
  std::filesystem::path folder;  // that globs are relative to
  DraftStatement says;
  std::vector<Override> overrides;
  GlobList ignore;
  std::vector<Stated<std::string>> ignore_written;
  std::optional<Stated<std::optional<Severity>>> fail_on;
};

struct ReadLayer {
  Layer layer;  // what is right in it
  std::vector<ConfigError> errors;
};

// Checks the tree against what there is to set. `extends`, `sources` and `rules.paths` are read elsewhere (see
// layer_files.h): here they only must be known.
ReadLayer read_layer(const Setting& tree, const std::filesystem::path& folder, const Catalog& catalog);

}  // namespace stet
