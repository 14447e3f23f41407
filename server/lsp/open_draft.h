#pragma once
// OpenDraft: a document the client has open: its text, the last reading of it, and when what is due. A value with no
// clock; `now` is given.
//
// When it is read: at once when it was opened, saved or asked about; after an edit, once the typing has paused for a
// moment that grows with what reading costs, and at the latest `longest_wait` after the first edit not yet read, so
// that steady typing is linted as well. One reading at a time; an edit tells a running one to stop.
//
// What is shown: all findings of a reading of the present state; but one whose page says `settles` waits while it is
// new and stands in the paragraph of the last edit, until two seconds after that edit.
#include <chrono>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <vector>

#include "lsp/changes.h"
#include "lsp/feature.h"
#include "lsp/reading.h"

namespace stet {

using Time = std::chrono::milliseconds;  // since the server began

inline constexpr Time shortest_pause{15}, longest_pause{200}, longest_wait{400}, settling_time{2000};

class OpenDraft {
 public:
  // From didOpen's textDocument. `state` must differ from that of every reading under way for the same URI.
  OpenDraft(Member document, std::uint64_t state, Time now);

  std::string uri;
  std::filesystem::path path;  // empty where it is not on disk
  Format format = Format::plain;
  std::optional<std::int64_t> version;  // the client's
  Text text;
  SentTokens tokens;

  // A file of settings: no prose, and its diagnostics are those of the settings.
  bool holds_settings() const;

  // Counts every change of what a reading depends on: text and settings.
  std::uint64_t state() const { return state_; }

  void edited(const Changed& changed, std::optional<std::int64_t> new_version, Time now);
  void saved(Time now);
  void settings_changed(Time now);
  void read_at_once(Time now);  // somebody waits for it; also where the last reading failed
  void closed();

  // When it wants to be read; nothing while it has been, or is being.
  std::optional<Time> due() const;
  ReadingJob start_reading();
  // The reading under way has ended, at this cost; null: it failed. True where it is of the present state.
  bool finish_reading(std::shared_ptr<const Reading> reading, Time cost);

  // Of the present state; null until there is one.
  const Reading* reading() const;

  // The findings to show now; remembers them as shown.
  const std::vector<const Finding*>& publish(Time now);
  // Those of the last publish; empty where the present state is not read.
  const std::vector<const Finding*>& showing() const { return showing_; }
  // When findings that wait have waited enough; nothing while none wait.
  std::optional<Time> settled_at() const { return settled_at_; }

 private:
  bool unsettled(const Finding& finding, Time now) const;
  void changed(Time now);

  std::uint64_t state_;
  bool stale_ = true;  // the present state is not read, and is not being read
  Time due_;
  std::optional<Time> waiting_since_;  // the first edit not yet read
  std::optional<std::stop_source> running_;
  std::shared_ptr<const Reading> last_;  // finished last, of whatever state
  Time cost_{0};
  std::optional<std::uint32_t> edit_place_;
  Time edit_time_{0};
  std::optional<Time> settled_at_;
  std::set<std::string> shown_;          // fingerprints
  std::vector<const Finding*> showing_;  // of the last reading
};

}  // namespace stet
