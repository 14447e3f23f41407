#pragma once
// Author and year: citations that name who wrote it and when, and the entries of the list that they lead to.
//
//   (see Holm and Ruiz 2015, p. 3; Smith, 2011a)     two mentions: Holm 2015, Smith 2011
//   Ortiz et al. (2014)                              one: Ortiz 2014
//   Ortiz, L., & Ruiz, A. (2015). Rents.             an entry of the list: Ortiz 2015
//
// An editor finds the entry for a mention by its name, and the mentions of an entry alike.
#include <cstdint>
#include <string>
#include <vector>

#include "facts/facts.h"

namespace stet {

struct AuthorYear {
  std::size_t paragraph = 0;
  std::uint32_t name = 0;  // word index of the first author's surname, or of an organisation's first word
  int year = 0;
  Span year_span;  // relative, without a letter behind it
};

struct ReferenceEntry {
  std::size_t paragraph = 0;
  std::vector<WordId> names;  // words before the first comma, full stop or bracket: of the first author
  std::vector<int> years;     // that it may be of; of a reprint both
  Span year_span;             // of the first of them
};

// Entries of the lists under References and the like; none without such a list.
std::vector<ReferenceEntry> reference_entries(const Facts& facts);

// Mentions in the prose of the draft, by place. A pair of years (1859/1964), a range and "in press" are none.
std::vector<AuthorYear> author_years(const Facts& facts);

}  // namespace stet
