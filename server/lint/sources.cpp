#include "lint/sources.h"

#include <algorithm>

namespace stet {

namespace {

constexpr std::string_view blanks = " \t\r\n";

}  // namespace

std::vector<std::string> bib_keys(std::string_view bib) {
  std::vector<std::string> keys;
  while (!bib.empty()) {
    const auto ink = bib.find_first_not_of(blanks);
    if (ink == std::string_view::npos) break;
    bib.remove_prefix(ink);
    const auto line_end = std::min(bib.find_first_of("\r\n"), bib.size());
    const auto open = bib.substr(0, line_end).find_first_of("{(");
    // An entry begins a line; an @ inside a field does not.
    if (bib[0] != '@' || open == std::string_view::npos) {
      bib.remove_prefix(line_end);
      continue;
    }
    std::string type(bib.substr(1, open - 1));
    for (char& c : type)
      if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    while (!type.empty() && blanks.find(type.back()) != std::string_view::npos) type.pop_back();
    const auto begin = std::min(bib.find_first_not_of(blanks, open + 1), bib.size());
    const auto end = std::min(bib.find_first_of(", \t\r\n}", begin), bib.size());
    if (end > begin && type != "comment" && type != "string" && type != "preamble")
      keys.emplace_back(bib.substr(begin, end - begin));
    bib.remove_prefix(std::max(line_end, end));
  }
  return keys;
}

}  // namespace stet
