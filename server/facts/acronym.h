#pragma once
// Acronyms: tokens in capitals, and where they are spelt out.
//
//   "The Lower Basin Water Compact (LBWC) began."    one mention, short "LBWC", long "Lower Basin Water Compact"
//   "LBWC (the Lower Basin Water Compact)"           the same
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "prose/context.h"
#include "prose/paragraph.h"

namespace stet {

struct Acronym {
  WordRange short_form;
  Span span;                           // of the short form, relative to the paragraph
  std::optional<WordRange> long_form;  // where this mention defines it
  bool quoted = false;
  bool in_name = false;  // part of a longer name ("FC Barcelona", "Hall MC") or of a code ("KX-150")
  bool glossed = false;  // introduced beside its use: "a scheme called HELM", "HELM [the …]"
};

// Acronyms of one paragraph, by position: every use, the defining ones with their long form. A use is a word of two to
// six capitals, with or without digits, "&" or a final s; not a Roman numeral, a word among others in capitals, or an
// amount's currency. A definition may have any short form of up to ten letters.
std::vector<Acronym> find_acronyms(const Paragraph& paragraph, const Context& context);

// What an acronym is known by: its letters without dots and without a plural's s. "N.G.O." and "NGOs" are "NGO".
std::string acronym_key(std::string_view written);

// Does `long_form` (words `words` of the paragraph) spell out `letters`? Gives the words it begins to do so at, or
// nullopt. After Schwartz and Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text"
// (2003): read from the end, every letter of the short form stands in the long form in order, the first one at the
// beginning of a word.
std::optional<WordRange> spelt_out(const Paragraph& paragraph, std::string_view letters, WordRange words);

}  // namespace stet
