#pragma once
// Reading: what the engine found in one state of a draft. Made by a worker, never changed, shared by whoever answers
// about that state: a hover or an action never lints again.
#include <cstdint>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <stop_token>
#include <string>
#include <vector>

#include "facts/facts.h"
#include "lint/lint.h"
#include "workspace/workspace.h"

namespace stet {

// A fault in the settings, as a place that a client can be shown.
struct SettingsFault {
  std::string path;   // absolute; empty where it is in no file (the editor's own settings)
  std::string shown;  // "stet.toml:3:1: no rule …"
  std::string message;
  Span span;
  Text file;
  friend bool operator==(const SettingsFault& a, const SettingsFault& b) {
    return a.shown == b.shown && a.path == b.path;
  }
};

struct Reading {
  std::uint64_t state = 0;  // of the draft, see OpenDraft::state
  Text text;
  Facts facts;  // without a document where the draft is not linted
  Linted linted;
  std::shared_ptr<const Settings> settings;
  std::shared_ptr<const Sources> sources;      // null where it is not linted
  std::map<std::string, Text> others;          // files that findings refer to, by Related::path
  std::map<std::string, Text> bibliographies;  // by Sources::Bib::path, where the draft cites by key
  bool holds_settings = false;                 // it is stet.toml or stet.waivers.toml, no prose
  bool holds_waivers = false;                  // the latter
  std::vector<SettingsFault> faults;           // of a file of settings, as it stands in the editor
};

// What is asked of a worker.
struct ReadingJob {
  std::string uri;
  std::filesystem::path path;  // empty where the draft is not on disk
  std::uint64_t state = 0;
  Text text;
  Format format = Format::plain;
  std::shared_ptr<const Reading> before;  // shares its unchanged paragraphs; null for the first
  std::stop_token stop;                   // when asked, the findings are not wanted any more, the facts are
  const InPairs* in_pairs = nullptr;      // see LintOptions
};

// Reads and lints as `stet check` does; of a file of settings it says only what is wrong in it. `today` is the caller's
// clock.
std::shared_ptr<const Reading> make_reading(const ReadingJob& job, Workspace& workspace, std::optional<Date> today);

// All faults in settings loaded so far. `folder` is what relative origins are relative to.
std::vector<SettingsFault> settings_faults(const Workspace& workspace, const std::filesystem::path& folder);

}  // namespace stet
