#pragma once
// NotAssessed, gathered over a run: what could not be judged, each reason once, with the rules and files it holds for.
#include <cstddef>
#include <string>
#include <vector>

#include "cli/check_report.h"

namespace stet {

// 1234567 -> "1,234,567".
std::string with_commas(std::size_t number);

class NotAssessedList {
 public:
  void add(const NotAssessed& what, const Checked& draft);
  // Not assessed:
  //   relative-time, weekday-date-mismatch: no publication date: add date: … (12 files: a.md, b.md, c.md …)
  // Empty where there is nothing to say.
  std::string shown(const Look& look) const;

 private:
  struct Reason {
    std::string why;
    std::vector<std::string> rules, places;  // a place: the path, with line and column where a part was left out
    std::size_t count = 0;                   // of places; `places` holds the first few
    std::string last;
  };
  std::vector<Reason> reasons_;
};

}  // namespace stet
