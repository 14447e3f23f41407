#pragma once
// Sources: what else the workspace holds that a check may read. Made by workspace/, read-only here.
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace stet {

class Sources {
 public:
  Sources() = default;

  // Keys of all bibliographies found, and the files they came from. `bibliography_complete` is false where a .bib that
  // the draft or settings name could not be read: then no missing key can be proved.
  std::set<std::string, std::less<>> cite_keys;
  std::vector<std::string> bibliographies;
  bool bibliography_complete = true;
};

// Keys of a BibTeX or BibLaTeX file's entries, in order. Reads what it can of any bytes.
std::vector<std::string> bib_keys(std::string_view bib);

}  // namespace stet
