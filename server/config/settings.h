#pragma once
// Settings: everything stet.toml, the command line and an editor say, laid over each other, each value with the place
// it came from. Immutable and shared; loaded for a folder, asked for a path.
//
//   Loaded loaded = load_settings({.folder = "/home/ana/desk", .built_in = built_in});
//   if (!loaded.errors.empty()) …                                // told as file:line:column: message
//   std::shared_ptr<const PathSettings> s = loaded.settings->for_path("opinion/ferry.md");
//   lint(read(text, format, s->context), sources, s->checks);
//
// Layers, the later wins: built-in pages' defaults; the user's file (only where no project file is found); the
// project's file, after those it extends; the editor's settings; the command line.
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "lint/catalog.h"
#include "lint/lint.h"
#include "prose/context.h"

namespace stet {

// Where a value came from: a file with line and column (1-based, columns in code points; 0 where it is not a file), or
// "default", "the editor", "--date".
struct Origin {
  std::string where;
  std::uint32_t line = 0, column = 0;
};

struct ConfigError {
  Origin origin;
  std::string message;  // says what to do; names the nearest right name where there is one
};

// A value as a layer gave it: what TOML and JSON have in common. stet.toml and an editor's settings are both turned
// into this, so that they are checked by the same code.
struct Setting {
  using List = std::vector<Setting>;
  using Table = std::vector<std::pair<std::string, Setting>>;  // in order of writing
  std::variant<bool, double, std::string, Date, List, Table> value;
  Origin origin;      // of the value
  Origin key_origin;  // of its key
};

struct SettingsRequest {
  std::filesystem::path folder;                      // where the search for stet.toml begins, upward
  std::optional<std::filesystem::path> config_file;  // --config: this file and no search
  std::shared_ptr<const Catalog> built_in;
  std::optional<Setting> editor;                     // a Table
  std::vector<std::string> select, ignore;           // --select, --ignore: rules, families, "all"
  std::optional<Date> date;                          // --date
  std::optional<std::filesystem::path> user_config;  // ~/.config/stet/stet.toml; nullopt: none is looked for
};

// What counts for one draft.
struct PathSettings {
  Context context;                                    // with the lexicon
  std::vector<Ready> checks;                          // those that are on, by family, then name
  std::vector<std::string> sources;                   // transcripts: globs as written (see Settings::root)
  bool ignored = false;                               // by `ignore` globs
  std::optional<Severity> fail_on = Severity::error;  // nullopt: never

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
