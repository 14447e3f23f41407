#pragma once
// Baseline: findings that were there before, kept in a file, so that a check fails on new ones alone. A finding is
// known by its fingerprint (rule, words and words around; see lint/fingerprint.h), not by its line or by how many there
// are: moved text stays known, and one fault mended and another made shows the new one.
//
//   {"version":1,"findings":[
//   {"path":"drafts/ferry.md","rule":"weasel-attribution","fingerprint":"9c1f…","message":"…"}
//   ]}
//
// Paths are relative to the baseline's folder. In a draft that is gone from there, a known finding is looked for in
// others: it was renamed.
#include <filesystem>
#include <map>
#include <set>
#include <span>
#include <string>
#include <variant>
#include <vector>

#include "cli/checked.h"

namespace stet {

class Baseline {
 public:
  explicit Baseline(const std::filesystem::path& file);  // empty
  // A file that read() will not do is told as "baseline.json:3:1: …".
  static std::variant<Baseline, std::string> read(const std::filesystem::path& file);

  // Moves the findings that are known out of the draft's, into `known`. Drafts in the order of the run.
  void apply(Checked& draft);
  // The same of all its findings: they are known from now on.
  void adopt(Checked& draft);

  // What was known and is not found any more: in drafts that were checked by that rule, and in drafts that are gone
  // from the folders `searched` (real ones).
  std::vector<KnownFinding> stale(std::span<const std::filesystem::path> searched) const;

  // The file's new content: all that was found, and what could not be judged in this run.
  std::string written(std::span<const std::filesystem::path> searched) const;

 private:
  enum class Seen : std::uint8_t { no, found, gone };
  std::string path_of(const Checked& draft) const;
  bool is_gone(const std::string& path, std::span<const std::filesystem::path> searched) const;

  std::filesystem::path folder_;
  std::vector<KnownFinding> entries_;
  std::vector<Seen> seen_;                                           // of each
  std::map<std::string, std::vector<std::size_t>, std::less<>> in_;  // path -> entries
  std::multimap<std::string, std::size_t, std::less<>> moved_;       // fingerprint -> entries of drafts that are gone
  std::vector<KnownFinding> found_;
};

}  // namespace stet
