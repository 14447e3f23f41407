#pragma once
// The acronyms of a draft: what each is used for and where it is spelt out.
#include <string>
#include <vector>

#include "facts/acronym.h"

namespace stet {

struct Facts;

// A mention in the draft: paragraph, and index into its acronyms.
struct AcronymUse {
  std::uint32_t paragraph = 0, index = 0;
};

struct AcronymEntry {
  std::string key;                      // see acronym_key
  std::vector<AcronymUse> uses;         // all mentions, in order, the defining ones too
  std::vector<AcronymUse> definitions;  // those with a long form, in order
};

// Does a reader go through this zone from end to end? Headlines, captions, tables and notes explain themselves.
bool in_running_text(Zone zone);

// In the order of first use. Made anew for each version of a draft: linear in the number of mentions.
std::vector<AcronymEntry> acronym_table(const Facts& facts);

}  // namespace stet
