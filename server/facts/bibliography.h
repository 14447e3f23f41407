#pragma once
// Bibliography: what a BibTeX or BibLaTeX file says, read once from its bytes and shared by all drafts that cite it.
// Reading never fails: an entry that is not closed ends where the next one begins, and what is no entry is passed over.
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "text/span.h"

namespace stet {

struct BibEntry {
  std::string key, type;  // type in small letters: "book"
  Span key_span, span;    // in the file; span is the whole entry
  // Values without braces and quotation marks, cut at some hundred bytes; empty where the field is missing.
  std::string author;     // or editor, organisation, institution, publisher
  std::string title;      // or booktitle
  std::string date;       // year or date, as written
  bool inherits = false;  // by crossref or xdata: a field that is missing may stand in another entry
};

class Bibliography {
 public:
  explicit Bibliography(std::string_view bib);

  const std::vector<BibEntry>& entries() const { return entries_; }  // in the order of the file
  const BibEntry* find(std::string_view key) const;                  // the first of that key; null where there is none
  std::vector<const BibEntry*> all(std::string_view key) const;      // every one of that key

 private:
  std::vector<BibEntry> entries_;
  std::vector<std::uint32_t> by_key_;  // indexes, by key, then by place
};

}  // namespace stet
