#pragma once
// Checked: a draft after the lint, and the tally of many. All that a report is made of.
#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>

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

struct Checked {
  std::string path;  // as it is shown
  Text text;
  std::uint32_t words = 0;
  Linted linted;
  std::size_t fixed = 0;                            // safe fixes applied before this lint (--fix)
  std::optional<Severity> fail_on;                  // findings this loud or louder fail the run; nullopt: none does
  std::shared_ptr<const Catalog> catalog;           // the draft's rules: built-in and the newsroom's
  std::map<std::string, Text, std::less<>> others;  // other files that related places stand in, by path; those readable

  bool fails() const;
};

struct Tally {
  std::size_t files = 0, words = 0, suppressed = 0, fixed = 0;
  std::array<std::size_t, 4> findings{};  // by Severity
  std::map<std::string, std::size_t, std::less<>> by_rule;

  std::size_t count(Severity severity) const { return findings[static_cast<std::size_t>(severity)]; }
  void add(const Checked& draft);
};

}  // namespace stet
