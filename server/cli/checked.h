#pragma once
// Checked: a draft after the lint, and the tally of many. All that a report is made of.
#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "config/settings.h"
#include "lint/catalog.h"
#include "lint/lint.h"
#include "text/text.h"

namespace stet {

// 1-based; the column in code points. A byte-order mark is no column, a byte that is not UTF-8 is one.
struct Place {
  std::uint32_t line = 1, column = 1;
  friend bool operator==(const Place&, const Place&) = default;
};
Place place_of(const Text& text, std::uint32_t offset);

// A finding of a baseline: what was there before.
struct KnownFinding {
  std::string path, rule, fingerprint, message;
};

struct Checked {
  std::string path;  // as it is shown
  Text text;
  std::uint32_t words = 0;
  Linted linted;
  std::size_t record = 0;                  // its line in standard input (--stdin-format jsonl); 0: a file
  std::size_t fixed = 0;                   // safe fixes applied before this lint (--fix)
  std::size_t known = 0;                   // findings that the baseline has: not in `linted`
  std::vector<Finding> elsewhere;          // findings on lines that did not change (--diff): not in `linted`
  std::optional<Severity> fail_on;         // findings this loud or louder fail the run; nullopt: none does
  std::shared_ptr<const Catalog> catalog;  // the draft's rules: built-in and the newsroom's
  std::shared_ptr<const PathSettings> in_force;
  Genre genre = Genre::news;
  std::map<std::string, Text, std::less<>> others;  // other files that related places stand in, by path; those readable

  bool fails(const Finding& finding) const { return fail_on && finding.severity <= *fail_on; }
  bool judged(std::string_view rule) const;  // the rule was on, and nothing kept it from judging
  bool fails() const;                        // one of its findings does
};

struct Tally {
  std::size_t files = 0, words = 0, suppressed = 0, fixed = 0;
  std::size_t known = 0;                                             // findings that the baseline has
  std::size_t elsewhere = 0;                                         // findings on lines that did not change
  std::size_t unchanged = 0;                                         // drafts that did not change, and were not read
  std::vector<KnownFinding> stale;                                   // of the baseline: found no more
  std::array<std::size_t, 4> findings{};                             // by Severity
  std::map<std::string, std::size_t, std::less<>> by_rule, by_file;  // findings; files without any are not in it

  std::size_t count(Severity severity) const { return findings[static_cast<std::size_t>(severity)]; }
  void add(const Checked& draft);
};

}  // namespace stet
