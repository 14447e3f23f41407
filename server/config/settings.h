#pragma once
// Settings: everything stet.toml, the command line and an editor say, laid over each other, each value with the place
// it came from. Immutable and shared; loaded for a folder, asked for a path.
//
//   Loaded loaded = load_settings({.folder = "/home/ana/desk", .built_in = built_in});
//   if (!loaded.errors.empty()) …                                // told as file:line:column: message
//   std::shared_ptr<const PathSettings> s = loaded.settings->for_path("opinion/ferry.md");
//   Document draft = read_document(text, format, s->context);
//   lint(read_facts(draft), sources, s->checks_for(draft.context.genre));
//
// Layers, the later wins: built-in pages' defaults; the user's file (only where no project file is found); the
// project's file, after those it extends; the editor's settings; the command line.
#include <filesystem>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "config/setting.h"
#include "lint/catalog.h"
#include "lint/lint.h"
#include "prose/context.h"

namespace stet {

// Lists (`ignore`, `sources`, `rules.paths`) of all layers add up; other values, and a rule's options, replace.
// A list that is a rule's option replaces too, unless every entry begins with '+': these are added.
//
// A path in a file is relative to the file's folder. Globs are as in .gitignore (with {a,b} besides), relative to the
// folder of the file they are written in; where the draft lies outside of that, to root().
//
// A workspace is the folder upward that holds .git, .hg or .jj; without one, the outermost folder with a stet.toml;
// without that, the folder itself. The user's own file may name paths anywhere, others only inside the workspace.
struct SettingsRequest {
  std::filesystem::path folder = {};                      // where the search for stet.toml begins, upward
  std::optional<std::filesystem::path> config_file = {};  // --config: this file and no search
  std::shared_ptr<const Catalog> built_in = {};
  std::optional<Setting> editor = {};                     // a Table
  std::vector<std::string> select = {}, ignore = {};      // --select, --ignore: rules, families, "all"
  std::optional<Date> date = {};                          // --date
  std::optional<std::filesystem::path> user_config = {};  // ~/.config/stet/stet.toml; nullopt: none is looked for
  std::filesystem::path shown_from = {};  // files in it are named relative to it in origins; empty: folder
};

// What counts for one draft.
struct PathSettings {
  Context context;                                    // with the lexicon
  std::vector<std::string> sources;                   // transcripts: globs, relative to Settings::root or absolute
  std::optional<Severity> fail_on = Severity::error;  // nullopt: never

  // The checks that are on, by family, then name, for a draft of that genre: Document::context.genre, since the draft's
  // own front matter has the last word. In opinion the families attribution and language are one step quieter (never
  // below hint) where no layer gave the severity by hand.
  std::span<const Ready> checks_for(Genre genre) const {
    return genre == Genre::opinion ? opinion_checks : plain_checks;
  }
  std::vector<Ready> plain_checks, opinion_checks;

  // For `stet config`: every value, in a stable order, e.g. {"rules.weasel-attribution.severity", "hint", {…}}.
  struct Value {
    std::string key, shown;
    Origin origin;
  };
  std::vector<Value> values;
};

class Settings {
 public:
  virtual ~Settings() = default;
  // Settings of a path (absolute, or relative to root()); made once for each distinct set of overrides and kept.
  // Thread-safe.
  virtual std::shared_ptr<const PathSettings> for_path(const std::filesystem::path& path) const = 0;
  // By `ignore` globs, or because it is a page of the workspace's own rules. Of a folder: nothing in it counts.
  virtual bool ignores(const std::filesystem::path& path) const = 0;
  virtual const std::filesystem::path& root() const = 0;  // the folder of stet.toml; the request's folder without one
  virtual const std::shared_ptr<const Catalog>& catalog() const = 0;  // built-in pages and the workspace's own
  virtual std::span<const FileWaiver> waivers() const = 0;            // stet.waivers.toml beside stet.toml
  // Files read (stet.toml, those it extends, pages, waivers): a change in one of them makes these settings stale.
  virtual std::span<const std::filesystem::path> files() const = 0;
};

struct Loaded {
  std::shared_ptr<const Settings> settings;  // never null: what is right in the files counts, the rest is in `errors`
  std::vector<ConfigError> errors;
};

Loaded load_settings(const SettingsRequest& request);

// A commented stet.toml, for `stet init`; and its JSON Schema, made from the pages' tables.
std::string initial_config(const Catalog& catalog);
std::string config_schema(const Catalog& catalog);

}  // namespace stet
